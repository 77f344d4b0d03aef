"""Outline: a module's lessons in order with what one person has done in them, as plain values for pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import BigIntegerField

from lms.prepared import Prepared, Slot

if TYPE_CHECKING:
    from courses.models.enrolment import Enrolment
    from courses.models.lesson import Lesson
    from courses.models.module import Module, ModuleLesson
    from courses.models.progress import LessonProgress


def progress_of_enrolment():
    """What one person has opened and done in one round."""
    return apps.get_model("courses", "LessonProgress").objects.filter(enrolment=Slot("enrolment", BigIntegerField()))


PROGRESS = Prepared(progress_of_enrolment)


@dataclass(frozen=True)
class Step:
    """A lesson as a step of a module; `progress` is None when the person has not opened it."""

    number: int
    module: Module
    lesson: Lesson
    is_required: bool
    progress: LessonProgress | None = None

    @property
    def url(self) -> str:
        return self.lesson.url_in(self.module)

    @property
    def resume_url(self) -> str:
        """The place within the lesson where the person stopped reading."""
        anchor = self.progress.anchor if self.progress and not self.is_done else ""
        return f"{self.url}#{anchor}" if anchor else self.url

    @property
    def is_done(self) -> bool:
        return self.progress is not None and self.progress.completed_at is not None

    @property
    def is_open(self) -> bool:
        """Opened and not done."""
        return self.progress is not None and not self.is_done


@dataclass(frozen=True)
class Row:
    """A step as lists show it: nothing but what everybody at this stage would see, so that lists can be kept."""

    number: int
    lesson: Lesson
    url: str
    is_required: bool
    is_done: bool
    is_open: bool


@dataclass(frozen=True)
class Outline:
    """The steps of a module, and where one person is in them."""

    module: Module
    steps: tuple[Step, ...]
    enrolment: Enrolment | None = None

    @property
    def total(self) -> int:
        return len(self.steps)

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(
            Row(step.number, step.lesson, step.url, step.is_required, step.is_done, step.is_open) for step in self.steps
        )

    @property
    def done(self) -> int:
        return sum(step.is_done for step in self.steps)

    @property
    def is_met(self) -> bool:
        """Whether nothing has to be done any more, as the module's rule says; that is not yet to have completed it."""
        wanted = [step for step in self.steps if step.is_required or self.module.completion_rule != "required"]
        return bool(wanted) and all(step.is_done for step in wanted)

    @property
    def minutes_left(self) -> int:
        return sum(step.lesson.minutes for step in self.steps if not step.is_done)

    @property
    def next_step(self) -> Step | None:
        """Where "Continue" leads: the lesson last opened if it is not done, else the first after it not done."""
        last = self.enrolment.last_lesson_id if self.enrolment else None
        index = next((i for i, step in enumerate(self.steps) if step.lesson.pk == last), 0)
        order = [*self.steps[index:], *self.steps[:index]]
        return next((step for step in order if not step.is_done), None)

    def step_of(self, lesson: Lesson) -> Step | None:
        return next((step for step in self.steps if step.lesson.pk == lesson.pk), None)

    def before(self, step: Step) -> Step | None:
        return self.steps[step.number - 2] if step.number > 1 else None

    def after(self, step: Step) -> Step | None:
        return self.steps[step.number] if step.number < self.total else None


def outline_of(
    module: Module,
    places: Iterable[ModuleLesson],
    enrolment: Enrolment | None,
    *,
    rows: Iterable[LessonProgress] | None = None,
) -> Outline:
    """Put places and progress together. One query if there is an enrolment and its progress (`rows`) is not given."""
    if rows is None:
        rows = PROGRESS(enrolment=enrolment.pk) if enrolment else ()
    progress = {row.lesson_id: row for row in rows}
    steps = tuple(
        Step(number, module, place.lesson, place.is_required, progress.get(place.lesson_id))
        for number, place in enumerate(places, start=1)
    )
    return Outline(module, steps, enrolment)
