"""Reminders by e-mail: of reviews to the owner, then to the section's lead, and of drafts to reviewers by name.

One letter a day for each person names everything new for them. Its key is person and day, and it mentions a key for
each thing, day and stage: so nothing is told twice, however often the sweep runs, and what came too late for
today's letter is in tomorrow's.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import ngettext
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page

from lms.authorities.models import ReviewTask
from lms.editorial.domain.owners import owner_of, responsible_for, section_lead_of
from lms.freshness.domain.inventory import fetched, kinds, looked_after
from lms.freshness.domain.waiting import waiting_for_people
from lms.outbox.domain.queueing import Letter, mentioned, queue_emails

BEFORE = timedelta(days=14)
LATE = timedelta(days=14)
TASK_LATE = timedelta(days=7)
STILL_WAITING = timedelta(days=7)


@dataclass(frozen=True)
class Reminder:
    """Something that one person is told: about what, by when, and how it stands."""

    person: Any
    key: str
    title: str
    stage: str
    due_on: date
    about: Any

    @cached_property
    def url(self) -> str:
        """Where the content is edited, or the review is seen to."""
        if isinstance(self.about, ReviewTask):
            return f"{settings.SITE_ORIGIN}/admin/freshness/reviews/{self.about.pk}/"
        path = AdminURLFinder().get_edit_url(self.about)
        return f"{settings.SITE_ORIGIN}{path}" if path else settings.SITE_ORIGIN


class SectionLeads:
    """Who looks after the sections of content: each section is looked up once."""

    def __init__(self) -> None:
        self.known: dict[str, Any] = {}

    def of(self, content: Any) -> Any | None:
        """The lead of the section the content belongs to."""
        section = content.path[: -Page.steplen] if isinstance(content, Page) else ""
        if section not in self.known:
            self.known[section] = section_lead_of(content)
        return self.known[section]


def remind_of_reviews(*, today: date | None = None) -> int:
    """Queue the letters of the day; returns how many are new. Safe to kill and repeat."""
    today = today or timezone.localdate()
    due = [*reminders_of_content(today), *reminders_of_tasks(today), *reminders_of_drafts(today)]
    told = mentioned(one.key for one in due)
    of_person: dict[int, list[Reminder]] = defaultdict(list)
    for one in {one.key: one for one in due if one.key not in told}.values():
        of_person[one.person.pk].append(one)
    letters = [letter(some, today=today) for some in of_person.values()]
    with transaction.atomic():
        return queue_emails(letters, at=timezone.now())


def reminders_of_content(today: date) -> Iterator[Reminder]:
    """Content whose review date is near or past: its owner, and two weeks late the section's lead as well."""
    leads = SectionLeads()
    for model in kinds():
        content_type = ContentType.objects.get_for_model(model)
        near = looked_after(model).filter(review_on__lte=today + BEFORE).order_by()
        rows = [(content_type.pk, key, day) for key, day in near.values_list("pk", "review_on")]
        for row in fetched(rows):
            assert row.review_on is not None
            stage = "soon" if row.review_on > today else "due"
            yield from told_of(row.content, stage, row.review_on, owner_of(row.content))
            if row.review_on + LATE <= today or owner_of(row.content) is None:
                late = "late" if row.review_on < today else stage
                yield from told_of(row.content, late, row.review_on, leads.of(row.content))


def told_of(content: Any, stage: str, day: date, person: Any | None) -> Iterator[Reminder]:
    """A reminder about content, if there is somebody to tell."""
    if person is not None:
        content_type = ContentType.objects.get_for_model(content)
        key = f"review:{content_type.pk}:{content.pk}:{day}:{stage}:{person.pk}"
        yield Reminder(person, key, str(content), stage, day, content)


def reminders_of_tasks(today: date) -> Iterator[Reminder]:
    """Open review tasks: asked for, due, and a week late to the section's lead as well."""
    tasks = ReviewTask.objects.open().filter(next_reminder_on__lte=today)
    for task in tasks.select_related("owner", "version__authority").order_by("due_on", "pk"):
        yield from reminders_of_task(task, today)


def reminders_of_task(task: ReviewTask, today: date) -> Iterator[Reminder]:
    """Who is told of a task now."""
    stage = "asked" if today < task.due_on else "due"
    people: list[tuple[Any, str]] = [] if task.owner is None or not task.owner.is_active else [(task.owner, stage)]
    content = task.content
    if content is not None and task.due_on + TASK_LATE <= today:
        people.append((section_lead_of(content), "late"))
    elif not people and content is not None:
        people.append((responsible_for(content), stage))
    for person, at_stage in people:
        if person is not None:
            key = f"task:{task.pk}:{task.due_on}:{at_stage}:{person.pk}"
            yield Reminder(person, key, task.title, at_stage, task.due_on, task)


def reminders_of_drafts(today: date) -> Iterator[Reminder]:
    """Drafts that wait for somebody by name: when they begin to, and once more after a week."""
    for one in waiting_for_people():
        time = "again" if one.since + STILL_WAITING <= today else "first"
        key = f"step:{one.key}:{time}:{one.person.pk}"
        yield Reminder(one.person, key, one.title, "waits", one.since, one.content)


def letter(reminders: Iterable[Reminder], *, today: date) -> Letter:
    """One person's letter of the day, the earliest date first; who looks after a text and its section is told once.

    A draft that waits is told beside the review of what it stands for: both are to be done.
    """
    told = list(reminders)
    about = {(one.url, one.stage == "waits"): one for one in sorted(told, key=lambda one: one.stage == "late")}
    items = sorted(about.values(), key=lambda one: (one.due_on, one.title))
    person = items[0].person
    subject = ngettext("%(number)d review to do", "%(number)d reviews to do", len(items)) % {"number": len(items)}
    return Letter(
        key=f"freshness:{person.pk}:{today}",
        kind="freshness",
        to=person.email,
        subject=subject,
        text=render_to_string("freshness/email/reviews.txt", {"person": person, "reminders": items}),
        user_id=person.pk,
        mentions=tuple(one.key for one in told),
    )
