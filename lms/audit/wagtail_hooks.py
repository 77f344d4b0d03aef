"""Registers the audit trail in the Wagtail admin."""

from wagtail import hooks

from lms.audit.viewsets import AuditEventViewSet


@hooks.register("register_admin_viewset")
def audit_trail() -> AuditEventViewSet:
    return AuditEventViewSet()
