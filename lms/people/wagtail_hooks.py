"""Registers the administrators' pages about organisations and editors."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from lms.people.domain.appointing import may_appoint
from lms.people.views import editors
from lms.people.viewsets import OrganisationsGroup


@hooks.register("register_admin_viewset")
def organisations() -> OrganisationsGroup:
    return OrganisationsGroup()


@hooks.register("register_admin_urls")
def editors_urls() -> list[URLPattern]:
    return [
        path("editors/", editors.editors, name="people_editors"),
        path("editors/<uuid:public_id>/dismiss/", editors.dismiss, name="people_dismiss_editor"),
    ]


class EditorsItem(MenuItem):
    """Shown to those who may appoint."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_appoint(request.user)


@hooks.register("register_settings_menu_item")
def editors_item() -> EditorsItem:
    return EditorsItem(_("Editors"), reverse_lazy("people_editors"), icon_name="user", order=50)
