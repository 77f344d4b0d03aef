"""The lead's page of reminders, reminding now, and where a reminder's link leads."""

from datetime import timedelta

import pytest
from django.utils import timezone

from courses.domain.enrolling import enrol
from courses.domain.progress import complete_lesson, open_lesson
from courses.models import ReminderTimetable
from lms.audit.models import AuditEvent
from lms.outbox.domain.queueing import Letter, queue_emails
from lms.outbox.models import OutgoingEmail
from tests.factories.assigning import ask
from tests.factories.courses import complete, module_of
from tests.factories.people import MembershipFactory, OrganisationFactory

pytestmark = pytest.mark.django_db
PAGE = "/assignments/reminders/"
ANSWERS = {
    "is_on": "on",
    "hour": "8",
    "on_assigning": "on",
    "days_before": "21, 7 and 1",
    "late_every_days": "5",
    "late_at_most": "3",
    "days_before_expiry": "",
    "digest_weekday": "4",
}


@pytest.fixture
def lead(client, bob):
    """bob's browser."""
    client.force_login(bob)
    return client


def html_of(response) -> str:
    return " ".join(response.content.decode().split())


def letter_to(user, organisation, key: str = "k") -> None:
    letter = Letter(
        key=key,
        kind="reminder_late_1",
        to=user.email,
        subject="Your training was due on Friday 1 May",
        text="T",
        user_id=user.pk,
        organisation_id=organisation.pk,
    )
    queue_emails([letter], at=timezone.now())


def test_a_lead_changes_the_timetable_and_it_is_recorded(lead, bob, haverley):
    response = lead.post(PAGE, {**ANSWERS, "organisation": haverley.pk})
    assert response["Location"] == f"{PAGE}?organisation={haverley.pk}"
    saved = ReminderTimetable.objects.get()
    assert (saved.hour, saved.days_before, saved.on_the_day, saved.days_before_expiry) == (8, [21, 7, 1], False, [])
    assert (saved.late_every_days, saved.late_at_most, saved.digest_on, saved.digest_weekday) == (5, 3, False, 4)
    event = AuditEvent.objects.get()
    assert (event.actor, event.action, event.organisation) == (bob, "changed reminders", haverley)
    assert 'value="21, 7, 1"' in html_of(lead.get(PAGE))


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"days_before": "14, soon"}, "“soon” is not a number of days. Write for example 14, 3."),
        ({"days_before": "1 2 3 4 5 6"}, "Write 5 numbers at most."),
        ({"late_every_days": "0"}, "Enter a whole number from 1 to 90"),
        ({"late_at_most": ""}, "Enter a whole number from 0 to 20"),
        ({"days_before_expiry": "400"}, "“400” is not a number of days. Write for example 14, 3."),
    ],
)
def test_what_is_wrong_is_said_and_kept(lead, haverley, wrong, told):
    html = html_of(lead.post(PAGE, {**ANSWERS, **wrong, "organisation": haverley.pk}))
    assert "There is a problem" in html
    assert html.count(told) == 2
    assert f'value="{next(iter(wrong.values()))}"' in html or not next(iter(wrong.values()))
    assert not ReminderTimetable.objects.exists()


def test_a_unit_follows_the_organisation_above_until_it_has_its_own(lead, haverley):
    unit = OrganisationFactory(name="Haverley North", parent=haverley)
    lead.post(PAGE, {**ANSWERS, "organisation": haverley.pk})
    html = html_of(lead.get(PAGE, {"organisation": unit.pk}))
    assert "These are the reminders of Haverley Police." in html
    lead.post(PAGE, {**ANSWERS, "hour": "11", "organisation": unit.pk})
    assert ReminderTimetable.objects.get(organisation=unit).hour == 11
    lead.post(f"{PAGE}follow/", {"organisation": unit.pk})
    assert list(ReminderTimetable.objects.values_list("organisation", flat=True)) == [haverley.pk]


