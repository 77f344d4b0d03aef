"""The log of searches without results: how often on a day, never by whom."""

import re
from datetime import date, timedelta

from django.db.models import F
from django.utils import timezone

from toolkit_pages.models import SearchMiss

LONGEST = 100
MOST_A_DAY = 500  # different searches; more than that are no visitors
KEPT = timedelta(days=90)
MAY_NAME_SOMEBODY = re.compile(r"@|\d{4,}")


def note_miss(query: str, *, today: date | None = None) -> None:
    """Count a search that found nothing; what looks like an address or a number of somebody's is not kept."""
    today = today or timezone.localdate()
    words = " ".join(query.lower().split())
    if not words or len(words) > LONGEST or MAY_NAME_SOMEBODY.search(words):
        return
    if SearchMiss.objects.filter(query=words, day=today).update(number=F("number") + 1):
        return
    if SearchMiss.objects.filter(day=today).count() >= MOST_A_DAY:
        return
    _row, created = SearchMiss.objects.get_or_create(query=words, day=today, defaults={"number": 1})
    if not created:
        SearchMiss.objects.filter(query=words, day=today).update(number=F("number") + 1)


def forget_old_misses(*, today: date | None = None) -> int:
    """Delete what is older than 90 days; returns how many."""
    today = today or timezone.localdate()
    return SearchMiss.objects.filter(day__lt=today - KEPT).delete()[0]
