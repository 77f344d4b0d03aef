"""The leads' weekly digest: counts with links, once a week, and only when there is something to say."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from courses.domain.digests import send_digests
from courses.models import ReminderTimetable, Requirement
from lms.outbox.domain.sending import queue_email
from lms.outbox.models import OutgoingEmail
from lms.people.models import Membership
from tests.factories.assigning import ask
from tests.factories.people import MembershipFactory, OrganisationFactory

pytestmark = pytest.mark.django_db
LONDON = ZoneInfo("Europe/London")
MONDAY = date(2026, 6, 8)


def london(day: date, hour: int = 10) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=LONDON)


@pytest.fixture
def late(alice, bob, haverley) -> Requirement:
    """alice is late since Friday."""
    Membership.objects.update(started_on=date(2026, 1, 1))
    return ask(alice, haverley, lead=bob, due_on=date(2026, 6, 5))


def sent_to() -> list[str]:
    return list(OutgoingEmail.objects.filter(kind="digest").order_by("pk").values_list("to", flat=True))


def test_it_counts_with_links_and_names_nobody(alice, bob, haverley, late):
    others = [MembershipFactory(organisation=haverley, started_on=date(2026, 1, 1)).user for _ in range(3)]
    ask(others[0], haverley, lead=bob, due_on=date(2026, 6, 20))
    ask(others[1], haverley, lead=bob, due_on=date(2026, 9, 1), state="done", completed_on=date(2026, 6, 3))
    gone = queue_email(key="k", kind="test", to=others[2].email, subject="S", text="T")
    OutgoingEmail.objects.filter(pk=gone.pk).update(state="failed", bounced_at=london(MONDAY))
    assert send_digests(at=london(MONDAY)) == 1
    email = OutgoingEmail.objects.get(kind="digest")
    assert (email.to, email.subject) == (bob.email, "Training this week")
    assert email.key == f"digest:{bob.pk}:{haverley.pk}:2026-W24"
    site = "http://testserver"
    assert (
        "- 1 person is late\n"
        f"  {site}/people/?unit={haverley.pk}&state=late\n"
        "- 1 person has training due within 14 days\n"
        f"  {site}/people/?unit={haverley.pk}&state=soon\n"
        "- 1 person completed training in the last 7 days\n"
        f"  {site}/people/?unit={haverley.pk}&state=lately\n"
        "- 1 person cannot be reached: their e-mail comes back\n"
        f"  {site}/assignments/reminders/?organisation={haverley.pk}#came-back\n"
    ) in email.text
    assert "Alice" not in email.text


def test_it_goes_once_a_week_on_its_day_at_its_hour(late):
    for hour in (8, 9, 10, 17):
        for day in range(7):
            send_digests(at=london(MONDAY + timedelta(days=day), hour))
    assert len(sent_to()) == 1
    assert send_digests(at=london(MONDAY + timedelta(days=7))) == 1


@pytest.mark.parametrize(
    ("day", "sent"),
    [
        (date(2026, 5, 25), 0),  # a bank holiday
        (date(2026, 5, 26), 1),
        (date(2026, 6, 10), 1),  # two days missed
        (date(2026, 6, 11), 0),
    ],
)
def test_a_day_off_moves_it_and_a_missed_day_is_caught_up(late, day, sent):
    Requirement.objects.update(due_on=date(2026, 5, 20))
    assert send_digests(at=london(day)) == sent


def test_a_friday_off_moves_it_into_the_next_week_and_both_weeks_have_theirs(late, haverley, bob):
    ReminderTimetable.objects.create(organisation=haverley, digest_weekday=4)
    Requirement.objects.update(due_on=date(2026, 3, 20))
    good_friday = date(2026, 4, 3)
    sent = [day for day in range(9) if send_digests(at=london(good_friday + timedelta(days=day)))]
    assert sent == [4, 7]
    keys = OutgoingEmail.objects.filter(kind="digest").order_by("pk").values_list("key", flat=True)
    assert [key.rsplit(":", 1)[1] for key in keys] == ["2026-W14", "2026-W15"]


def test_when_there_is_nothing_to_say_nothing_is_said(bob, haverley):
    assert send_digests(at=london(MONDAY)) == 0


def test_a_lead_may_have_it_stopped(late, haverley):
    ReminderTimetable.objects.create(organisation=haverley, digest_on=False)
    assert send_digests(at=london(MONDAY)) == 0


def test_leads_of_units_get_theirs_and_parents_the_whole_tree(bob, haverley, late):
    unit = OrganisationFactory(name="Haverley North", parent=haverley)
    kim = MembershipFactory(organisation=unit, is_lead=True, started_on=date(2026, 1, 1)).user
    Membership.objects.create(user=bob, organisation=unit, is_lead=True, started_on=date(2026, 1, 1))
    robin = MembershipFactory(organisation=unit, started_on=date(2026, 1, 1)).user
    ask(robin, unit, lead=bob, due_on=date(2026, 6, 5))
    assert send_digests(at=london(MONDAY)) == 2
    texts = dict(OutgoingEmail.objects.filter(kind="digest").values_list("to", "text"))
    assert "2 people are late" in texts[bob.email]
    assert "1 person is late" in texts[kim.email]


def test_somebody_in_two_units_is_counted_once(alice, bob, haverley, late):
    unit = OrganisationFactory(name="Haverley North", parent=haverley)
    Membership.objects.create(user=alice, organisation=unit, started_on=date(2026, 1, 1))
    ask(alice, unit, lead=bob, due_on=date(2026, 6, 5))
    send_digests(at=london(MONDAY))
    assert "1 person is late" in OutgoingEmail.objects.get(kind="digest").text


def test_charlie_hears_nothing_of_another_organisation(charlie, late):
    Membership.objects.update(started_on=date(2026, 1, 1))
    send_digests(at=london(MONDAY))
    assert charlie.email not in sent_to()


def test_two_sweeps_write_one(late):
    assert (send_digests(at=london(MONDAY)), send_digests(at=london(MONDAY))) == (1, 0)


def test_the_queries_do_not_grow_with_leads(haverley, late, django_assert_num_queries):
    for _ in range(3):
        MembershipFactory(organisation=haverley, is_lead=True, started_on=date(2026, 1, 1))
    with django_assert_num_queries(14):
        assert send_digests(at=london(MONDAY)) == 4
