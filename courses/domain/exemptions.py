"""Exemptions that hold on a day: who of some people is exempt from which module, in which part of the tree."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from courses.models import Exemption


def holding(today: date) -> QuerySet[Exemption]:
    """The exemptions that have begun and not ended."""
    return Exemption.objects.filter(begins_on__lte=today).filter(Q(ends_on=None) | Q(ends_on__gte=today))


class Exemptions:
    """The exemptions of some people (by key) as of `today`. One query."""

    def __init__(self, users: Iterable[int], *, today: date) -> None:
        self.found: dict[int, list[tuple[int | None, str]]] = defaultdict(list)
        rows = holding(today).filter(user__in=users)
        for user, module, path in rows.values_list("user_id", "module_id", "organisation__path"):
            self.found[user].append((module, path))

    def covers(self, user: int, module: int, path: str) -> bool:
        """Whether an exemption of the organisation at `path`, or of one above it, holds for the module."""
        return any(
            exempted in (None, module) and path.startswith(above) for exempted, above in self.found.get(user, [])
        )
