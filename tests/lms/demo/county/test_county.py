"""The county: the same people each time, dates that fit together, and records as the site would have written them."""

from collections import Counter
from datetime import date, timedelta

import pytest
from django.utils import timezone

from courses.models import Certificate, DayCount, Enrolment, Evidence, Exemption, Module, Requirement, Standing
from lms.demo.content.t1 import MODULE as FIRST
from lms.demo.content.t2 import MODULE as SECOND
from lms.demo.county.seeding import place_on, seed_county, was_done
from lms.demo.county.stories import stories
from lms.demo.people import seed_people
from lms.demo.publishing import seed_authorities
from lms.demo.training import seed_training
from lms.people.domain.access import people_visible_to
from lms.people.models import Membership, Organisation, User

TODAY = date(2026, 5, 5)


def test_the_people_are_the_same_on_every_machine_and_plainly_fictional():
    told = list(stories(TODAY))
    assert [story.email for story in told] == [story.email for story in stories(TODAY + timedelta(days=90))]
    assert len({story.email for story in told}) == len(told) == 287
    assert all(story.email.endswith(".example.org") for story in told)


def test_nobody_completes_before_they_join_or_after_they_leave():
    for story in stories(TODAY):
        for day in story.completed:
            assert story.joined < day <= (story.left or TODAY)
        if story.moved:
            assert story.joined < story.moved < TODAY


def test_a_mover_belongs_to_the_old_unit_until_the_day_of_the_move():
    mover = next(story for story in stories(TODAY) if story.moved)
    assert place_on(mover, mover.moved - timedelta(days=1)) == mover.came_from
    assert place_on(mover, mover.moved) == mover.body.name
    assert place_on(mover, mover.joined - timedelta(days=1)) == ""


def test_a_completion_counts_for_two_years():
    story = next(story for story in stories(TODAY) if len(story.completed) == 1)
    (day,) = story.completed
    assert [was_done(story, day + timedelta(days=days)) for days in (-1, 0, 730, 731)] == [False, True, True, False]


@pytest.mark.django_db
def test_the_county_is_made_once_with_something_in_every_report():
    first = seed_training(seed_authorities())
    second = Module.objects.get(slug=SECOND["slug"])
    seed_people()
    assert seed_county(first=first, second=second) == 287
    assert seed_county(first=first, second=second) == 0
    assert first.slug == FIRST["slug"]
    assert Organisation.objects.filter(depth=1).count() == 8
    assert set(Requirement.objects.values_list("state", flat=True)) == {"to_do", "doing", "done", "exempt"}
    assert Exemption.objects.count() == Evidence.objects.count() == 4
    assert Standing.objects.count() == Membership.objects.current().count()
    assert DayCount.objects.values("day").distinct().count() == 13
    late = Requirement.objects.late(timezone.localdate()).count()
    assert 0 < late < Requirement.objects.open().count()
    rounds = Counter(Enrolment.objects.filter(completed_at__isnull=False).values_list("round", flat=True))
    assert rounds[1] > rounds[2] > 0
    assert Certificate.objects.count() == sum(rounds.values())
    assert User.objects.filter(last_login=None, email__contains="@").exists()
    lead = User.objects.get(email="gwenllian@police.example.org")
    elsewhere = User.objects.get(email="charlie@council.example.org")
    assert people_visible_to(lead).count() > 100
    assert not people_visible_to(lead).filter(pk__in=people_visible_to(elsewhere)).exists()
