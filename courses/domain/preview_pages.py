"""The people of a preview a page at a time: the page is chosen first, and what would happen is asked about it alone."""

from datetime import date
from typing import Any

from django.utils import timezone

from courses.domain.previewing import Preview, preview_people
from courses.models import Assignment


class PreviewList:
    """A paginator's list of the people an assignment is for, or of those with one outcome; `counted` is its preview."""

    def __init__(
        self, assignment: Assignment, counted: Preview, *, outcome: str = "", today: date | None = None
    ) -> None:
        today = today or timezone.localdate()
        self.people = preview_people(assignment, outcome=outcome, today=today)
        self.number = getattr(counted, outcome) if outcome else counted.total

    def count(self) -> int:
        """How many people."""
        return self.number

    def __len__(self) -> int:
        return self.number

    def __getitem__(self, part: slice) -> list[Any]:
        """The memberships of one page with outcome, day, account and place. Two queries."""
        chosen = list(self.people.values_list("pk", flat=True)[part])
        return list(self.people.filter(pk__in=chosen).select_related("user", "organisation", "team"))
