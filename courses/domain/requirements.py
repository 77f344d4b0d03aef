"""Requirements as their person goes on: begun, completed, and settled at once after a lead's word about one person."""

from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from courses.domain.completions import Completion, renewal_from, validity
from courses.domain.settling import settle
from courses.domain.standing import refresh_standings
from courses.models import Assignment, Certificate, Enrolment, Module, Requirement
from lms.people.models import User

State = Requirement.State


def in_hand(rows: QuerySet[Requirement]) -> QuerySet[Requirement]:
    """The rows, locked in the order in which settling goes; one that a sweep has in hand is waited for, and read anew.

    What the sweep has stopped in the meantime is left out then.
    """
    return rows.select_for_update(of=("self",), no_key=True).order_by("assignment_id", "module_id", "cycle")


def note_started(enrolment: Enrolment) -> None:
    """The person has begun the module: what is asked about it is in progress. Safe to repeat.

    Runs inside the transaction that starts the round. One query when nothing is asked.
    """
    waiting = Requirement.objects.filter(user=enrolment.user_id, module=enrolment.module_id, state=State.TO_DO)
    rows = list(in_hand(waiting).values_list("pk", "membership"))
    if rows:
        pks = [pk for pk, _membership in rows]
        waiting.filter(pk__in=pks).update(state=State.DOING, enrolment=enrolment.pk)
        refresh_standings(membership for _pk, membership in rows)


def note_completed(enrolment: Enrolment) -> None:
    """The person has completed the module: everything open that asks for it is done. Safe to repeat.

    What was done before and not asked again yet keeps its cycle and is good for longer. Runs inside the transaction
    that completes the round, after its certificate was issued. One query when nothing is asked.
    """
    if enrolment.completed_at is None:
        return
    asked = Requirement.objects.filter(user=enrolment.user_id, module=enrolment.module_id)
    rows = list(in_hand(asked.exclude(state=State.STOPPED)).select_related("assignment"))
    if not rows:
        return
    certificate = Certificate.objects.filter(enrolment=enrolment.pk).first()
    completed_on = timezone.localtime(enrolment.completed_at).date()
    completion = Completion(completed_on, certificate.expires_on if certificate else None)
    latest = {row.assignment_id: row for row in rows}
    for row in latest.values():
        if row.state == State.DONE and (row.completed_on is None or row.completed_on >= completed_on):
            continue
        row.state, row.completed_on, row.enrolment_id, row.evidence_id = State.DONE, completed_on, enrolment.pk, None
        row.valid_until = validity(row.assignment, completion)
        row.renew_from = renewal_from(row.assignment, row.valid_until)
        row.next_reminder_on = None
        row.save(
            update_fields=[
                "state", "completed_on", "enrolment", "evidence", "valid_until", "renew_from", "next_reminder_on",
            ]
        )  # fmt: skip
    refresh_standings(row.membership_id for row in rows)


def settle_person(user: User, *, module: Module | None = None, today: date | None = None) -> None:
    """Settle everything that is asked of one person, or about one module only, at once. Runs inside a transaction."""
    asked = Requirement.objects.of(user).exclude(state=State.STOPPED)
    if module is not None:
        asked = asked.filter(module=module)
    assignments = Assignment.objects.filter(pk__in=set(in_hand(asked).values_list("assignment", flat=True)))
    for assignment in assignments.select_related("organisation").order_by("pk"):
        settle(assignment, [user.pk], today=today)


def may_do_again(enrolment: Enrolment) -> bool:
    """Whether a lead asks for the module again, however long its certificate is still good."""
    return Requirement.objects.open().filter(user=enrolment.user_id, module=enrolment.module_id).exists()
