"""The look beforehand: each person in one outcome, in few queries."""

from datetime import date

import pytest
from dateutil.relativedelta import relativedelta

from courses.domain.assigning import PreviewList, assign, preview, preview_people, save_draft, sweep
from courses.domain.completions import earliest_within
from courses.models import Requirement
from lms.people.models import Membership
from tests.factories.asking import DUE, NOW, START, TODAY, days, member
from tests.factories.assigning import AssignmentFactory, EvidenceFactory, ExemptionFactory, RequirementFactory
from tests.factories.courses import complete, module_of
from tests.factories.people import MembershipFactory, OrganisationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _members_since_january(alice, bob):
    Membership.objects.update(started_on=START, changed_at=NOW - days(100))


@pytest.fixture
def module():
    return module_of(1)


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
    for outcome in ("", "gets", "completed", "exempt", "assigned"):
        pages = PreviewList(draft, counted, outcome=outcome, today=TODAY)
        rows = list(preview_people(draft, outcome=outcome, today=TODAY))
        assert len(pages) == pages.count() == len(rows)
        assert [pages[number : number + 2] for number in (0, 2, 4)] == [rows[0:2], rows[2:4], rows[4:6]]
        assert [(row.outcome, row.outcome_day) for row in pages[0:5]] == [
            (row.outcome, row.outcome_day) for row in rows
        ]
    listed = {
        outcome: [(row.user.first_name, row.outcome_day) for row in preview_people(draft, outcome=outcome, today=TODAY)]
        for outcome in ("completed", "assigned", "exempt")
    }
    assert {outcome: sorted(rows) for outcome, rows in listed.items()} == {
        "completed": [("Alice", TODAY - days(3)), ("Bob", TODAY)],
        "assigned": [("Asked", DUE)],
        "exempt": [("Free", DUE)],
    }


def test_who_was_only_recommended_the_module_gets_what_requires_it(bob, haverley, module):
    person = member(haverley, "Advised")
    advice = AssignmentFactory(organisation=haverley, module=module, created_by=bob, due_on=DUE, is_mandatory=False)
    RequirementFactory(assignment=advice, membership=person)

    def outcomes(*, is_mandatory: bool) -> list[tuple[str, int]]:
        draft = save_draft(bob, organisation=haverley, module=module, is_mandatory=is_mandatory)
        people = preview_people(draft, today=TODAY).filter(user=person.user)
        return [(row.outcome, preview(draft, today=TODAY).assigned) for row in people]

    assert outcomes(is_mandatory=True) == [("gets", 0)]
    assert outcomes(is_mandatory=False) == [("assigned", 1)]


def test_what_comes_round_again_by_now_is_asked_as_the_sweep_asks_it(bob, alice, haverley, module):
    day = {"Recent": TODAY - days(200), "Soon": TODAY - days(300), "Long ago": TODAY - days(500)}
    for name, done_on in day.items():
        complete(member(haverley, name).user, module, at=NOW - (TODAY - done_on))
    for name, done_on in day.items():
        person = member(haverley, f"{name} elsewhere").user
        EvidenceFactory(user=person, module=module, organisation=haverley, accepted_by=bob, completed_on=done_on)

    draft = save_draft(bob, organisation=haverley, module=module, repeat_months=12, window_days=90)
    counted = preview(draft, today=TODAY)
    completed = preview_people(draft, outcome="completed", today=TODAY)
    assert {row.user.first_name for row in completed} == {"Recent", "Recent elsewhere"}
    gets = {row.user.first_name for row in preview_people(draft, today=TODAY) if row.outcome == "gets"}
    assert gets == {"Alice", "Bob", "Soon", "Long ago", "Soon elsewhere", "Long ago elsewhere"}
    assert (counted.completed, counted.gets) == (2, 6)

    assign(bob, assignment=draft, at=NOW)
    sweep(NOW)
    assert {row.user.first_name for row in Requirement.objects.open().select_related("user")} == gets


@pytest.mark.parametrize("done_on", [date(2026, 9, 29), date(2026, 9, 30), date(2026, 10, 1)])
@pytest.mark.parametrize("today", [date(2027, 3, 30), date(2027, 3, 31)])
def test_at_the_end_of_a_month_what_counts_is_reckoned_forwards(done_on, today):
    assert (done_on >= earliest_within(6, today)) is (done_on + relativedelta(months=6) >= today)


@pytest.mark.parametrize("count", [1, 3])
def test_the_preview_and_a_batch_take_as_many_queries_for_three_as_for_one(
    bob, haverley, module, count, django_assert_max_num_queries
):
    for _ in range(count):
        member(haverley)
    draft = save_draft(bob, organisation=haverley, module=module)
    with django_assert_max_num_queries(8):
        preview(draft, today=TODAY)
    assign(bob, assignment=draft, at=NOW)
    with django_assert_max_num_queries(44):
        sweep(NOW)
