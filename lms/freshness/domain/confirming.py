"""Saying that content was read again and is right, one thing or many at once, in what is public and in its draft."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from lms.freshness.domain.errors import ReviewNotAhead
from lms.freshness.models import Confirmation


@transaction.atomic
def confirm(contents: Iterable[Any], *, by: Any, review_on: date | None, note: str = "") -> list[Confirmation]:
    """Write down that `by` read these again today and when to look next; None leaves each review date as it is.

    Text waiting in a draft keeps waiting; only its two days are set as well, so that publishing it does not bring the
    old ones back. Raises ReviewNotAhead.
    """
    today = timezone.localdate()
    if review_on is not None and review_on <= today:
        raise ReviewNotAhead
    made = []
    for content in contents:
        days: dict[str, date] = {}
        if hasattr(content, "facts_checked_on"):
            days["facts_checked_on"] = today
        if review_on is not None:
            days["review_on"] = review_on
        set_days(content, days)
        made.append(
            Confirmation.objects.create(
                content_type=ContentType.objects.get_for_model(content),
                object_id=str(content.pk),
                confirmed_on=today,
                confirmed_by=by,
                review_on=review_on,
                note=note,
            )
        )
        if hasattr(content, "latest_revision"):
            log(content, "freshness.confirm", user=by)
    return made


def set_days(content: Any, days: dict[str, date]) -> None:
    """Set days on what is public and, where there are any, on the newest draft and on what waits for its day."""
    for name, value in days.items():
        setattr(content, name, value)
    if days:
        options = {"clean": False} if isinstance(content, Page) else {}
        content.save(update_fields=list(days), **options)
    newest = getattr(content, "latest_revision_id", None)
    if newest is None or not days:
        return
    for revision in Revision.objects.for_instance(content).filter(Q(pk=newest) | Q(approved_go_live_at__isnull=False)):
        revision.content |= {name: value.isoformat() for name, value in days.items()}
        revision.save(update_fields=["content"])
