"""Administrators' pages about the members of partnerships: they decide whose coordinators see whose reviews."""

from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.admin.views.generic import CreateView, EditView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy

from lms.people.viewsets import Managed, PeopleViewSet, ThroughDomain
from toolkit_pages.domain.members import add_member, change_member
from toolkit_pages.models import PartnershipMember

register_permission_policy(PartnershipMember, Managed(PartnershipMember))


class NewMemberForm(WagtailAdminModelForm):
    """Who joins, and whether they lead."""

    class Meta:
        model = PartnershipMember
        fields = ["partnership", "organisation", "is_leading", "joined_on"]


class MemberForm(WagtailAdminModelForm):
    """Whether a member leads, and when it leaves; who it is does not change."""

    class Meta:
        model = PartnershipMember
        fields = ["is_leading", "left_on"]


class AddMember(ThroughDomain, CreateView):
    def get_form_class(self):
        return NewMemberForm

    def save_instance(self) -> PartnershipMember:
        return add_member(self.request.user, **self.form.cleaned_data)


class ChangeMember(ThroughDomain, EditView):
    def get_form_class(self):
        return MemberForm

    def save_instance(self) -> PartnershipMember:
        return change_member(self.request.user, member=self.object, **self.form.cleaned_data)


class PartnershipMemberViewSet(PeopleViewSet):
    """Current and former members, by partnership."""

    model = PartnershipMember
    icon = "group"
    add_to_settings_menu = True
    menu_order = 60
    form_fields = ["partnership", "organisation", "is_leading", "joined_on", "left_on"]
    list_display = [
        "partnership",
        "organisation",
        BooleanColumn("is_leading", label=PartnershipMember._meta.get_field("is_leading").verbose_name),
        "joined_on",
        "left_on",
    ]
    list_filter = ["partnership", "is_leading"]
    search_fields = ["partnership__name", "organisation__name"]
    add_view_class = AddMember
    edit_view_class = ChangeMember

    class MembersIndex(ModelViewSet.index_view_class):
        def get_base_queryset(self):
            return super().get_base_queryset().select_related("partnership", "organisation")

    index_view_class = MembersIndex
