"""What a module's report says beside its counts: how long people took, and how they scored."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Avg, DateField, DurationField, ExpressionWrapper, F, QuerySet
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
    lengths = done.filter(enrolment__isnull=False).annotate(asked_day=asked, took=took)
    lengths = lengths.filter(completed_on__gte=F("asked_day")).order_by("took")
    count = lengths.count()
    middle = list(lengths.values_list("took", flat=True)[(count - 1) // 2 : count // 2 + 1]) if count else []
    median = sum(middle, timedelta()) / len(middle) if count else None
    progress = LessonProgress.objects.filter(enrolment__in=done.values("enrolment")).exclude(score_percent=None)
    scored = progress.aggregate(mean=Avg("score_percent"))
    return ModuleFacts(
        completions=done.count(),
        median_days=round(median / timedelta(days=1), 1) if median is not None else None,
        mean_score=round(scored["mean"]) if scored["mean"] is not None else None,
        scores=progress.count(),
    )
