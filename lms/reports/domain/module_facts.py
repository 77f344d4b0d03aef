"""What a module's report says beside its counts: how long people took, and how they scored."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Avg, Case, Count, DateField, DurationField, ExpressionWrapper, F, Q, QuerySet, When
from django.db.models.functions import Cast, TruncDate

from courses.models import LessonProgress, Requirement


@dataclass(frozen=True)
class ModuleFacts:
    """Days from being asked to completing, and the mean of the best scores; None where nobody has one."""

    completions: int
    median_days: float | None
    mean_score: int | None
    scores: int


def facts_of(rows: QuerySet[Requirement], *, day: date) -> ModuleFacts:
    """The facts of these requirements as they were on the day."""
    done = rows.filter(completed_on__lte=day)
    asked = Cast(TruncDate("created_at"), DateField())
    took = ExpressionWrapper(F("completed_on") - asked, output_field=DurationField())
    after = Q(enrolment__isnull=False, completed_on__gte=F("asked_day"))
    lengths = done.annotate(asked_day=asked, took=Case(When(after, then=took))).values("took").annotate(n=Count("*"))
    people = dict(lengths.order_by().values_list("took", "n"))
    middle = median({length: number for length, number in people.items() if length is not None})
    progress = LessonProgress.objects.scores().filter(enrolment__in=done.values("enrolment"))
    scored = progress.aggregate(mean=Avg("score_percent"), scores=Count("*"))
    return ModuleFacts(
        completions=sum(people.values()),
        median_days=round(middle / timedelta(days=1), 1) if middle is not None else None,
        mean_score=round(scored["mean"]) if scored["mean"] is not None else None,
        scores=scored["scores"],
    )


def median(people: dict[timedelta, int]) -> timedelta | None:
    """The median of lengths of time that so many people took each; None of nobody."""
    count, seen, middle = sum(people.values()), 0, []
    for length in sorted(people):
        # The one or two in the middle are the lengths in which the places (count - 1) // 2 and count // 2 fall.
        middle += [length for place in {(count - 1) // 2, count // 2} if seen <= place < seen + people[length]]
        seen += people[length]
    return sum(middle, timedelta()) / len(middle) if middle else None
