"""Assigning: drafts, the look beforehand, and the sweep that sees to everybody, killed, repeated or run twice."""

import datetime

import pytest
from django.utils import timezone

from courses.domain import assignment_sweep, settling
from courses.domain.assigning import (
    AssigningError,
    assign,
    assignments_visible_to,
    change,
    discard_draft,
    effect_of_changing,
    effect_of_withdrawing,
    pause,
    resume,
    save_draft,
    sweep,
    withdraw,
)
from courses.domain.assignment_effects import of_changing
from courses.domain.enrolling import enrol
from courses.domain.progress import open_lesson
from courses.models import Assignment, Requirement, Standing
from lms.audit.models import AuditEvent
from lms.people.models import Membership
from tests.factories.asking import DUE, NOW, START, TODAY, days, member, rows
from tests.factories.assigning import EvidenceFactory, give_out
from tests.factories.courses import complete, module_of
from tests.factories.people import TeamFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _members_since_january(alice, bob):
    Membership.objects.update(started_on=START, changed_at=NOW - days(100))


@pytest.fixture
def module():
    return module_of(1)


def test_a_lead_assigns_only_where_they_lead_and_only_people_and_teams_from_there(charlie, bob, haverley, module):
    there = TeamFactory(organisation=charlie.main_membership.organisation)
    with pytest.raises(AssigningError):
        save_draft(charlie, organisation=haverley, module=module)
    draft = save_draft(bob, organisation=haverley, module=module)
    for attempt in (
        lambda: save_draft(charlie, assignment=draft, reason="Mine now"),
        lambda: discard_draft(charlie, assignment=draft),
        lambda: assign(charlie, assignment=draft),
        lambda: save_draft(bob, assignment=draft, audience="people", people=[charlie]),
        lambda: save_draft(bob, assignment=draft, audience="teams", teams=[there]),
    ):
        with pytest.raises(AssigningError):
            attempt()
    assign(bob, assignment=draft)
    for act in (pause, resume, withdraw):
        with pytest.raises(AssigningError):
            act(charlie, assignment=draft)
    with pytest.raises(AssigningError):
        change(charlie, assignment=draft, reason="Mine now")
    assert list(assignments_visible_to(charlie)) == []
    assert list(assignments_visible_to(bob)) == [draft]
    assert Requirement.objects.count() == 0


@pytest.mark.parametrize("audience", ["teams", "people", "rule"])
def test_a_draft_for_nobody_is_not_given_out(bob, haverley, module, audience):
    draft = save_draft(bob, organisation=haverley, module=module, audience=audience)
    with pytest.raises(AssigningError):
        assign(bob, assignment=draft)
    discard_draft(bob, assignment=draft)
    assert Assignment.objects.count() == 0


def test_a_draft_that_was_kept_past_its_date_is_not_given_out(bob, alice, haverley, module):
    draft = save_draft(bob, organisation=haverley, module=module, due_on=TODAY - days(1))
    with pytest.raises(AssigningError, match="The date is past"):
        assign(bob, assignment=draft, at=NOW)
    assert sweep(NOW) == 0
    assert assign(bob, assignment=save_draft(bob, assignment=draft, due_on=TODAY), at=NOW).state == "active"


def test_assigning_reaches_everybody_once_however_often_it_is_swept(bob, alice, charlie, haverley, module):
    assignment = give_out(bob, haverley, module=module, due_on=DUE, at=NOW)
    assert (assignment.state, assignment.people_to_do, assignment.people_done) == ("active", 2, 0)
    assert sweep(NOW) == 2
    expected = [("Alice", "to_do", DUE), ("Bob", "to_do", DUE)]
    assert rows() == expected
    assert set(Requirement.objects.values_list("next_reminder_on", flat=True)) == {TODAY}
    assignment.refresh_from_db()
    assert (assignment.people_to_do, assignment.people_done, assignment.swept_at) == (2, 2, NOW)
    assert [sweep(NOW), sweep(NOW + days(1)), sweep(NOW + days(2))] == [0, 0, 0]
    assert rows() == expected
    assert AuditEvent.objects.filter(action="assigned", organisation=haverley).count() == 1
    with pytest.raises(AssigningError):
        assign(bob, assignment=assignment)


def test_a_completion_or_evidence_within_validity_counts_and_one_that_ran_out_does_not(bob, alice, haverley):
    module = module_of(1, validity_months=12)
    complete(alice, module, at=NOW - days(100))
    complete(bob, module, at=NOW - days(400))
    eve = member(haverley, "Eve").user
    evidence = EvidenceFactory(
        user=eve, module=module, organisation=haverley, accepted_by=bob, completed_on=TODAY - days(10)
    )
    give_out(bob, haverley, module=module, due_on=DUE, at=NOW)
    sweep(NOW)
    assert rows() == [("Alice", "done", DUE), ("Bob", "to_do", DUE), ("Eve", "done", DUE)]
    assert Requirement.objects.get(user=alice).completed_on == TODAY - days(100)
    assert Requirement.objects.get(user=eve).evidence == evidence
    assert Requirement.objects.get(user=eve).valid_until == datetime.date(2027, 6, 5)


