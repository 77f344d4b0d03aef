"""What every page about an assignment needs: finding it, saying it in words, and knowing whether work is under way."""

from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from courses.domain import assignment_words
from courses.domain.assigning import assignments_visible_to
from courses.models import Assignment


def find_assignment(request: HttpRequest, public_id: UUID, *, draft: bool | None = None) -> Assignment:
    """An assignment of an organisation the person leads, or a 404; `draft` says which kind the page is for."""
    found = assignments_visible_to(request.user).select_related("organisation", "module", "course", "created_by")
    if draft is True:
        found = found.filter(state=Assignment.State.DRAFT)
    if draft is False:
        found = found.exclude(state=Assignment.State.DRAFT)
    return get_object_or_404(found, public_id=public_id)


def words_of(assignment: Assignment) -> dict[str, str]:
    """The assignment as its pages say it."""
    return {
        "who": assignment_words.who(assignment),
        "due": assignment_words.due(assignment),
        "joiners": assignment_words.joiners(assignment),
        "repeats": assignment_words.repeats(assignment),
        "firmness": assignment_words.firmness(assignment),
        "reminders": assignment_words.reminders(assignment),
    }


def is_working(assignment: Assignment) -> bool:
    """Whether its people are still being seen to: it waits for its first sweep or for that of new dates, or a sweep is
    claimed and not finished."""
    if assignment.state != Assignment.State.ACTIVE:
        return False
    waits = assignment.swept_at is None or assignment.dates_changed
    return waits or (assignment.claimed_at is not None and assignment.people_done < assignment.people_to_do)


def safe_title(assignment: Assignment) -> str:
    """What others may see on a shared screen."""
    return assignment.module.safe_title if assignment.module else str(assignment.course)