def test_it_shows_what_was_sent_and_whose_address_comes_back(lead, alice, haverley):
    letter_to(alice, haverley)
    html = html_of(lead.get(PAGE))
    assert "On its way" in html
    assert "1 person cannot be reached" not in html
    OutgoingEmail.objects.update(state="failed", bounced_at=timezone.now(), last_error="550 no such mailbox")
    html = html_of(lead.get(PAGE, {"state": "failed"}))
    assert "1 person cannot be reached" in html
    assert f'<a href="/people/{alice.public_id}/address/">Mend the address' in html
    assert "Came back" in html


@pytest.mark.parametrize("people", [1, 3])
def test_the_page_takes_the_same_queries_for_one_and_three_emails(lead, haverley, people, django_assert_num_queries):
    for number in range(people):
        letter_to(MembershipFactory(organisation=haverley).user, haverley, key=f"k{number}")
    OutgoingEmail.objects.update(state="failed", bounced_at=timezone.now())
    lead.get(PAGE)
    with django_assert_num_queries(11):
        lead.get(PAGE)


def test_charlie_sees_and_changes_nothing_of_another_organisation(client, charlie, alice, elsewhere, haverley, bob):
    client.force_login(charlie)
    letter_to(alice, haverley)
    OutgoingEmail.objects.update(state="failed", bounced_at=timezone.now())
    assert alice.email not in html_of(client.get(PAGE))
    assert client.get(PAGE, {"organisation": haverley.pk}).status_code == 404
    assert client.post(PAGE, {**ANSWERS, "organisation": haverley.pk}).status_code == 404
    assert client.post(f"{PAGE}follow/", {"organisation": haverley.pk}).status_code == 404
    assert client.get(PAGE, {"organisation": "1 or 1=1"}).status_code == 404
    requirement = ask(alice, haverley, lead=bob, due_on=timezone.localdate() - timedelta(days=9))
    assert client.post(f"/assignments/{requirement.assignment.public_id}/remind/").status_code == 404
    requirement.refresh_from_db()
    assert requirement.next_reminder_on is None


def test_a_letter_of_another_organisation_to_somebody_of_both_stays_unseen(client, charlie, alice, elsewhere, haverley):
    MembershipFactory(user=alice, organisation=elsewhere)
    letter_to(alice, haverley)
    client.force_login(charlie)
    assert "Nothing yet." in html_of(client.get(PAGE))


def test_a_learner_has_no_such_page(client, alice):
    client.force_login(alice)
    assert client.get(PAGE).status_code == 404


def test_a_lead_reminds_who_is_late(lead, alice, haverley, bob, django_capture_on_commit_callbacks):
    requirement = ask(alice, haverley, lead=bob, due_on=timezone.localdate() - timedelta(days=9))
    address = f"/assignments/{requirement.assignment.public_id}/remind/"
    page = html_of(lead.get(f"/assignments/{requirement.assignment.public_id}/"))
    assert f'<form method="post" action="{address}">' in page
    with django_capture_on_commit_callbacks(execute=True):
        response = lead.post(address)
    assert [str(message) for message in response.wsgi_request._messages] == ["A reminder goes to 1 person."]
    assert OutgoingEmail.objects.get().kind == "reminder_now"
    response = lead.post(address)
    assert "Nobody is late who has not been reminded today." in [str(m) for m in response.wsgi_request._messages]
    assert OutgoingEmail.objects.count() == 1


def test_the_link_leads_to_the_lesson_to_go_on_with(client, alice):
    module = module_of(2, slug="t1")
    first, second = [place.lesson for place in module.published_lessons()]
    assert client.get("/training/t1/continue/")["Location"] == "/accounts/login/?next=/training/t1/continue/"
    client.force_login(alice)
    assert client.get("/training/t1/continue/")["Location"] == first.url_in(module)
    enrolment = enrol(alice, module=module)
    open_lesson(enrolment, lesson=first)
    complete_lesson(enrolment, lesson=first)
    assert client.get("/training/t1/continue/")["Location"] == second.url_in(module)
    complete(alice, module)
    assert client.get("/training/t1/continue/")["Location"] == "/training/t1/"


def test_the_link_of_a_module_with_something_to_read_first_leads_to_its_page(client, alice):
    module_of(1, slug="t3", content_note="This may be hard to read.")
    client.force_login(alice)
    assert client.get("/training/t3/continue/")["Location"] == "/training/t3/"
    assert client.get("/training/no-such/continue/").status_code == 404