def test_a_sweep_that_is_killed_half_way_is_finished_by_the_next(bob, alice, haverley, module, monkeypatch):
    for _ in range(3):
        member(haverley)
    give_out(bob, haverley, module=module, due_on=DUE, at=NOW)
    monkeypatch.setattr(assignment_sweep, "BATCH", 2)
    settle, batches = assignment_sweep.settle, []

    def dying(assignment, users, **kwargs):
        batches.append(users)
        changed = settle(assignment, users, **kwargs)
        if len(batches) == 2:
            raise KeyboardInterrupt
        return changed

    monkeypatch.setattr(assignment_sweep, "settle", dying)
    with pytest.raises(KeyboardInterrupt):
        sweep(NOW)
    assert Requirement.objects.count() == 2  # the batch in hand is undone as a whole
    assert sweep(NOW) == 0  # claimed until two minutes have passed
    Assignment.objects.update(claimed_at=timezone.now() - datetime.timedelta(minutes=3))
    assert sweep(NOW) == 3
    assert Requirement.objects.count() == 5
    assert Standing.objects.filter(required=1).count() == 5


def test_whoever_loses_the_claim_stops_and_writes_nothing_more(bob, alice, haverley, module, monkeypatch):
    give_out(bob, haverley, module=module, due_on=DUE, at=NOW)
    settle = assignment_sweep.settle

    def overtaken(assignment, users, **kwargs):
        changed = settle(assignment, users, **kwargs)
        Assignment.objects.filter(pk=assignment.pk).update(claimed_at=timezone.now() + days(1))
        return changed

    monkeypatch.setattr(assignment_sweep, "settle", overtaken)
    assert sweep(NOW) == 0
    assert Requirement.objects.count() == 0


def test_what_is_withdrawn_while_others_are_followed_stays_so(bob, alice, haverley, module, monkeypatch):
    first, second = (give_out(bob, haverley, module=module, due_on=DUE, at=NOW) for _ in range(2))
    sweep(NOW)
    member(haverley)
    settle, later = assignment_sweep.settle, NOW + datetime.timedelta(hours=1)

    def overtaken(assignment, users, **kwargs):
        if assignment == first and second.state == Assignment.State.ACTIVE:
            withdraw(bob, assignment=second, at=later)
            assignment_sweep.see_to(second.pk, at=later)
        return settle(assignment, users, **kwargs)

    monkeypatch.setattr(assignment_sweep, "settle", overtaken)
    Membership.objects.update(changed_at=timezone.now())
    sweep(later)
    assert Requirement.objects.filter(assignment=first).open().count() == 3
    assert rows(assignment=second) == [("Alice", "stopped", DUE), ("Bob", "stopped", DUE)]


def test_what_somebody_began_while_it_was_withdrawn_is_stopped_next(bob, alice, haverley, monkeypatch):
    module = module_of(2)
    assignment = give_out(bob, haverley, module=module, due_on=DUE, at=NOW)
    sweep(NOW)
    withdraw(bob, assignment=assignment, at=NOW)
    look = settling.look

    def overtaken(*args, **kwargs):
        setting = look(*args, **kwargs)
        open_lesson(enrol(alice, module=module), lesson=module.published_lessons()[0].lesson)
        return setting

    monkeypatch.setattr(settling, "look", overtaken)
    sweep(NOW)
    monkeypatch.setattr(settling, "look", look)
    assert rows() == [("Alice", "doing", DUE), ("Bob", "stopped", DUE)]
    sweep(NOW)
    assert rows() == [("Alice", "stopped", DUE), ("Bob", "stopped", DUE)]
    assignment.refresh_from_db()
    assert assignment.sweep_due_at is None


def test_pausing_asks_nobody_new_and_resuming_goes_on(bob, alice, haverley, module):
    assignment = give_out(bob, haverley, module=module, due_on=DUE, at=NOW)
    sweep(NOW)
    pause(bob, assignment=assignment, at=NOW)
    member(haverley, "Newcomer")
    assert sweep(NOW + days(1)) == 0
    resume(bob, assignment=assignment, at=NOW + days(2))
    assert sweep(NOW + days(2)) == 1
    assert [row[0] for row in rows()] == ["Alice", "Bob", "Newcomer"]


