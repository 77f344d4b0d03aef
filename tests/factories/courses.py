"""Factories of modules, lessons and what learners did with them."""

import datetime

import factory

from courses.domain.enrolling import enrol
from courses.domain.progress import complete_lesson
from courses.models import Enrolment, Lesson, Module, ModuleLesson


class LessonFactory(factory.django.DjangoModelFactory):
    """A published content lesson."""

    class Meta:
        model = Lesson

    title = factory.Sequence(lambda n: f"Lesson about signs {n}")
    slug = factory.Sequence(lambda n: f"signs-{n}")
    lead = "A sign is a reason to look again."
    facts_checked_on = datetime.date(2026, 4, 28)
    nations = factory.LazyFunction(lambda: ["england", "wales"])
    live = True


class ModuleFactory(factory.django.DjangoModelFactory):
    """A published module; `lessons=[...]` puts lessons in it, in order."""

    class Meta:
        model = Module
        skip_postgeneration_save = True

    title = factory.Sequence(lambda n: f"T{n} Example module")
    slug = factory.Sequence(lambda n: f"t{n}-example")
    summary = "What to look for, and what to do."
    facts_checked_on = datetime.date(2026, 4, 28)
    nations = factory.LazyFunction(lambda: ["england", "wales"])
    live = True

    @factory.post_generation
    def lessons(self, create, extracted, **kwargs):
        for order, lesson in enumerate(extracted or []):
            ModuleLesson.objects.create(module=self, lesson=lesson, sort_order=order)


class EnrolmentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Enrolment

    user = factory.SubFactory("tests.factories.people.UserFactory")
    module = factory.SubFactory(ModuleFactory)


def complete(user, module: Module, *, at: datetime.datetime | None = None) -> Enrolment:
    """The user's current round on the module, with every published lesson completed at that time."""
    enrolment = enrol(user, module=module)
    for place in module.published_lessons():
        complete_lesson(enrolment, lesson=place.lesson, at=at)
    return enrolment


def module_of(count: int, **fields) -> Module:
    """A module of so many content lessons."""
    return ModuleFactory(lessons=LessonFactory.create_batch(count), **fields)
