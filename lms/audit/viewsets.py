"""The audit trail in the Wagtail admin: to search, filter and take away as a file, never to change."""

import csv
from collections.abc import Iterator
from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.views.mixins import Echo
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from lms.audit.models import AuditEvent
from lms.cells import printable, safe_text

EXPORTED = [
    "at",
    "actor.email",
    "action",
    "subject_type",
    "subject_id",
    "subject_text",
    "organisation.name",
    "detail",
]


class LookingOnly(ModelPermissionPolicy):
    """Nobody adds, changes or deletes, not even a superuser."""

    def user_has_permission(self, user, action: str) -> bool:
        return action == "view" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions) -> bool:
        return self.user_has_permission(user, "view") and "view" in actions


class AuditFilter(WagtailFilterSet):
    """Who did what, where, to what, and when."""

    at = django_filters.DateFromToRangeFilter(label=_("When"), widget=DateRangePickerWidget)
    actor = django_filters.CharFilter(label=_("Who (name or e-mail)"), method="by_actor")
    action = django_filters.AllValuesMultipleFilter(label=_("What"))
    subject_text = django_filters.CharFilter(label=_("To what or whom"), lookup_expr="icontains")
    organisation = django_filters.ModelChoiceFilter(
        label=_("Organisation, with its units"),
        queryset=AuditEvent._meta.get_field("organisation").related_model.objects.all(),
        method="in_organisation",
    )

    class Meta:
        model = AuditEvent
        fields = ["at", "actor", "action", "subject_text", "organisation"]

    def by_actor(self, events: QuerySet, name: str, value: str) -> QuerySet:
        for word in value.split():
            names = Q(actor__first_name__icontains=word) | Q(actor__last_name__icontains=word)
            events = events.filter(names | Q(actor__email__icontains=word))
        return events

    def in_organisation(self, events: QuerySet, name: str, value: Any) -> QuerySet:
        return events.filter(organisation__path__startswith=value.path)


class AuditIndex(ModelViewSet.index_view_class):
    """The events, newest first, with who and where read in one query."""

    any_permission_required = ["view"]

    def get_base_queryset(self):
        return super().get_base_queryset().select_related("actor", "organisation")

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        """A cell that no spreadsheet takes for a formula: names and file names are written by people."""
        found = super().preprocess_field_value(field, value, export_format)
        return safe_text(printable(found)) if isinstance(found, str) else found

    def stream_csv(self, queryset: QuerySet) -> Iterator[str]:
        """The file line by line, in constant memory however long the trail is."""
        writer = csv.DictWriter(Echo(), fieldnames=self.list_export)
        yield writer.writerow({field: self.get_heading(queryset, field) for field in self.list_export})
        for event in queryset.iterator(chunk_size=2000):
            yield self.write_csv_row(writer, self.to_row_dict(event))


class AuditEventViewSet(ModelViewSet):
    """Administrators see who did what to whose record."""

    model = AuditEvent
    icon = "history"
    menu_label = _("Audit trail")
    menu_order = 900
    add_to_settings_menu = True
    inspect_view_enabled = True
    copy_view_enabled = False
    add_to_reference_index = False
    form_fields = ["action"]
    list_display = ["at", "action", "subject_text", "actor", "organisation"]
    list_export = EXPORTED
    export_filename = "audit-trail"
    export_headings = {"actor.email": _("Who"), "organisation.name": _("Organisation"), "detail": _("Detail")}
    filterset_class = AuditFilter
    search_fields = ["action", "subject_text", "actor__email"]
    search_backend_name = None
    ordering = ["-at", "-pk"]
    list_per_page = 50
    index_view_class = AuditIndex
    inspect_view_fields = [
        "at",
        "actor",
        "action",
        "subject_type",
        "subject_id",
        "subject_text",
        "organisation",
        "detail",
    ]


register_permission_policy(AuditEvent, LookingOnly(AuditEvent))