def test_withdrawing_stops_what_is_open_and_leaves_what_is_done(bob, alice, haverley, module):
    assignment = give_out(bob, haverley, module=module, due_on=DUE, at=NOW)
    sweep(NOW)
    complete(alice, module, at=NOW)
    effect = effect_of_withdrawing(assignment)
    assert (effect.waiting, effect.begun, effect.done) == (1, 0, 1)
    withdraw(bob, assignment=assignment, at=NOW)
    sweep(NOW)
    assert rows() == [("Alice", "done", DUE), ("Bob", "stopped", DUE)]
    with pytest.raises(AssigningError):
        resume(bob, assignment=assignment)
    assert sweep(NOW + days(1)) == 0


def test_a_change_is_shown_first_and_carried_out_by_the_sweep(bob, alice, haverley, module):
    team = TeamFactory(organisation=haverley)
    Membership.objects.filter(user=alice).update(team=team)
    assignment = give_out(bob, haverley, module=module, due_on=DUE, at=NOW)
    sweep(NOW)
    Requirement.objects.update(next_reminder_on=None)
    effect = effect_of_changing(assignment, audience="teams", teams=[team])
    assert (effect.waiting, effect.gets, effect.stops) == (2, 0, 1)
    assert assignment.teams.count() == 0

    later = DUE + days(30)
    change(bob, assignment=assignment, due_on=later, audience="teams", teams=[team], at=NOW)
    sweep(NOW)
    assert rows() == [("Alice", "to_do", later), ("Bob", "stopped", DUE)]
    assert Requirement.objects.get(user=alice).next_reminder_on == TODAY
    event = AuditEvent.objects.get(action="changed assignment")
    assert event.detail["changes"]["due_on"] == ["2026-07-15", "2026-08-14"]
    change(bob, assignment=assignment, due_on=later)
    assert AuditEvent.objects.filter(action="changed assignment").count() == 1


def test_a_new_date_asks_nobody_whom_the_assignment_does_not_take_and_new_people_are_taken(
    bob, alice, haverley, module
):
    team, other = TeamFactory(organisation=haverley), TeamFactory(organisation=haverley)
    Membership.objects.filter(user=alice).update(team=team)
    fields = {"audience": "teams", "teams": [team], "include_joiners": False}
    assignment = give_out(bob, haverley, module=module, due_on=DUE, at=NOW, **fields)
    sweep(NOW)
    member(haverley, "Mover", team=team)
    member(haverley, "Other", team=other)
    later = NOW + days(3)
    change(bob, assignment=assignment, due_on=DUE + days(10), at=later)
    sweep(later)
    assert rows() == [("Alice", "to_do", DUE + days(10))]

    assert effect_of_changing(assignment, teams=[other, team]).gets == 2
    change(bob, assignment=assignment, teams=[other, team], at=later)
    sweep(later)
    assert [row[0] for row in rows()] == ["Alice", "Mover", "Other"]
    member(haverley, "Too late", team=other)
    sweep(later + days(1))
    assert Requirement.objects.count() == 3


def test_somebody_chosen_who_has_left_is_not_in_the_way_of_a_new_date(bob, alice, haverley, module):
    gone = member(haverley, "Gone")
    chosen = [alice, gone.user]
    assignment = give_out(bob, haverley, module=module, audience="people", people=chosen, due_on=DUE, at=NOW)
    sweep(NOW)
    Membership.objects.filter(pk=gone.pk).update(ended_on=TODAY, changed_at=timezone.now())
    change(bob, assignment=assignment, due_on=DUE + days(1), at=NOW)
    sweep(NOW)
    assert rows() == [("Alice", "to_do", DUE + days(1)), ("Gone", "stopped", DUE)]


def test_repeating_that_is_asked_later_reaches_those_who_have_done_it(bob, alice, haverley, module):
    complete(alice, module, at=NOW - days(700))
    assignment = give_out(bob, haverley, module=module, due_on=DUE, at=NOW)
    sweep(NOW)
    assert of_changing(assignment, {"repeat_months": 12})[-1] == (
        "1 person has done it. If that was long enough ago, they are asked again at once."
    )
    change(bob, assignment=assignment, repeat_months=12, at=NOW)
    sweep(NOW)
    assert rows(user=alice) == [("Alice", "done", DUE), ("Alice", "to_do", TODAY + days(30))]


def test_what_becomes_a_recommendation_is_in_nobody_s_count_any_more(bob, alice, haverley, module):
    assignment = give_out(bob, haverley, module=module, due_on=DUE, at=NOW)
    sweep(NOW)
    assert list(Standing.objects.values_list("required", flat=True)) == [1, 1]
    change(bob, assignment=assignment, is_mandatory=False, at=NOW)
    sweep(NOW)
    assert list(Standing.objects.values_list("required", flat=True)) == [0, 0]
