"""The audit trail in the Wagtail admin: to look through and search, never to change."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from lms.audit.models import AuditEvent


class LookingOnly(ModelPermissionPolicy):
    """Nobody adds, changes or deletes, not even a superuser."""

    def user_has_permission(self, user, action: str) -> bool:
        return action == "view" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions) -> bool:
        return self.user_has_permission(user, "view") and "view" in actions


class AuditIndex(ModelViewSet.index_view_class):
    """The events, newest first, with who and where read in one query."""

    any_permission_required = ["view"]

    def get_base_queryset(self):
        return super().get_base_queryset().select_related("actor", "organisation")


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
    list_filter = ["action", "organisation"]
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
