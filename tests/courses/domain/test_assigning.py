"""Assigning: drafts, the look beforehand, and the sweep that sees to everybody, killed, repeated or run twice."""

import datetime

import pytest
from django.utils import timezone

from courses.domain import assignment_sweep
from courses.domain.assigning import (
    AssigningError,
    assign,
    assignments_visible_to,
    change,
    discard_draft,
    effect_of_changing,
    effect_of_withdrawing,
    pause,
    preview,
    preview_people,
    resume,
    save_draft,
    sweep,
    withdraw,
)
from courses.domain.enrolling import enrol
from courses.domain.progress import complete_lesson, open_lesson
from courses.models import Assignment, Course, CourseModule, Requirement, Standing
from lms.audit.models import AuditEvent
from lms.people.models import Membership
from tests.factories.assigning import AssignmentFactory, EvidenceFactory, ExemptionFactory, RequirementFactory, give_out
from tests.factories.courses import complete, module_of
from tests.factories.people import MembershipFactory, OrganisationFactory, TeamFactory

pytestmark = pytest.mark.django_db
NOW = timezone.make_aware(datetime.datetime(2026, 6, 15, 10))
TODAY = NOW.date()
DUE = datetime.date(2026, 7, 15)
START = datetime.date(2026, 1, 5)


def days(count: int) -> datetime.timedelta:
    return datetime.timedelta(days=count)


@pytest.fixture(autouse=True)
def _members_since_january(alice, bob):
    Membership.objects.update(started_on=START, changed_at=NOW - days(100))


@pytest.fixture
def module():
    return module_of(1)


def rows(**filters) -> list[tuple]:
    found = Requirement.objects.filter(**filters).order_by("user", "module", "cycle")
    return list(found.values_list("user__first_name", "state", "due_on"))


def member(organisation, name="Newcomer", **fields):
    return MembershipFactory(organisation=organisation, user__first_name=name, **{"started_on": START, **fields})


def move(membership, organisation, *, on=TODAY):
    """The person moves to another organisation on that day."""
    Membership.objects.filter(pk=membership.pk).update(ended_on=on, changed_at=timezone.now())
    return MembershipFactory(user=membership.user, organisation=organisation, started_on=on)


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


def test_joiners_get_it_with_days_of_their_own_and_never_a_date_that_is_past(bob, alice, haverley, module):
    give_out(bob, haverley, module=module, due_on=DUE, days_after_joining=30, at=NOW)
    sweep(NOW)
    later = NOW + days(60)
    member(haverley, "Early", started_on=later.date() - days(10))
    member(haverley, "Late", started_on=later.date() - days(50))
    assert sweep(later) == 2
    assert rows(user__first_name="Early") == [("Early", "to_do", later.date() + days(20))]
    assert rows(user__first_name="Late") == [("Late", "to_do", later.date() + days(30))]
    assert rows(user=alice) == [("Alice", "to_do", DUE)]


def test_without_joiners_nobody_gets_it_later(bob, alice, haverley, module):
    team = TeamFactory(organisation=haverley)
    Membership.objects.filter(user=alice).update(team=team)
    give_out(bob, haverley, module=module, audience="teams", teams=[team], include_joiners=False, at=NOW)
    sweep(NOW)
    member(haverley, "Newcomer", started_on=TODAY + days(1), team=team)
    Membership.objects.filter(user=bob).update(team=team, changed_at=timezone.now())
    assert sweep(NOW + days(3)) == 0
    assert rows() == [("Alice", "to_do", None)]


def test_who_stops_matching_keeps_what_they_began_and_who_leaves_is_asked_no_longer(bob, alice, haverley, module):
    team = TeamFactory(organisation=haverley)
    begun, gone = member(haverley, "Begun", team=team), member(haverley, "Gone", team=team)
    Membership.objects.filter(user=alice).update(team=team)
    give_out(bob, haverley, module=module, audience="teams", teams=[team], due_on=DUE, at=NOW)
    sweep(NOW)
    open_lesson(enrol(begun.user, module=module), lesson=module.published_lessons()[0].lesson)
    Membership.objects.update(team=None, changed_at=timezone.now())
    Membership.objects.filter(pk=gone.pk).update(ended_on=TODAY)
    sweep(NOW + days(1))
    assert rows() == [("Alice", "stopped", DUE), ("Begun", "doing", DUE), ("Gone", "stopped", DUE)]
    assert dict(Requirement.objects.values_list("user__first_name", "stop_reason")) == {
        "Alice": "no_match",
        "Begun": "",
        "Gone": "left",
    }
    assert not Standing.objects.filter(membership=gone).exists()
    Membership.objects.filter(user=alice).update(team=team, changed_at=timezone.now())
    sweep(NOW + days(2))
    assert rows(user=alice) == [("Alice", "to_do", DUE)]


