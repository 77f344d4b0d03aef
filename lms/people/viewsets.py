"""Administrators' pages in the Wagtail admin: organisations, teams, domains, leads' memberships and invitations.

Every change goes through lms.people.domain, so that it is checked and recorded as anywhere else.
"""

from typing import Any

from django import forms
from django.db import models
from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.admin.views.generic import CreateView, DeleteView, EditView
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from lms.hurry import hurry
from lms.outbox.tasks import send_due_email
from lms.people.domain.errors import PeopleError
from lms.people.domain.invitations import invite, withdraw
from lms.people.domain.memberships import set_roles
from lms.people.domain.organisations import (
    approve_domain,
    create_organisation,
    create_team,
    remove_domain,
    rename_organisation,
)
from lms.people.domain.roles import MANAGED
from lms.people.domain.teams import rename_team
from lms.people.models import ApprovedDomain, Invitation, Membership, Organisation, Team
from lms.people.models.membership import running


class Managed(ModelPermissionPolicy):
    """Nobody, not even a superuser, does more with these models here than administrators do: history stays."""

    def user_has_permission(self, user, action: str) -> bool:
        return action in MANAGED[self.model._meta.label] and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)


for managed in (Organisation, Team, ApprovedDomain, Membership, Invitation):
    register_permission_policy(managed, Managed(managed))


class ThroughDomain:
    """A view that saves with a domain function and shows its named errors in the form."""

    def form_valid(self, form: forms.Form):
        try:
            return super().form_valid(form)
        except PeopleError as error:
            form.add_error(None, str(error))
            self.produced_error_message = str(error)
            return self.form_invalid(form)


class PlainModelForm(WagtailAdminModelForm):
    """A form that checks; the view saves."""

    class Meta:
        fields: list[str] = []


class OrganisationField(forms.ModelChoiceField):
    """A choice of organisations that shows the tree."""

    def label_from_instance(self, obj: Organisation) -> str:
        return obj.tree_name


class NewOrganisationForm(PlainModelForm):
    """An organisation, or a unit of one."""

    parent = OrganisationField(label=_("Unit of"), queryset=Organisation.objects.all(), required=False)

    class Meta:
        model = Organisation
        fields = ["name", "kind", "nation"]


class CreateOrganisation(ThroughDomain, CreateView):
    def get_form_class(self):
        return NewOrganisationForm

    def save_instance(self) -> Organisation:
        return create_organisation(self.request.user, **self.form.cleaned_data)


class EditOrganisation(ThroughDomain, EditView):
    def save_instance(self) -> Organisation:
        return rename_organisation(self.request.user, organisation=self.object, **self.form.cleaned_data)


class CreateTeam(ThroughDomain, CreateView):
    def save_instance(self) -> Team:
        return create_team(self.request.user, **self.form.cleaned_data)


class TeamNameForm(PlainModelForm):
    """Another name; a team stays where its people are."""

    class Meta:
        model = Team
        fields = ["name"]


class EditTeam(ThroughDomain, EditView):
    def get_form_class(self):
        return TeamNameForm

    def save_instance(self) -> Team:
        return rename_team(self.request.user, team=self.object, **self.form.cleaned_data)


class CreateApprovedDomain(ThroughDomain, CreateView):
    def save_instance(self) -> ApprovedDomain:
        return approve_domain(self.request.user, **self.form.cleaned_data)


class DeleteApprovedDomain(DeleteView):
    def delete_action(self) -> None:
        remove_domain(self.request.user, approved=self.object)


class OfLeads:
    """Finds memberships of leads and coordinators alone: a learner's is their lead's business, whatever its key."""

    def get_object(self, *args, **kwargs) -> Membership:
        found = super().get_object(*args, **kwargs)
        if not (found.is_lead or found.is_coordinator):
            raise Http404
        return found


class EditMembership(OfLeads, ThroughDomain, EditView):
    def save_instance(self) -> Membership:
        return set_roles(self.request.user, membership=self.object, **self.form.cleaned_data)


class HistoryOfLead(OfLeads, ModelViewSet.history_view_class):
    """What was changed through this form."""


class UsageOfLead(OfLeads, ModelViewSet.usage_view_class):
    """Where it is referred to."""


class CreateInvitation(ThroughDomain, CreateView):
    def save_instance(self) -> Invitation:
        invitation = invite(self.request.user, **self.form.cleaned_data)
        hurry(send_due_email)
        return invitation


