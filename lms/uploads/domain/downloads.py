"""How often documents are fetched, counted by the day; nothing about who fetched them is kept."""

from collections.abc import Iterable
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import F, Sum
from django.utils import timezone

from lms.uploads.models import Document, DownloadCount


def count_downloads(documents: Iterable[Document]) -> None:
    """Count one download today for each of these documents."""
    today = timezone.localdate()
    for document in documents:
        row = DownloadCount.objects.filter(document=document, day=today)
        if row.update(number=F("number") + 1):
            continue
        try:
            with transaction.atomic():
                DownloadCount.objects.create(document=document, day=today, number=1)
        except IntegrityError:  # another request made today's row first
            row.update(number=F("number") + 1)


def downloads(documents: Iterable[Document], *, since: date) -> dict[int, int]:
    """How often each of these documents was fetched since that day, by primary key; those never fetched are not in."""
    rows = DownloadCount.objects.filter(document__in=[document.pk for document in documents], day__gte=since)
    return dict(rows.values_list("document").annotate(total=Sum("number")).order_by())
