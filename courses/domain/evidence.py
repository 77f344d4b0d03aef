"""Evidence of training done elsewhere: accepted by a lead in place of a module, and withdrawn."""

from datetime import date, datetime
from typing import Any

from django.core.files import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.domain.completions import after_months
from courses.domain.exempting import check_may_record
from courses.domain.requirements import settle_person
from courses.models import Evidence, Module
from lms.audit.domain.recording import record
from lms.people.domain.access import leads
from lms.people.domain.errors import NotAllowed
from lms.people.models import Organisation, User
from lms.uploads.domain.documents import WrongContent, check_document, extension_of

PICTURES = {"png": b"\x89PNG\r\n\x1a\n", "jpg": b"\xff\xd8\xff", "jpeg": b"\xff\xd8\xff"}
PAPERS = {"pdf", "docx", "odt"}


class EvidenceError(Exception):
    """Why evidence cannot be accepted; the message can be shown."""


def check_file(file: Any, *, name: str) -> None:
    """Raise EvidenceError unless the file is a paper or a picture and holds what its name says."""
    extension = extension_of(name)
    if extension in PICTURES:
        file.seek(0)
        head = file.read(8)
        file.seek(0)
        if not head.startswith(PICTURES[extension]):
            raise EvidenceError(_("The name says it is a picture, but the file is something else."))
    elif extension in PAPERS:
        try:
            check_document(file, name=name)
        except WrongContent as error:
            raise EvidenceError(str(error)) from error
    else:
        raise EvidenceError(_("Choose a PDF, Word or OpenDocument file, or a PNG or JPEG picture."))


def accept_evidence(
    actor: User,
    *,
    user: User,
    organisation: Organisation,
    module: Module,
    title: str,
    provider: str,
    completed_on: date,
    valid_until: date | None,
    file: File,
    today: date | None = None,
) -> Evidence:
    """Accept training done elsewhere in place of the module: what asks for it is done, as far as it is still valid.

    Without an end of its own it is valid as long as a completion of the module.
    Raises NotAllowed, or EvidenceError for a day to come, an end before it, or a file of another kind.
    """
    today = today or timezone.localdate()
    check_may_record(actor, user=user, organisation=organisation)
    if completed_on > today:
        raise EvidenceError(_("The day of completion is still to come."))
    if valid_until is not None and valid_until < completed_on:
        raise EvidenceError(_("It runs out before it was completed."))
    name = (file.name or "").replace("\\", "/").rsplit("/", 1)[-1]
    check_file(file, name=name)
    valid_until = valid_until or after_months(completed_on, module.validity_months)
    with transaction.atomic():
        evidence = Evidence(
            user=user,
            module=module,
            organisation=organisation,
            title=title.strip(),
            provider=provider.strip(),
            completed_on=completed_on,
            valid_until=valid_until,
            file_name=name[-200:],
            accepted_by=actor,
        )
        evidence.file.save(f"{evidence.public_id}.{extension_of(name)}", file, save=False)
        evidence.save()
        record(
            actor,
            action="accepted evidence",
            subject=evidence,
            organisation=organisation,
            module=str(module),
            completed_on=completed_on.isoformat(),
            valid_until=valid_until.isoformat() if valid_until else "",
        )
        settle_person(user, module=module, today=today)
    return evidence


@transaction.atomic
def withdraw_evidence(actor: User, *, evidence: Evidence, reason: str, at: datetime | None = None) -> Evidence:
    """Let evidence count no longer; it is kept, what it closed is asked again. Safe to repeat; raises NotAllowed."""
    at = at or timezone.now()
    if not leads(actor, organisation_id=evidence.organisation_id):
        raise NotAllowed(_("You can do this only for organisations that you lead."))
    locked = Evidence.objects.select_for_update().get(pk=evidence.pk)
    if locked.withdrawn_at is None:
        locked.withdrawn_at, locked.withdrawn_reason = at, reason.strip()[:250]
        locked.save(update_fields=["withdrawn_at", "withdrawn_reason"])
        record(
            actor, action="withdrew evidence", subject=locked, organisation=locked.organisation, reason=reason.strip()
        )
        settle_person(locked.user, module=locked.module, today=timezone.localtime(at).date())
    return locked
