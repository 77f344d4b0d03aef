"""Enrolling: one person on one module, and doing it again."""

from datetime import datetime

from django.db import IntegrityError, transaction

from courses.models import Enrolment, Module
from lms.people.models import User


class EnrolmentError(Exception):
    """Why an enrolment cannot be opened; the message can be shown."""


def current_enrolment(user: User, *, module: Module) -> Enrolment | None:
    """The person's latest round on the module, or None."""
    return Enrolment.objects.current().of(user).filter(module=module).first()


def enrol(user: User, *, module: Module) -> Enrolment:
    """The person's current enrolment on the module, opened if there is none. Safe to repeat and under concurrency."""
    found = current_enrolment(user, module=module)
    if found:
        return found
    try:
        with transaction.atomic():
            return Enrolment.objects.create(user=user, module=module)
    except IntegrityError:
        return Enrolment.objects.current().get(user=user, module=module)


@transaction.atomic
def start_again(enrolment: Enrolment, *, at: datetime) -> Enrolment:
    """Open the next round of a completed enrolment; the old round and its certificate stay.

    Raises EnrolmentError when this round is not completed yet.
    """
    locked = Enrolment.objects.select_for_update().get(pk=enrolment.pk)
    if not locked.is_current:
        return Enrolment.objects.current().get(user_id=locked.user_id, module_id=locked.module_id)
    if locked.completed_at is None:
        raise EnrolmentError("This round is not completed yet.")
    locked.is_current = False
    locked.save(update_fields=["is_current"])
    return Enrolment.objects.create(user_id=locked.user_id, module_id=locked.module_id, round=locked.round + 1)
