"""Changing, pausing, resuming and withdrawing: the effect is shown first, then it is done."""

import datetime

import pytest
from django.utils import timezone

from courses.domain.assigning import sweep
from courses.models import Requirement
from tests.factories.assigning import ask
from tests.factories.courses import ModuleFactory
from tests.factories.people import MembershipFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead(client, bob):
    client.force_login(bob)
    return client


@pytest.fixture
def assignment(haverley, alice, bob):
    """Asked of alice, who has not begun."""
    module = ModuleFactory(title="T2 Responding")
    due = datetime.date(2126, 6, 12)
    return ask(
        alice, haverley, lead=bob, module=module, assignment__due_on=due, assignment__audience="everyone"
    ).assignment


def html_of(response) -> str:
    return " ".join(response.content.decode().split())


SAME = {
    "audience": "everyone",
    "include_units": "on",
    "due": "date",
    "due_on_0": "12",
    "due_on_1": "6",
    "due_on_2": "2126",
    "joiners": "yes",
    "joiner_days": "30",
    "repeats": "no",
    "mandatory": "yes",
    "reason": "",
}


def test_a_change_is_shown_with_its_effect_before_it_is_made(lead, assignment, alice):
    url = f"/assignments/{assignment.public_id}/change/"
    changed = {**SAME, "due_on_0": "30", "reason": "You meet the public."}

    html = html_of(lead.post(url, changed))
    assert "1 person who still has it to do gets this date: Sunday 30 June 2126." in html
    assert "People see another reason: “You meet the public.”." in html
    assignment.refresh_from_db()
    assert (assignment.due_on, assignment.reason) == (datetime.date(2126, 6, 12), "")

    response = lead.post(url, {**changed, "confirmed": "1"}, follow=True)
    assert "The assignment is changed." in html_of(response)
    assignment.refresh_from_db()
    assert (assignment.due_on, assignment.reason) == (datetime.date(2126, 6, 30), "You meet the public.")


def test_other_people_are_counted_before_they_are_asked(lead, assignment, haverley, alice):
    MembershipFactory(organisation=haverley, job_role="Call handler")
    url = f"/assignments/{assignment.public_id}/change/"
    assignment.days_after_joining = 30
    assignment.save()
    changed = {**SAME, "audience": "rule", "job_roles": ["Call handler"]}
    html = html_of(lead.post(url, changed))
    assert "1 more person gets it." in html
    assert "1 person who has not begun is no longer asked." in html
    assert '<input type="hidden" name="job_roles" value="Call handler">' in html
    lead.post(url, {**changed, "confirmed": "1"})
    assignment.refresh_from_db()
    assert (assignment.audience, assignment.job_roles) == ("rule", ["Call handler"])


def test_people_chosen_one_by_one_stay(lead, assignment):
    assignment.audience = "people"
    assignment.save()
    html = html_of(lead.get(f"/assignments/{assignment.public_id}/change/"))
    assert "The people were chosen one by one." in html
    assert "Who gets it?" not in html


def test_a_change_of_nothing_says_so(lead, assignment):
    assignment.days_after_joining = 30
    assignment.save()
    response = lead.post(f"/assignments/{assignment.public_id}/change/", SAME, follow=True)
    assert "Nothing is different, so nothing was changed." in html_of(response)


def test_a_wrong_change_is_said_and_kept(lead, assignment):
    html = html_of(lead.post(f"/assignments/{assignment.public_id}/change/", {**SAME, "due_on_0": "32"}))
    assert "There is a problem" in html
    assert 'value="32"' in html
    assert "What happens</h2>" not in html


def test_pausing_resuming_and_withdrawing_show_their_effect_and_do_it(lead, assignment, alice):
    url = f"/assignments/{assignment.public_id}/"
    assert "1 person still has it to do. They are not reminded" in html_of(lead.get(f"{url}pause/"))
    assert "Paused: nobody new gets it" in html_of(lead.post(f"{url}pause/", follow=True))
    assert lead.get(f"{url}pause/").status_code == 404

    assert "and is reminded again" in html_of(lead.get(f"{url}resume/"))
    lead.post(f"{url}resume/")
    assert lead.get(f"{url}resume/").status_code == 404

    assert "1 person is no longer asked to do it" in html_of(lead.get(f"{url}withdraw/"))
    html = html_of(lead.post(f"{url}withdraw/", follow=True))
    assert f"Withdrawn on {timezone.localdate():%-d %B %Y}" in html
    assert [lead.get(f"{url}{step}/").status_code for step in ("change", "pause", "resume", "withdraw")] == [404] * 4
    sweep()
    assert not Requirement.objects.open().filter(user=alice).exists()


@pytest.mark.parametrize("who", ["charlie", "alice", "dana", "erin"])
@pytest.mark.parametrize("step", ["change", "pause", "resume", "withdraw"])
def test_nobody_else_changes_anything(client, request, who, step, assignment):
    client.force_login(request.getfixturevalue(who))
    url = f"/assignments/{assignment.public_id}/{step}/"
    assert client.get(url).status_code == 404
    assert client.post(url, {**SAME, "confirmed": "1"}).status_code == 404
    assignment.refresh_from_db()
    assert assignment.state == "active"
