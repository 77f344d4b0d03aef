"""What a lead can assign: published modules, and published courses that hold any."""

from dataclasses import dataclass, field

from django.db.models import Prefetch, Q

from courses.models import Assignment, Course, CourseModule, Module


@dataclass(frozen=True)
class Assignable:
    """A module or a course as the first step of assigning shows it; exactly one of the two is there."""

    module: Module | None = None
    course: Course | None = None
    parts: list[Module] = field(default_factory=list)

    @property
    def key(self) -> str:
        """What the form sends: the kind and the address."""
        return f"module:{self.module.slug}" if self.module else f"course:{self.course.slug if self.course else ''}"

    @property
    def title(self) -> str:
        return str(self.module or self.course)

    @property
    def minutes(self) -> int:
        """How long all of it takes."""
        return sum(module.minutes for module in self.parts)


def assignable(words: str = "") -> list[Assignable]:
    """Courses, then modules in the catalogue's order, whose title or summary holds every one of the words.

    Three queries. Only what is published; a course without a published module is left out.
    """
    places = CourseModule.objects.filter(module__live=True).select_related("module").order_by("sort_order", "pk")
    courses = Course.objects.published().order_by("title", "pk")
    modules = Module.objects.listed()
    for word in words.split():
        match = Q(title__icontains=word) | Q(summary__icontains=word)
        courses, modules = courses.filter(match), modules.filter(match)
    found = []
    for course in courses.prefetch_related(Prefetch("course_modules", queryset=places, to_attr="published_places")):
        parts = [place.module for place in course.published_places]
        if parts:
            found.append(Assignable(course=course, parts=parts))
    return found + [Assignable(module=module, parts=[module]) for module in modules]


def find_assignable(key: str) -> Assignable | None:
    """What the key names, when it may be assigned; None otherwise."""
    return next((one for one in assignable() if one.key == key), None)


def key_of(assignment: Assignment) -> str:
    """The key of what the assignment asks."""
    return Assignable(module=assignment.module, course=assignment.course).key
