"""The workflow every draft goes through before it is public: an approver looks at it, or reviewers by name."""

from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import (
    GroupApprovalTask,
    Page,
    Workflow,
    WorkflowContentType,
    WorkflowMixin,
    WorkflowPage,
    WorkflowTask,
)

from lms.editorial.models import NamedReviewersTask

APPROVAL = "Moderators approval"


@transaction.atomic
def sync_approval(approvers: Group) -> Workflow:
    """Make the approval workflow one task of `approvers`, for every page and every snippet. Safe to repeat.

    Keeps the workflow Wagtail's own migration made; content under review goes on where it was.
    """
    task, _created = GroupApprovalTask.objects.get_or_create(name=APPROVAL, defaults={"active": True})
    task.groups.set([approvers])
    workflow, _created = Workflow.objects.get_or_create(name=APPROVAL, defaults={"active": True})
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task, defaults={"sort_order": 0})
    root = Page.get_first_root_node()
    if root is not None:
        WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": workflow})
    snippets = [
        model for model in apps.get_models() if issubclass(model, WorkflowMixin) and not issubclass(model, Page)
    ]
    for content_type in ContentType.objects.get_for_models(*snippets).values():
        WorkflowContentType.objects.update_or_create(content_type=content_type, defaults={"workflow": workflow})
    return workflow


@transaction.atomic
def name_reviewers(section: Page, *, name: str, steps: list[tuple[str, Any]]) -> Workflow:
    """Let drafts of the section and of the pages below it be decided by people, one after the other.

    `steps` are pairs of a part (NamedReviewersTask.Part) and the person who decides as that. The workflow is called
    `name`, its steps after it and the part. Takes the place of a workflow the section has now.
    """
    workflow = Workflow.objects.create(name=name, active=True)
    for number, (part, person) in enumerate(steps):
        label = NamedReviewersTask.Part(part).label
        task = NamedReviewersTask.objects.create(name=f"{name}: {label}", part=part, active=True)
        task.reviewers.add(person)
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=number)
    WorkflowPage.objects.update_or_create(page=section, defaults={"workflow": workflow})
    return workflow
