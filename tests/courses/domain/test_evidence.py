"""Evidence of training elsewhere: it counts at once, until it runs out or is withdrawn."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from courses.domain.assigning import sweep, withdraw
from courses.domain.evidence import EvidenceError, accept_evidence, withdraw_evidence
from courses.models import Assignment, Evidence, Requirement, Standing
from lms.audit.models import AuditEvent
from lms.people.domain.errors import NotAllowed
from lms.people.models import Membership
from tests.factories.assigning import give_out
from tests.factories.courses import complete, module_of

pytestmark = pytest.mark.django_db


def today() -> datetime.date:
    return timezone.localdate()


def days(count: int) -> datetime.timedelta:
    return datetime.timedelta(days=count)


def pdf(name="record.pdf", content=b"%PDF-1.7 example"):
    return SimpleUploadedFile(name, content)


@pytest.fixture
def module(bob, alice, haverley):
    """A module asked of everybody once a year."""
    module = module_of(1)
    give_out(bob, haverley, module=module, due_on=today() + days(10), repeat_months=12, window_days=30)
    sweep()
    return module


def accept(actor, user, organisation, module, **fields):
    said = {
        "title": "Course elsewhere",
        "provider": "Example College",
        "completed_on": today() - days(20),
        "valid_until": today() + days(100),
        "file": pdf(),
        **fields,
    }
    return accept_evidence(actor, user=user, organisation=organisation, module=module, **said)


def of(user) -> Requirement:
    return Requirement.objects.get(user=user)


def test_evidence_counts_at_once_until_it_runs_out_or_the_repeat_comes(module, alice, bob, haverley):
    evidence = accept(bob, alice, haverley, module)
    row = of(alice)
    assert (row.state, row.evidence, row.enrolment) == ("done", evidence, None)
    assert (row.completed_on, row.valid_until) == (today() - days(20), today() + days(100))
    assert row.renew_from == today() + days(70)
    standing = Standing.objects.get(user=alice)
    assert (standing.required, standing.done, standing.next_expiry) == (1, 1, today() + days(100))
    assert of(bob).state == "to_do"
    assert (evidence.file_name, evidence.file.name) == ("record.pdf", f"evidence/{evidence.public_id}.pdf")
    event = AuditEvent.objects.get(action="accepted evidence")
    assert (event.actor, event.organisation) == (bob, haverley)


def test_withdrawing_it_asks_again_unless_something_else_counts(module, alice, bob, haverley):
    evidence = accept(bob, alice, haverley, module)
    withdraw_evidence(bob, evidence=evidence, reason="Not the right course")
    withdraw_evidence(bob, evidence=evidence, reason="Twice")
    row = of(alice)
    assert (row.state, row.completed_on, row.valid_until, row.evidence) == ("to_do", None, None, None)
    assert row.next_reminder_on == today()
    assert Standing.objects.get(user=alice).done == 0
    evidence.refresh_from_db()
    assert evidence.withdrawn_reason == "Not the right course"
    assert AuditEvent.objects.filter(action="withdrew evidence").count() == 1

    another = accept(bob, alice, haverley, module)
    enrolment = complete(alice, module)
    withdraw_evidence(bob, evidence=another, reason="Not needed")
    row = of(alice)
    assert (row.state, row.completed_on, row.enrolment) == ("done", today(), enrolment)


def test_who_is_asked_again_after_the_date_has_a_month_for_it(module, alice, bob, haverley):
    evidence = accept(bob, alice, haverley, module)
    later = timezone.now() + days(40)
    withdraw_evidence(bob, evidence=evidence, reason="Not the right course", at=later)
    row = of(alice)
    assert (row.state, row.due_on, row.next_reminder_on) == ("to_do", today() + days(70), today() + days(40))


def test_withdrawing_it_leaves_nothing_completed_where_it_is_not_asked_any_more(module, alice, bob, haverley):
    assignment = Assignment.objects.get()
    mine, hers = accept(bob, bob, haverley, module), accept(bob, alice, haverley, module)
    Membership.objects.filter(user=alice).update(ended_on=today(), changed_at=timezone.now())
    sweep()
    assert (of(alice).state, of(bob).state) == ("done", "done")
    withdraw_evidence(bob, evidence=hers, reason="Somebody else's")
    row = of(alice)
    assert (row.state, row.stop_reason, row.stopped_on) == ("stopped", "left", today())
    assert (row.completed_on, row.valid_until, row.evidence) == (None, None, None)

    withdraw(bob, assignment=assignment)
    sweep()
    assert of(bob).state == "done"
    withdraw_evidence(bob, evidence=mine, reason="Not the right course")
    assert (of(bob).state, of(bob).stop_reason, of(bob).completed_on) == ("stopped", "withdrawn", None)


def test_who_no_longer_matches_keeps_what_else_counts(module, alice, bob, haverley):
    evidence = accept(bob, alice, haverley, module)
    enrolment = complete(alice, module, at=timezone.now() - days(30))
    withdraw(bob, assignment=Assignment.objects.get())
    sweep()
    assert of(alice).evidence == evidence
    withdraw_evidence(bob, evidence=evidence, reason="Not needed")
    assert (of(alice).state, of(alice).enrolment, of(alice).evidence) == ("done", enrolment, None)


def test_without_an_end_it_is_valid_as_long_as_a_completion_of_the_module(alice, bob, haverley):
    done_on = datetime.date(2026, 2, 28)
    for months, until in ((12, datetime.date(2027, 2, 28)), (None, None)):
        module = module_of(1, validity_months=months)
        evidence = accept(bob, alice, haverley, module, completed_on=done_on, valid_until=None, today=done_on)
        assert evidence.valid_until == until


def test_evidence_that_ran_out_closes_nothing(module, alice, bob, haverley):
    accept(bob, alice, haverley, module, completed_on=today() - days(200), valid_until=today() - days(1))
    assert of(alice).state == "to_do"
    accept(bob, bob, haverley, module, completed_on=today() - days(400), valid_until=None)
    assert of(bob).state == "to_do"


@pytest.mark.parametrize(
    "wrong",
    [
        {"completed_on": datetime.date(2999, 1, 1), "valid_until": None},
        {"valid_until": datetime.date(2000, 1, 1)},
        {"file": pdf("record.pdf", b"MZ not a PDF")},
        {"file": pdf("photo.png", b"%PDF-1.7")},
        {"file": pdf("page.html", b"<script>")},
    ],
)
def test_wrong_evidence_is_refused_and_changes_nothing(module, alice, bob, haverley, wrong):
    with pytest.raises(EvidenceError):
        accept(bob, alice, haverley, module, **wrong)
    assert Evidence.objects.count() == 0
    assert of(alice).state == "to_do"


def test_only_a_lead_of_the_person_accepts_or_withdraws(charlie, module, alice, bob, haverley, elsewhere):
    for actor, user, organisation in [
        (charlie, alice, haverley),
        (charlie, alice, elsewhere),
        (bob, charlie, haverley),
    ]:
        with pytest.raises(NotAllowed):
            accept(actor, user, organisation, module)
    evidence = accept(bob, alice, haverley, module)
    with pytest.raises(NotAllowed):
        withdraw_evidence(charlie, evidence=evidence, reason="Mine now")
    assert of(alice).state == "done"