class WithdrawInvitation(DeleteView):
    """Stops the link; the invitation stays in the list."""

    page_title = _("Withdraw")
    confirmation_message = _("The link that was sent stops working.")
    success_message = _("%(model_name)s '%(object)s' withdrawn.")

    def form_valid(self, form: forms.Form):
        try:
            return super().form_valid(form)
        except PeopleError as error:
            messages.error(self.request, str(error))
            return redirect(self.get_success_url())

    def delete_action(self) -> None:
        withdraw(self.request.user, invitation=self.object)


class PeopleIndex(ModelViewSet.index_view_class):
    """A list that reads the organisation of each row with it."""

    def get_base_queryset(self):
        found = super().get_base_queryset()
        return found.select_related("organisation") if hasattr(self.model, "organisation") else found


class PeopleViewSet(ModelViewSet):
    """What these lists share."""

    list_per_page = 25
    index_view_class = PeopleIndex
    copy_view_enabled = False
    add_to_reference_index = False
    search_backend_name = None

    def formfield_for_dbfield(self, db_field: models.Field, **kwargs: Any):
        if db_field.name == "organisation":
            return OrganisationField(queryset=Organisation.objects.all(), label=_("Organisation"))
        return super().formfield_for_dbfield(db_field, **kwargs)


class OrganisationViewSet(PeopleViewSet):
    model = Organisation
    icon = "group"
    form_fields = ["name", "kind", "nation"]
    list_display = ["tree_name", "kind", "nation", "join_code"]
    list_filter = ["kind", "nation"]
    search_fields = ["name"]
    ordering = ["path"]
    add_view_class = CreateOrganisation
    edit_view_class = EditOrganisation


class TeamViewSet(PeopleViewSet):
    model = Team
    icon = "group"
    form_fields = ["organisation", "name"]
    list_display = ["name", "organisation"]
    list_filter = ["organisation"]
    search_fields = ["name"]
    add_view_class = CreateTeam
    edit_view_class = EditTeam


class ApprovedDomainViewSet(PeopleViewSet):
    model = ApprovedDomain
    icon = "mail"
    form_fields = ["organisation", "domain"]
    list_display = ["domain", "organisation"]
    search_fields = ["domain"]
    add_view_class = CreateApprovedDomain
    delete_view_class = DeleteApprovedDomain


class LeadViewSet(PeopleViewSet):
    """Who leads and who coordinates where; learners are their leads' business, not shown here."""

    model = Membership
    name = "leads"
    url_prefix = "leads"
    menu_label = _("Leads and coordinators")
    icon = "user"
    form_fields = ["is_lead", "is_coordinator"]
    list_display = [
        "user",
        "organisation",
        BooleanColumn("is_lead", label=_("Training lead"), sort_key="is_lead"),
        BooleanColumn("is_coordinator", label=_("Partnership coordinator"), sort_key="is_coordinator"),
        "started_on",
    ]
    list_filter = ["is_lead", "is_coordinator", "organisation"]
    search_fields = ["user__last_name", "user__first_name", "user__email"]
    edit_view_class = EditMembership
    history_view_class = HistoryOfLead
    usage_view_class = UsageOfLead

    class LeadsIndex(PeopleIndex):
        page_title = _("Leads and coordinators")

        def get_base_queryset(self):
            leading = models.Q(is_lead=True) | models.Q(is_coordinator=True)
            today = running(timezone.localdate())
            return super().get_base_queryset().filter(leading, today).select_related("user")

    index_view_class = LeadsIndex


class InvitationViewSet(PeopleViewSet):
    """The first lead of an organisation is invited here; the leads' own invitations are on their page."""

    model = Invitation
    icon = "mail"
    form_fields = ["organisation", "email", "first_name", "last_name", "job_role", "is_lead", "is_coordinator"]
    list_display = [
        "email",
        "organisation",
        BooleanColumn("is_lead", label=_("Training lead"), sort_key="is_lead"),
        "created_at",
        "accepted_at",
        "withdrawn_at",
    ]
    list_filter = ["organisation", "is_lead"]
    search_fields = ["email"]
    add_view_class = CreateInvitation
    delete_view_class = WithdrawInvitation


class OrganisationsGroup(ViewSetGroup):
    """The menu of what only administrators manage."""

    menu_label = _("Organisations")
    menu_icon = "group"
    menu_order = 600
    items = (OrganisationViewSet, TeamViewSet, ApprovedDomainViewSet, LeadViewSet, InvitationViewSet)
