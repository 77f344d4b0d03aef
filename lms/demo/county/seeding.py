"""Puts the county into the database: its people and their two years of training; `asking` adds what leads ask."""

from datetime import date

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.utils import timezone

from courses.models import DayCount, Module
from lms.demo.county.asking import ask_county
from lms.demo.county.histories import History
from lms.demo.county.members import seed_members
from lms.demo.county.organisations import seed_bodies
from lms.demo.county.stories import VALID_DAYS, Story, stories
from lms.people.models import Organisation, User

MONTHS_OF_TREND = 12


@transaction.atomic
def seed_county(*, first: Module, second: Module, today: date | None = None) -> int:
    """Make the county; answers how many people were added. Nothing changes when its people are there already."""
    today = today or timezone.localdate()
    told = list(stories(today))
    if User.objects.filter(email=told[0].email).exists():
        return 0
    organisations = seed_bodies()
    users = seed_members(told, organisations)
    history = History(first)
    for story in told:
        history.add(users[story.email], story, today=today)
    history.rows.write()
    ask_county(told, users, organisations, first=first, second=second, today=today)
    keep_past_days(told, organisations, first, today=today)
    return len(told)


def keep_past_days(told: list[Story], organisations: dict[str, Organisation], module: Module, *, today: date) -> None:
    """The counts of the first of each of the last twelve months, as they would have been written on the day."""
    rows = []
    for months in range(MONTHS_OF_TREND, 0, -1):
        day = today - relativedelta(months=months)
        for organisation in organisations.values():
            here = [story for story in told if place_on(story, day) == organisation.name]
            if not here:
                continue
            done = sum(was_done(story, day) for story in here)
            late = (len(here) - done) // 3
            counts = {"people": len(here), "completed": done, "late": late, "not_started": len(here) - done - late}
            rows += [DayCount(organisation=organisation, module=about, day=day, **counts) for about in (None, module)]
    DayCount.objects.bulk_create(rows)


def place_on(story: Story, day: date) -> str:
    """The name of the organisation the person belonged to on a day; "" before they joined and after they left."""
    if day < story.joined or (story.left and day >= story.left):
        return ""
    return story.came_from if story.moved and day < story.moved else story.body.name


def was_done(story: Story, day: date) -> bool:
    """Whether a completion was valid on the day."""
    return any(done <= day and (day - done).days <= VALID_DAYS for done in story.completed)
