"""Launches that nobody ended: a closed laptop or a lost connection leaves them open until they are swept."""

from datetime import datetime, timedelta

from courses.models import Launch, ScormItemState

SILENCE = timedelta(hours=1)


def close_silent_launches(*, at: datetime) -> int:
    """Close the launches that saved nothing for an hour; returns how many.

    They count as suspended: without a time at which they ended, the next launch resumes. A learner who was only
    thinking loses nothing, since the next commit of the same launch opens it again. Safe to repeat.
    """
    silent = ScormItemState.objects.filter(last_seen_at__lt=at - SILENCE).values("current_launch")
    return Launch.objects.filter(state=Launch.State.OPEN, pk__in=silent).update(state=Launch.State.CLOSED)
