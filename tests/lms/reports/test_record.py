"""A person's record: what it tells of reminders and of time, and that it can be printed."""

import datetime

import pytest
from django.utils import timezone

from courses.domain.enrolling import enrol
from courses.domain.progress import complete_lesson, open_lesson
from courses.models import ScormAttempt
from lms.outbox.models import OutgoingEmail
from tests.factories.courses import LessonFactory, ModuleFactory
from tests.factories.people import MembershipFactory
from tests.factories.scorm import scorm_lesson

pytestmark = pytest.mark.django_db
HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def remind(alice, haverley):
    """A reminder to alice as the outbox keeps it."""

    def make(subject: str, **fields) -> OutgoingEmail:
        fields = {"kind": "reminder_before_14", "organisation": haverley, "not_before": timezone.now(), **fields}
        return OutgoingEmail.objects.create(key=subject, to=alice.email, user=alice, subject=subject, **fields)

    return make


@pytest.fixture
def told(client, bob, alice):
    """What the log of alice's record says, as text and detail."""
    client.force_login(bob)

    def ask() -> list[tuple[str, str]]:
        page = client.get(f"/people/{alice.public_id}/")
        return [(event.text, event.detail) for event in page.context["events"]]

    return ask


def test_it_says_which_reminders_went_and_which_came_back(remind, told):
    now = timezone.now()
    remind("Due soon", state="sent", sent_at=now - 3 * HOUR)
    remind("Due today", state="failed", bounced_at=now - 2 * HOUR)
    remind("Now late", state="failed", kind="reminder_late_1")
    remind("Runs out", kind="reminder_expiry_30")
    assert sorted(told()) == [
        ("Reminder came back", "Due today. The mail server did not take it."),
        ("Reminder could not be sent", "Now late"),
        ("Reminder on its way", "Runs out"),
        ("Reminder sent", "Due soon"),
    ]
    assert told()[-2:] == [
        ("Reminder came back", "Due today. The mail server did not take it."),
        ("Reminder sent", "Due soon"),
    ]


def test_digests_forgotten_e_mails_and_those_of_another_organisation_are_not_in_it(remind, told, alice, elsewhere):
    MembershipFactory(user=alice, organisation=elsewhere)
    remind("Theirs", organisation=elsewhere, state="sent", sent_at=timezone.now())
    remind("A digest", kind="digest", state="sent", sent_at=timezone.now())
    remind("Long ago", state="sent", sent_at=timezone.now())
    OutgoingEmail.objects.filter(key="Long ago").update(to="", user=None, organisation=None, subject="")
    assert told() == []


def test_the_record_and_the_reports_say_who_printed_them(client, bob, alice, haverley):
    client.force_login(bob)
    for path in (f"/people/{alice.public_id}/", "/dashboard/", "/reports/completions/"):
        html = " ".join(client.get(path).content.decode().split())
        assert "data-print hidden>Print</button>" in html
        assert "by Bob Example, Haverley Police.</p>" in html


def test_it_says_how_long_packages_were_played_as_they_measured_it(client, bob, alice, told):
    lessons = {name: scorm_lesson() for name in ("finished", "open", "read as text", "silent")}
    read = LessonFactory()
    enrolment = enrol(alice, module=ModuleFactory(lessons=[*lessons.values(), read]))
    begun = timezone.now() - 3 * HOUR
    for name, seconds in {"finished": 3000, "open": 305.4, "read as text": 20, "silent": 0}.items():
        lesson = lessons[name]
        attempt = ScormAttempt.objects.create(
            enrolment=enrolment,
            lesson=lesson,
            version=lesson.scorm_package.current_version,
            completed_at=begun + HOUR if name in ("finished", "silent") else None,
        )
        attempt.item_states.create(item_identifier="item", total_seconds=seconds, last_seen_at=begun)
        open_lesson(enrolment, lesson=lesson, at=begun)
        if name != "open":
            complete_lesson(enrolment, lesson=lesson, at=begun + HOUR / 4)
    complete_lesson(enrolment, lesson=read, at=begun + HOUR)

    details = [detail for text, detail in told() if text.startswith("Lesson completed")]
    rows = client.get(f"/people/{alice.public_id}/").context["lessons"]

    spent = {row.lesson: row.spent_seconds for row in rows}
    assert [spent[lesson] for lesson in lessons.values()] == [3000, 305, 900, 900]
    module = str(enrolment.module)
    assert sorted(details) == sorted(
        [f"{module} · 50 minutes", f"{module} · 15 minutes", f"{module} · 15 minutes", module]
    )
