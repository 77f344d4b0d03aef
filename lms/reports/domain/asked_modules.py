"""Which modules reports on an organisation are about."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from courses.models import Assignment, CourseModule, Module, Requirement
from lms.people.models import Organisation


def asked_modules(units: list[Organisation]) -> QuerySet[Module]:
    """The modules that are or were asked in these organisations, by title.

    What one of them assigns it asks of its own people. What an organisation above assigns may be asked of other units
    alone, so that is looked up. Looking up everything would read every requirement there is.
    """
    given = Assignment.objects.exclude(state=Assignment.State.DRAFT)
    own = given.filter(organisation__in=[unit.pk for unit in units])
    listed = CourseModule.objects.filter(course__in=own.exclude(course=None).values("course"))
    asked = Q(pk__in=own.exclude(module=None).values("module")) | Q(pk__in=listed.values("module"))
    above = list(given.filter(organisation__path__in=paths_above(units)).values_list("pk", flat=True))
    if above:
        rows = Requirement.objects.filter(
            assignment__in=above, membership__organisation__in=[unit.pk for unit in units]
        )
        asked |= Q(Exists(rows.filter(module=OuterRef("pk"))))
    return Module.objects.filter(asked).order_by("title", "pk")


def paths_above(units: list[Organisation]) -> set[str]:
    """The paths in the tree of what these organisations are part of, without their own."""
    step = Organisation.steplen
    found = {unit.path[:end] for unit in units for end in range(step, len(unit.path), step)}
    return found - {unit.path for unit in units}
