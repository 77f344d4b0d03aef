"""Registers the administrators' pages about organisations."""

from wagtail import hooks

from lms.people.viewsets import OrganisationsGroup


@hooks.register("register_admin_viewset")
def organisations() -> OrganisationsGroup:
    return OrganisationsGroup()
