"""Recording privileged actions."""

from typing import Any

from django.db import models

from lms.audit.models import AuditEvent


def record(actor: Any, *, action: str, subject: models.Model, organisation: Any = None, **detail: Any) -> AuditEvent:
    """Write one event into the audit trail, inside the caller's transaction.

    `actor` is the signed-in user, or None for the system; `action` a verb phrase such as "invited"; `detail` must be
    JSON (texts and numbers, never secrets).
    """
    return AuditEvent.objects.create(
        actor=actor,
        action=action,
        subject_type=subject._meta.label,
        subject_id=str(subject.pk),
        subject_text=str(subject)[:250],
        organisation=organisation,
        detail=detail,
    )
