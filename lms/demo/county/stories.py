"""What becomes of each person of the county: when they joined, how far they got, who moved and who left."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from lms.demo.county.names import people
from lms.demo.county.organisations import BODIES, CONTROL, EAST, PROTECTION, WEST, Body

# Of a hundred people of an ordinary body: how each stands today. The control room is behind; public protection ahead.
ORDINARY = {"completed": 72, "running_out": 6, "lapsed": 3, "in_progress": 8, "not_started": 7, "never": 4}
BEHIND = {"completed": 50, "running_out": 4, "lapsed": 4, "in_progress": 16, "not_started": 16, "never": 10}
AHEAD = {"completed": 86, "running_out": 5, "lapsed": 1, "in_progress": 4, "not_started": 3, "never": 1}
STAGES = {CONTROL: BEHIND, PROTECTION: AHEAD}
MOVES = {EAST: WEST, WEST: PROTECTION}  # every twelfth person came from there
VALID_DAYS = 730


@dataclass(frozen=True)
class Story:
    """One person: who they are, where, since when, and the days on which they completed the module."""

    first_name: str
    last_name: str
    email: str
    body: Body
    job_role: str
    team: str
    joined: date
    stage: str
    completed: tuple[date, ...] = ()
    came_from: str = ""
    moved: date | None = None
    left: date | None = None
    is_lead: bool = False

    @property
    def has_signed_in(self) -> bool:
        return self.stage != "never"


def stories(today: date) -> Iterator[Story]:
    """The people of the county, body by body; the same people on every machine, with dates that lead up to `today`."""
    random = Random(1807)  # noqa: S311
    names = people(random)
    for body in BODIES:
        for number in range(body.people):
            first, last, local = next(names)
            yield story(random, today, body, number, first, last, f"{local}@{body.domain}")


def story(random: Random, today: date, body: Body, number: int, first: str, last: str, email: str) -> Story:
    """One person's story. The first of each body but the police units and the council leads it."""
    leads = number == 0 and not body.parent and body.domain != "council.example.org"
    shares = STAGES.get(body.name, ORDINARY)
    stage = "completed" if leads else random.choices(list(shares), list(shares.values()))[0]
    joined = today - timedelta(days=random.randint(60, 1500))
    left = moved = None
    came_from = ""
    if number % 17 == 16:
        left, stage = today - timedelta(days=random.randint(5, 300)), "completed"
        joined = min(joined, left - timedelta(days=400))
    elif number % 12 == 11 and body.name in MOVES:
        came_from, moved = MOVES[body.name], today - timedelta(days=random.randint(10, 360))
        joined = min(joined, moved - timedelta(days=200))
    completed = completions(random, stage, joined, left or today)
    return Story(
        first_name=first,
        last_name=last,
        email=email,
        body=body,
        job_role="Learning manager" if leads else random.choice(body.roles),
        team=random.choice(body.teams) if body.teams and not leads else "",
        joined=min([joined, *(day - timedelta(days=30) for day in completed)]),
        stage=stage,
        completed=completed,
        came_from=came_from,
        moved=moved,
        left=left,
        is_lead=leads,
    )


def completions(random: Random, stage: str, joined: date, until: date) -> tuple[date, ...]:
    """The days on which the module was completed, oldest first; a completion holds for two years."""
    if stage == "running_out":
        return (until - timedelta(days=VALID_DAYS - random.randint(3, 58)),)
    if stage == "lapsed":
        return (until - timedelta(days=VALID_DAYS + random.randint(5, 80)),)
    if stage != "completed":
        return ()
    # Most of a year's completions came with the campaign that began ten months ago.
    ago = int(random.triangular(4, min(640, max(30, (until - joined).days - 5)), 150))
    last = until - timedelta(days=ago)
    before = last - timedelta(days=VALID_DAYS - random.randint(0, 60))
    return (before, last) if before > joined else (last,)
