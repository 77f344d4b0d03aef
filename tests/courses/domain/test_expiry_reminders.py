"""Reminders of what runs out: at 60, 30 and 7 days, each once, with the way to do it again."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.files.base import ContentFile

from courses.domain.expiry_reminders import remind_of_expiry
from courses.models import Certificate, Evidence, Exemption, ReminderTimetable
from lms.outbox.models import OutgoingEmail
from lms.people.models import Membership
from tests.factories.assigning import ask
from tests.factories.courses import complete, module_of

pytestmark = pytest.mark.django_db
LONDON = ZoneInfo("Europe/London")
LAST_DAY = date(2026, 6, 30)


def london(day: date, hour: int = 10) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=LONDON)


@pytest.fixture
def certificate(alice, bob) -> Certificate:
    """alice's certificate of T1, whose last day is 30 June 2026."""
    Membership.objects.update(started_on=date(2024, 1, 1))
    module = module_of(1, title="T1 Seeing it", slug="t1", validity_months=24)
    complete(alice, module, at=london(date(2024, 6, 30)))
    Certificate.objects.update(expires_on=LAST_DAY)
    return Certificate.objects.get()


def test_each_of_the_three_goes_once_on_a_working_day(certificate):
    seen = []
    for number in range(70):
        day = LAST_DAY - timedelta(days=65) + timedelta(days=number)
        for hour in (8, 9, 15):
            seen += [f"{day:%a %-d %b}"] * remind_of_expiry(at=london(day, hour))
    kinds = list(OutgoingEmail.objects.order_by("pk").values_list("kind", flat=True))
    assert list(zip(seen, kinds, strict=True)) == [
        ("Fri 1 May", "reminder_expiry_60"),
        ("Fri 29 May", "reminder_expiry_30"),
        ("Tue 23 Jun", "reminder_expiry_7"),
    ]


def test_it_says_when_it_can_be_done_again_and_leads_there(certificate):
    remind_of_expiry(at=london(date(2026, 5, 1)))
    email = OutgoingEmail.objects.get()
    assert email.subject == "Your training runs out on Tuesday 30 June"
    assert (
        "Your record of T1 Seeing it runs out on Tuesday 30 June. You can do it again now, and keep your record "
        "without a gap.\n\nSee the training:\nhttp://testserver/training/t1/\n"
    ) in email.text


def test_before_the_window_it_says_from_when(certificate, haverley):
    ReminderTimetable.objects.create(organisation=haverley, days_before_expiry=[90])
    remind_of_expiry(at=london(date(2026, 4, 2)))
    assert "You can do it again from Friday 1 May." in OutgoingEmail.objects.get().text


def test_several_of_one_day_are_one_email(certificate, alice):
    complete(alice, module_of(1, title="T2 Responding", validity_months=24), at=london(date(2024, 6, 30)))
    Certificate.objects.update(expires_on=LAST_DAY)
    assert remind_of_expiry(at=london(date(2026, 5, 1))) == 1
    assert "Your record of T1 Seeing it, T2 Responding runs out" in OutgoingEmail.objects.get().text


def test_accepted_evidence_runs_out_too(alice, bob, haverley, settings, tmp_path):
    Membership.objects.update(started_on=date(2024, 1, 1))
    Evidence.objects.create(
        user=alice,
        module=module_of(1, title="T3 Leading"),
        organisation=haverley,
        title="Course elsewhere",
        completed_on=date(2024, 6, 30),
        valid_until=LAST_DAY,
        file=ContentFile(b"x", "x.pdf"),
        file_name="x.pdf",
        accepted_by=bob,
    )
    assert remind_of_expiry(at=london(date(2026, 6, 23))) == 1
    assert "Your record of T3 Leading runs out on Tuesday 30 June." in OutgoingEmail.objects.get().text


def quiet_withdrawn(certificate, haverley, bob):
    Certificate.objects.update(withdrawn_at=london(date(2026, 1, 1)))


def quiet_left(certificate, haverley, bob):
    Membership.objects.filter(user=certificate.user).update(ended_on=date(2026, 1, 2))


def quiet_exempt(certificate, haverley, bob):
    Exemption.objects.create(
        user=certificate.user, organisation=haverley, reason="Leave", begins_on=date(2026, 1, 1), created_by=bob
    )


def quiet_asked_again(certificate, haverley, bob):
    ask(certificate.user, haverley, lead=bob, module=certificate.module)


def quiet_off(certificate, haverley, bob):
    ReminderTimetable.objects.create(organisation=haverley, is_on=False)


@pytest.mark.parametrize("quieten", [quiet_withdrawn, quiet_left, quiet_exempt, quiet_asked_again, quiet_off])
def test_it_is_quiet_for(certificate, haverley, bob, quieten):
    quieten(certificate, haverley, bob)
    assert remind_of_expiry(at=london(date(2026, 5, 1))) == 0