def test_movers_take_it_along_inside_the_tree_and_lose_it_outside(bob, alice, haverley, elsewhere, module):
    unit = OrganisationFactory(parent=haverley, name="Call centre")
    inside, outside = member(haverley, "Inside"), member(haverley, "Outside")
    give_out(bob, haverley, module=module, due_on=DUE, at=NOW)
    sweep(NOW)
    moved = move(inside, unit)
    move(outside, elsewhere)
    sweep(NOW + datetime.timedelta(hours=1))
    found = Requirement.objects.get(user=inside.user)
    assert (found.membership, found.state, found.due_on) == (moved, "to_do", DUE)
    assert rows(user=outside.user) == [("Outside", "stopped", DUE)]
    assert Standing.objects.get(membership=moved).required == 1
    assert not Standing.objects.filter(membership__in=[inside, outside]).exists()
    assert Standing.objects.get(user=outside.user).required == 0


def test_two_organisations_never_touch_each_other_s_people(bob, alice, charlie, haverley, elsewhere, module):
    Membership.objects.filter(user=charlie).update(started_on=START)
    give_out(bob, haverley, module=module, due_on=DUE, at=NOW)
    give_out(charlie, elsewhere, module=module, due_on=DUE + days(5), at=NOW)
    sweep(NOW)
    assert set(Requirement.objects.values_list("user__first_name", "assignment__organisation")) == {
        ("Alice", haverley.pk),
        ("Bob", haverley.pk),
        ("Charlie", elsewhere.pk),
    }


def test_a_course_asks_each_module_and_follows_its_changes(bob, alice, haverley):
    course = Course.objects.create(title="Induction", slug="induction", live=True)
    first, second, third = (module_of(1) for _ in range(3))
    for order, module in enumerate([first, second]):
        CourseModule.objects.create(course=course, module=module, sort_order=order)
    give_out(bob, haverley, course=course, due_on=DUE, at=NOW)
    assert sweep(NOW) == 4
    CourseModule.objects.filter(module=second).update(module=third)
    sweep(NOW + days(1))
    assert list(Requirement.objects.of(alice).order_by("module").values_list("module", "state")) == [
        (first.pk, "to_do"),
        (second.pk, "stopped"),
        (third.pk, "to_do"),
    ]


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
    change(bob, assignment=assignment, repeat_months=12, at=NOW)
    sweep(NOW)
    assert rows(user=alice) == [("Alice", "done", DUE), ("Alice", "to_do", TODAY + days(30))]


def test_the_preview_puts_each_person_in_one_outcome(bob, alice, haverley, elsewhere, module):
    unit = OrganisationFactory(parent=haverley, name="Call centre")
    free, asked, plain = member(unit, "Free"), member(haverley, "Asked"), member(haverley, "Plain")
    MembershipFactory(user=plain.user, organisation=unit, started_on=START)
    complete(alice, module, at=NOW - days(3))
    EvidenceFactory(user=bob, module=module, organisation=haverley, accepted_by=bob, completed_on=TODAY)
    ExemptionFactory(user=free.user, organisation=haverley, created_by=bob, begins_on=TODAY, ends_on=DUE)
    ExemptionFactory(user=plain.user, organisation=elsewhere, created_by=bob, begins_on=TODAY)
    other = AssignmentFactory(organisation=unit, module=module, created_by=bob, due_on=DUE)
    RequirementFactory(assignment=other, membership=asked)
    foreign = AssignmentFactory(organisation=elsewhere, module=module, created_by=bob)
    RequirementFactory(assignment=foreign, membership=plain)

    draft = save_draft(bob, organisation=haverley, module=module)
    people = preview_people(draft, today=TODAY)
    assert [(row.user.first_name, row.outcome, row.outcome_day) for row in people.order_by("user")] == [
        ("Alice", "completed", TODAY - days(3)),
        ("Bob", "completed", TODAY),
        ("Free", "exempt", DUE),
        ("Asked", "assigned", DUE),
        ("Plain", "gets", None),
    ]
    counted = preview(draft, today=TODAY)
    assert (counted.gets, counted.completed, counted.assigned, counted.exempt) == (1, 2, 1, 1)
    assert (counted.never_signed_in, counted.total) == (1, 5)
    assert [row.user for row in preview_people(draft, outcome="gets", today=TODAY)] == [plain.user]


@pytest.mark.parametrize("count", [1, 3])
def test_the_preview_and_a_batch_take_as_many_queries_for_three_as_for_one(
    bob, haverley, module, count, django_assert_max_num_queries
):
    for _ in range(count):
        member(haverley)
    draft = save_draft(bob, organisation=haverley, module=module)
    with django_assert_max_num_queries(2):
        preview(draft, today=TODAY)
    assign(bob, assignment=draft, at=NOW)
    with django_assert_max_num_queries(40):
        sweep(NOW)


def test_a_lesson_completed_before_the_sweep_counts_as_begun(bob, alice, haverley):
    module = module_of(2)
    complete_lesson(enrol(alice, module=module), lesson=module.published_lessons()[0].lesson, at=NOW)
    give_out(bob, haverley, module=module, at=NOW)
    sweep(NOW)
    assert rows(user=alice) == [("Alice", "doing", None)]
