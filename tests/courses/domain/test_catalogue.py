"""Narrowing, counting and sorting the catalogue, and where one person is with each module."""

import datetime

import pytest
from django.utils import timezone

from courses.domain.catalogue import browse, standings
from courses.domain.enrolling import enrol
from courses.models import Certificate, Enrolment, ModulePrerequisite
from tests.factories.assigning import EvidenceFactory
from tests.factories.courses import ModuleFactory, complete, module_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def modules(db):
    return [
        ModuleFactory(title="A", tier=1, minutes=25, sectors=[], nations=["england", "wales"]),
        ModuleFactory(title="B", tier=2, minutes=45, sectors=["police", "council"], nations=["england"]),
        ModuleFactory(title="C", tier=2, minutes=90, sectors=["health"], nations=["scotland"]),
    ]


def titles(**chosen):
    sort = chosen.pop("sort", "tier")
    return [module.title for module in browse(chosen, sort=sort).modules]


def counts(facet_name, **chosen):
    facets = {facet.name: choices for facet, choices in browse(chosen).facets}
    return {choice.value: choice.count for choice in facets[facet_name]}


def test_without_a_filter_every_published_module_is_listed_by_tier_and_title(modules):
    ModuleFactory(title="Draft", live=False)
    assert titles() == ["A", "B", "C"]


def test_values_of_one_filter_add_up_and_filters_narrow_each_other(modules):
    assert titles(tier=["1", "2"]) == ["A", "B", "C"]
    assert titles(tier=["2"], nation=["scotland"]) == ["C"]
    assert titles(time=["30", "more"]) == ["A", "C"]


def test_a_module_for_every_place_of_work_is_in_each(modules):
    assert titles(sector=["health"]) == ["A", "C"]


def test_unknown_values_are_left_aside(modules):
    assert titles(tier=["9", "x"], nonsense=["1"], sort="nonsense") == ["A", "B", "C"]


def test_counts_say_what_ticking_would_leave(modules):
    assert counts("tier") == {"1": 1, "2": 2, "3": 0}
    assert counts("tier", sector=["police"]) == {"1": 1, "2": 1, "3": 0}
    assert counts("tier", tier=["1"]) == {"1": 1, "2": 2, "3": 0}, "its own choices do not narrow a filter's counts"


def test_sorting(modules):
    modules[0].facts_checked_on = None
    modules[1].facts_checked_on = datetime.date(2026, 1, 1)
    modules[2].facts_checked_on = datetime.date(2026, 5, 1)
    for module in modules:
        module.save()
    assert titles(sort="shortest") == ["A", "B", "C"]
    assert titles(sort="checked") == ["C", "B", "A"]


def test_browsing_takes_one_query_however_many_modules(modules, django_assert_num_queries):
    with django_assert_num_queries(1):
        browse({"tier": ["1"]})


def test_standings_say_what_is_begun_and_what_comes_first(alice, charlie):
    first, second, third = module_of(1), module_of(1), module_of(1)
    ModulePrerequisite.objects.create(module=third, required_module=second, sort_order=0)
    complete(alice, first)
    complete(charlie, second)
    enrol(alice, module=second)

    known = standings(alice, modules=[first, second, third])

    assert known[first.pk].enrolment.state == Enrolment.State.COMPLETED
    assert known[second.pk].enrolment.state == Enrolment.State.NOT_STARTED
    assert (known[third.pk].enrolment, known[third.pk].missing) == (None, [second])


def test_what_is_withdrawn_does_not_open_a_module_and_what_was_accepted_does(alice, bob, haverley):
    withdrawn, elsewhere, module = module_of(1), module_of(1), module_of(1)
    for place, required in enumerate((withdrawn, elsewhere)):
        ModulePrerequisite.objects.create(module=module, required_module=required, sort_order=place)
    complete(alice, withdrawn)
    Certificate.objects.update(withdrawn_at=timezone.now())
    EvidenceFactory(user=alice, module=elsewhere, organisation=haverley, accepted_by=bob)

    assert standings(alice, modules=[module])[module.pk].missing == [withdrawn]


@pytest.mark.parametrize("count", [1, 3])
def test_standings_take_four_queries_however_many_modules_begin_after_others(alice, count, django_assert_num_queries):
    first, modules = module_of(1), [module_of(1) for _ in range(count)]
    for module in modules:
        ModulePrerequisite.objects.create(module=module, required_module=first, sort_order=0)
    with django_assert_num_queries(4):
        assert [standing.missing for standing in standings(alice, modules=modules).values()] == [[first]] * count
