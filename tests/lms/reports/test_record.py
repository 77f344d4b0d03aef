"""A person's record: what it tells of reminders, and that it can be printed."""

import datetime

import pytest
from django.utils import timezone

from lms.outbox.models import OutgoingEmail
from tests.factories.people import MembershipFactory

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
        ("Reminder came back", "Due today. The address does not exist."),
        ("Reminder could not be sent", "Now late"),
        ("Reminder on its way", "Runs out"),
        ("Reminder sent", "Due soon"),
    ]
    assert told()[-2:] == [
        ("Reminder came back", "Due today. The address does not exist."),
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
