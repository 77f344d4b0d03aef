"""The workflow every draft goes through before it is public: an approver looks at it."""

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
