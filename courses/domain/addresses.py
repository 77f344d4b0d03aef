"""The pages that are a module's and a lesson's, as they would be under another address."""

from django.urls import reverse

from courses.models import Lesson, Module
from courses.models.lesson import lesson_url


def module_addresses(module: Module, slug: str) -> list[str]:
    """Where the module would be with this slug: its page, where its reminders lead, and its lessons."""
    lessons = Lesson.objects.published().filter(module_lessons__module=module).order_by("pk")
    own = [reverse(f"courses:{name}", args=[slug]) for name in ("module", "continue")]
    return [*own, *(address for lesson in lessons for address in step_addresses(lesson, slug, lesson.slug))]


def lesson_addresses(lesson: Lesson, slug: str) -> list[str]:
    """Where the lesson would be with this slug, in every module that has it."""
    modules = Module.objects.published().filter(module_lessons__lesson=lesson).order_by("pk")
    return [address for module in modules for address in step_addresses(lesson, module.slug, slug)]


def step_addresses(lesson: Lesson, module_slug: str, slug: str) -> list[str]:
    """The pages of a lesson as a step of a module that somebody may have kept a link to."""
    quiz = [reverse("assessments:quiz", args=[module_slug, slug])] if lesson.kind == Lesson.Kind.QUIZ else []
    return [lesson_url(module_slug, slug), *quiz]
