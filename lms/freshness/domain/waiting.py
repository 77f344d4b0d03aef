"""Drafts that wait for a reviewer by name, and since when; Wagtail itself writes to groups only."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from wagtail.models import TaskState, WorkflowState

from lms.editorial.models import NamedReviewersTask


@dataclass(frozen=True)
class Waiting:
    """A draft at a step of its workflow, and somebody who may decide that step."""

    key: int  # of the step
    content: Any
    title: str
    person: Any
    since: date


def waiting_for_people() -> list[Waiting]:
    """Every draft that waits now with each of its step's reviewers whose account is open.

    Three queries, and one for each kind of content among the drafts.
    """
    steps = NamedReviewersTask.objects.prefetch_related("reviewers").in_bulk()
    states = TaskState.objects.filter(
        task__in=list(steps),
        status=TaskState.STATUS_IN_PROGRESS,
        workflow_state__status=WorkflowState.STATUS_IN_PROGRESS,
    ).select_related("workflow_state", "revision")
    found = []
    drafts = states.prefetch_related("workflow_state__content_object").order_by("started_at", "pk")
    for state in drafts if steps else []:
        content = state.workflow_state.content_object
        since = timezone.localdate(state.started_at)
        for person in steps[state.task_id].reviewers.all():
            if content is not None and person.is_active:
                found.append(Waiting(state.pk, content, state.revision.object_str, person, since))
    return found
