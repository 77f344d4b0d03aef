"""How the share of people who are up to date went over a year, and the line that draws it."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Sum
from django.utils.dateformat import format as dateformat

from courses.models import DayCount
from lms.people.models import Organisation
from lms.reports.domain.counting import Counts

LEFT, RIGHT, TOP, BOTTOM = 44, 275, 20, 150


@dataclass(frozen=True)
class Point:
    """One day of the trend and where it is drawn, in a picture 320 wide and 182 high."""

    day: date
    completed: int
    people: int
    x: float
    y: float

    @property
    def percent(self) -> int:
        return Counts(completed=self.completed, not_started=self.people - self.completed).percent

    @property
    def month(self) -> str:
        return dateformat(self.day, "M")


def trend_of(units: list[Organisation], *, today: date, now: Counts | None = None) -> list[Point]:
    """The last count of each month of the last year, oldest first, and `now` as the last point."""
    counted = (
        DayCount.objects.filter(organisation__in=units, module=None, day__gt=today - timedelta(days=366), day__lt=today)
        .order_by("day")
        .values("day")
        .annotate(asked=Sum("people"), done=Sum("completed"))
    )
    months = {(row["day"].year, row["day"].month): row for row in counted if row["asked"]}
    if now is not None and now.people:
        months[today.year, today.month] = {"day": today, "asked": now.people, "done": now.completed}
    rows = list(months.values())[-13:]
    if len(rows) < 2:
        return []
    span = (rows[-1]["day"] - rows[0]["day"]).days or 1
    return [
        Point(
            day=row["day"],
            completed=row["done"],
            people=row["asked"],
            x=round(LEFT + (RIGHT - LEFT) * (row["day"] - rows[0]["day"]).days / span, 1),
            y=round(BOTTOM - (BOTTOM - TOP) * row["done"] / row["asked"], 1),
        )
        for row in rows
    ]


def labelled(points: list[Point]) -> list[Point]:
    """The points whose month is written below the line: the last, and every third before it that has room."""
    chosen: list[Point] = []
    for point in reversed(points):
        if not chosen or chosen[-1].x - point.x >= 38:
            chosen.append(point)
    return chosen[::-1]
