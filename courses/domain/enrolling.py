"""Enrolling: one person on one module, starting it when its prerequisites are met, and doing it again."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import BigIntegerField
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.domain.completions import modules_completed_by
from courses.domain.published import prerequisites_of
from courses.domain.requirements import may_do_again
from courses.models import Certificate, Enrolment, Module
from lms.design_system.wording import day
from lms.people.models import User
from lms.prepared import Prepared, Slot

KEY = BigIntegerField()


CURRENT = Prepared(
    lambda: Enrolment.objects.current().filter(user=Slot("user", KEY), module=Slot("module", KEY)).order_by("pk")[:1]
)


class EnrolmentError(Exception):
    """Why an enrolment cannot be opened; the message can be shown."""


class PrerequisitesMissing(EnrolmentError):
    """The module begins after others; `modules` are those still to be completed."""

    def __init__(self, modules: list[Module]) -> None:
        self.modules = modules
        super().__init__(_("Do this first: %(titles)s.") % {"titles": ", ".join(module.title for module in modules)})


def current_enrolment(user: User, *, module: Module) -> Enrolment | None:
    """The person's latest round on the module, or None."""
    return CURRENT.first(user=user.pk, module=module.pk)


def enrol(user: User, *, module: Module) -> Enrolment:
    """The person's current enrolment on the module, opened if there is none. Safe to repeat and under concurrency.

    Says nothing about prerequisites: a lead may assign a module before its time. `start` does.
    """
    found = current_enrolment(user, module=module)
    if found:
        return found
    try:
        with transaction.atomic():
            return Enrolment.objects.create(user=user, module=module)
    except IntegrityError:
        return Enrolment.objects.current().get(user=user, module=module)


def start(user: User, *, module: Module) -> Enrolment:
    """The enrolment of someone who begins or goes on with the module now.

    Raises PrerequisitesMissing when the module begins after others. Someone who has begun already is not stopped by
    a prerequisite that was added later.
    """
    found = current_enrolment(user, module=module)
    if found and (found.started_at or found.round > 1):
        return found
    missing = missing_prerequisites(user, module=module)
    if missing:
        raise PrerequisitesMissing(missing)
    return found or enrol(user, module=module)


def missing_prerequisites(user: User, *, module: Module) -> list[Module]:
    """The published modules to complete before this one that the person has never completed, in the editor's order.

    Accepted evidence of training elsewhere counts; a round whose certificate was withdrawn does not.
    """
    wanted = prerequisites_of(module)
    if not wanted:
        return []
    completed = modules_completed_by(user)
    return [required for required in wanted if required.pk not in completed]


@transaction.atomic
def start_again(enrolment: Enrolment, *, at: datetime) -> Enrolment:
    """Open the next round of a completed enrolment; the old round and its certificate stay.

    Safe to repeat: a round that is over already answers with the current one.
    Raises EnrolmentError when this round is not completed yet.
    """
    locked = Enrolment.objects.select_for_update().get(pk=enrolment.pk)
    if not locked.is_current:
        return Enrolment.objects.current().get(user_id=locked.user_id, module_id=locked.module_id)
    if locked.completed_at is None:
        raise EnrolmentError(_("This round is not completed yet."))
    locked.is_current = False
    locked.save(update_fields=["is_current"])
    return Enrolment.objects.create(user_id=locked.user_id, module_id=locked.module_id, round=locked.round + 1)


def renew(enrolment: Enrolment, *, at: datetime | None = None) -> Enrolment:
    """Open the next round when the certificate of this one runs out soon or has run out, or a lead asks again.

    Raises EnrolmentError while the certificate is good for longer than that, or does not run out.
    """
    at = at or timezone.now()
    today = timezone.localtime(at).date()
    certificate = Certificate.objects.filter(enrolment=enrolment).first()
    if certificate is not None and enrolment.is_current and not certificate.may_be_renewed(today):
        if not may_do_again(enrolment):
            raise EnrolmentError(too_early(certificate.renewal_from))
    return start_again(enrolment, at=at)


def too_early(renewal_from: date | None) -> str:
    """Why a certificate cannot be renewed today."""
    if renewal_from is None:
        return _("This certificate does not run out, so there is no need to do the module again.")
    return _("You can do this again from %(day)s.") % {"day": day(renewal_from)}
