"""Assigning in steps: module, people and date, check, done; what is wrong is said and kept."""

import datetime
import re

import pytest
from django.utils import timezone

from courses.domain.assigning import sweep
from courses.models import Assignment, Course, CourseModule, Requirement
from tests.factories.courses import complete, module_of
from tests.factories.people import MembershipFactory, OrganisationFactory, TeamFactory

pytestmark = pytest.mark.django_db
TIMING = {
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


@pytest.fixture
def lead(client, bob):
    """bob's browser."""
    client.force_login(bob)
    return client


@pytest.fixture
def draft(lead):
    """A draft whose module is chosen."""
    module = module_of(1, title="T2 Responding", slug="t2")
    lead.post("/assignments/new/", {"subject": f"module:{module.slug}"})
    return Assignment.objects.get()


def answers(organisation, /, **changed) -> dict:
    """Step 2 filled in for everyone, with some answers changed."""
    return {**TIMING, "organisation": organisation.pk, "include_units": "on", "audience": "everyone", **changed}


def html_of(response) -> str:
    return " ".join(response.content.decode().split())


def test_step_one_offers_published_modules_and_courses_and_keeps_a_draft(lead, haverley):
    module, hidden = module_of(1, title="T1 Seeing it"), module_of(1, title="T9 Not ready", live=False)
    course = Course.objects.create(title="Induction", slug="induction", live=True)
    CourseModule.objects.create(course=course, module=module, sort_order=0)
    Course.objects.create(title="Empty course", slug="empty", live=True)

    html = html_of(lead.get("/assignments/new/"))
    assert "T1 Seeing it" in html
    assert "Induction" in html
    assert hidden.title not in html
    assert "Empty course" not in html

    response = lead.post("/assignments/new/", {"subject": "course:induction"})
    draft = Assignment.objects.get()
    assert (draft.course, draft.module, draft.state, draft.organisation) == (course, None, "draft", haverley)
    assert response["Location"] == f"/assignments/{draft.public_id}/who/"


def test_step_one_finds_by_words_and_chooses_beforehand(lead):
    module_of(1, title="T1 Seeing it")
    module_of(1, title="T2 Responding", slug="t2")
    html = html_of(lead.get("/assignments/new/", {"q": "respond"}))
    assert "T2 Responding" in html
    assert "T1 Seeing it" not in html
    assert 'value="module:t2" checked' in html_of(lead.get("/assignments/new/", {"module": "t2"}))


@pytest.mark.parametrize("sent", [{}, {"subject": "module:no-such"}, {"subject": "course:hidden"}])
def test_step_one_says_what_is_missing(lead, sent):
    module_of(1)
    html = html_of(lead.post("/assignments/new/", sent))
    assert "There is a problem" in html
    assert "Choose a module or a course" in html
    assert Assignment.objects.count() == 0


def test_the_module_of_a_draft_can_be_changed(lead, draft):
    other = module_of(1, slug="t3")
    lead.post(f"/assignments/{draft.public_id}/module/", {"subject": "module:t3"})
    draft.refresh_from_db()
    assert draft.module == other


def chosen_date(browser, draft):
    """Which answer to "When is it due?" stands chosen on step 2."""
    return browser.get(f"/assignments/{draft.public_id}/who/").context["timing_form"]["due"].value()


def test_of_the_date_nothing_is_chosen_before_the_lead_has(lead, draft, haverley):
    url = f"/assignments/{draft.public_id}/who/"
    assert chosen_date(lead, draft) is None
    assert re.findall(r'name="due"[^>]* checked', html_of(lead.get(url))) == []
    lead.post(f"/assignments/{draft.public_id}/module/", {"subject": "module:t2"})
    assert chosen_date(lead, draft) is None
    asked = answers(haverley, due="", reason="You meet the public.")
    assert "Choose when it is due" in html_of(lead.post(url, asked))
    assert chosen_date(lead, draft) is None
    lead.post(url, answers(haverley, due="none", keep="1"))
    assert chosen_date(lead, draft) == "none"
    assert re.findall(r'name="due" value="(\w+)"[^>]* checked', html_of(lead.get(url))) == ["none"]


@pytest.mark.parametrize(("sent", "due"), [({}, "date"), ({"due": "days", "days_each": "14"}, "days")])
def test_a_date_that_was_chosen_stands_chosen_when_the_draft_is_opened_again(lead, draft, haverley, sent, due):
    lead.post(f"/assignments/{draft.public_id}/who/", answers(haverley, keep="1", **sent))
    assert chosen_date(lead, draft) == due


def test_step_two_keeps_who_and_when(lead, draft, haverley):
    MembershipFactory(organisation=haverley, job_role="Call handler")
    response = lead.post(
        f"/assignments/{draft.public_id}/who/",
        answers(
            haverley,
            audience="rule",
            job_roles=["Call handler"],
            child_facing_only="on",
            nation="wales",
            joined_after_0="1",
            joined_after_1="2",
            joined_after_2="2026",
            repeats="yes",
            repeat_months="24",
            window_days="60",
            mandatory="no",
            reason="You meet the public.",
        ),
    )
    assert response["Location"] == f"/assignments/{draft.public_id}/check/"
    draft.refresh_from_db()
    assert (draft.audience, draft.job_roles, draft.child_facing_only) == ("rule", ["Call handler"], True)
    assert (draft.first_responders_only, draft.nation) == (False, "wales")
    assert draft.joined_after == datetime.date(2026, 2, 1)
    assert (draft.due_on, draft.days_after_joining, draft.include_joiners) == (datetime.date(2126, 6, 12), 30, True)
    assert (draft.repeat_months, draft.window_days, draft.is_mandatory) == (24, 60, False)
    assert draft.reason == "You meet the public."
    html = html_of(lead.get(f"/assignments/{draft.public_id}/who/"))
    assert 'value="2126"' in html
    assert "You meet the public." in html


def test_teams_must_lie_in_the_organisation(lead, draft, haverley):
    unit = OrganisationFactory(parent=haverley, name="Control Room")
    inside, below = TeamFactory(organisation=haverley), TeamFactory(organisation=unit, name="Night shift")
    url = f"/assignments/{draft.public_id}/who/"
    only_here = answers(haverley, audience="teams", teams=[inside.pk, below.pk])
    del only_here["include_units"]
    assert "Night shift is not in Haverley Police" in html_of(lead.post(url, only_here))
    lead.post(url, answers(haverley, audience="teams", teams=[inside.pk, below.pk]))
    assert set(draft.teams.all()) == {inside, below}
    lead.post(url, answers(haverley))
    assert draft.teams.count() == 0


def test_a_draft_that_was_kept_past_its_date_gets_another_first(lead, draft, haverley):
    Assignment.objects.update(due_on=datetime.date(2020, 6, 12), date_is_chosen=True)
    for step, sent in (("check", {}), ("who", answers(haverley, due_on_2="2020"))):
        assert "The date is past" in html_of(lead.post(f"/assignments/{draft.public_id}/{step}/", sent, follow=True))


WRONG = [
    ({"audience": ""}, "Choose who gets it"),
    ({"audience": "teams"}, "Choose at least one team"),
    ({"audience": "rule"}, "Choose at least one thing that people have to match"),
    ({"organisation": "0"}, "Choose an organisation or unit"),
    ({"due": ""}, "Choose when it is due"),
    ({"due_on_0": "", "due_on_1": "", "due_on_2": ""}, "Enter the day by which it is due"),
    ({"due_on_0": "31", "due_on_1": "2"}, "Enter a day that exists, with all four figures of the year"),
    ({"due_on_2": "26"}, "Enter a day that exists, with all four figures of the year"),
    ({"due_on_1": ""}, "Enter the month"),
    ({"due_on_2": "2020"}, "The date is past. Enter today or a later day"),
    ({"due": "days", "days_each": "soon"}, "Enter how many days people have, for example 30"),
    ({"joiner_days": ""}, "Enter how many days joiners have, for example 30"),
    ({"repeats": "yes", "repeat_months": "0"}, "Enter how many months lie between, for example 24"),
    ({"repeats": "yes", "repeat_months": "500"}, "Enter 120 or less"),
    ({"reason": "x" * 301}, "The reason has more than 300 characters"),
]


@pytest.mark.parametrize(("changed", "message"), WRONG, ids=[message[:40] for _changed, message in WRONG])
def test_step_two_says_what_is_wrong_and_keeps_what_was_typed(lead, draft, haverley, changed, message):
    sent = answers(haverley, **{"reason": "Because we promised.", **changed})
    html = html_of(lead.post(f"/assignments/{draft.public_id}/who/", sent))
    assert html.count(message) >= 2  # in the summary and beside the field
    assert "Error: Assign training" in html
    assert sent["reason"] in html
    draft.refresh_from_db()
    assert draft.due_on is None


def test_what_is_folded_away_is_not_asked_for(lead, draft, haverley):
    sent = answers(haverley, due="none", due_on_0="x", joiners="no", joiner_days="many", repeat_months="-1")
    assert lead.post(f"/assignments/{draft.public_id}/who/", sent).status_code == 302
    draft.refresh_from_db()
    assert (draft.due_on, draft.days_after_joining, draft.repeat_months) == (None, None, None)


def test_a_draft_is_kept_and_listed_and_can_be_thrown_away(lead, draft, haverley):
    response = lead.post(f"/assignments/{draft.public_id}/who/", {**answers(haverley), "keep": "1"}, follow=True)
    html = html_of(response)
    assert "The draft is kept." in html
    assert f'href="/assignments/{draft.public_id}/who/"' in html
    lead.post(f"/assignments/{draft.public_id}/discard/")
    assert "T2 Responding" not in html_of(lead.get("/assignments/", {"state": "draft"}))


def test_the_check_says_how_many_and_shows_each_person(lead, draft, haverley, alice, bob):
    complete(alice, draft.module)
    MembershipFactory(organisation=haverley, user__first_name="Imogen", user__last_name="Vanterpool")
    lead.post(f"/assignments/{draft.public_id}/who/", answers(haverley))
    url = f"/assignments/{draft.public_id}/check/"

    html = html_of(lead.get(url))

    assert "<h1>2 people will get T2 Responding</h1>" in html
    assert "3 people match." in html
    assert "1 of those who get it has never signed in" in html
    assert "Assign to 2 people" in html
    for name in ("Example, Alice", "Example, Bob", "Vanterpool, Imogen"):
        assert name in html
    done = html_of(lead.get(url, {"outcome": "completed"}))
    assert "Example, Alice" in done
    assert "Vanterpool, Imogen" not in done


def test_assigning_gives_it_out_and_leads_to_the_assignment(lead, draft, haverley, alice, bob):
    lead.post(f"/assignments/{draft.public_id}/who/", answers(haverley))
    response = lead.post(f"/assignments/{draft.public_id}/check/")
    assert response["Location"] == f"/assignments/{draft.public_id}/done/"
    sweep(at=timezone.now())

    assert set(Requirement.objects.values_list("user", "due_on")) == {
        (alice.pk, datetime.date(2126, 6, 12)),
        (bob.pk, datetime.date(2126, 6, 12)),
    }
    html = html_of(lead.get(response["Location"]))
    assert "Everybody who matches has it now." in html
    assert f'href="/assignments/{draft.public_id}/"' in html
    assert lead.get(f"/assignments/{draft.public_id}/check/").status_code == 404
    assert lead.get(f"/assignments/{draft.public_id}/who/").status_code == 404


def test_nobody_comes_to_the_check_past_the_question_who_and_by_when(lead, draft, alice):
    for ask_for in (lead.get, lead.post):
        assert ask_for(f"/assignments/{draft.public_id}/check/")["Location"] == f"/assignments/{draft.public_id}/who/"
    assert not Requirement.objects.exists()
    draft.refresh_from_db()
    assert draft.state == "draft"


def test_a_draft_for_nobody_cannot_be_assigned_by_button(lead, draft, haverley):
    team = TeamFactory(organisation=haverley)
    sent = answers(haverley, audience="teams", teams=[team.pk], joiners="no")
    lead.post(f"/assignments/{draft.public_id}/who/", sent)
    html = html_of(lead.get(f"/assignments/{draft.public_id}/check/"))
    assert "Nobody matches. Change who gets it, then check again." in html
    assert "<button" not in html.split('class="donebar"')[1].split("</form>")[0]


STEPS = ["", "module/", "who/", "people/", "check/", "done/", "discard/", "change/", "pause/", "resume/", "withdraw/"]


@pytest.mark.parametrize("who", ["charlie", "alice", "dana", "erin"])
@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_else_reaches_a_draft_or_an_assignment(client, draft, request, who, step, method):
    client.force_login(request.getfixturevalue(who))
    url = f"/assignments/{draft.public_id}/{step}"
    for state in ("draft", "active", "paused"):
        Assignment.objects.update(state=state, assigned_at=timezone.now())
        status = getattr(client, method)(url).status_code
        assert status == 404 or (status == 405 and who == "charlie")
    assert Assignment.objects.get().state == "paused"


@pytest.mark.parametrize("who", ["alice", "dana", "erin"])
def test_for_whoever_leads_nobody_there_is_no_assigning(client, request, who):
    client.force_login(request.getfixturevalue(who))
    for url in ("/assignments/", "/assignments/new/"):
        assert client.get(url).status_code == 404


def test_an_organisation_or_team_elsewhere_cannot_be_chosen(lead, draft, elsewhere, haverley):
    url = f"/assignments/{draft.public_id}/who/"
    assert "Choose an organisation or unit" in html_of(lead.post(url, answers(elsewhere)))
    team = TeamFactory(organisation=elsewhere, name="Their team")
    html = html_of(lead.post(url, answers(haverley, audience="teams", teams=[team.pk])))
    assert "There is a problem" in html
    assert "Their team" not in html
