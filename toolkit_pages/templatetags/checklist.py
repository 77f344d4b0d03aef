"""Tags that put the published checklist on its start page and an item into its preview: `{% load checklist %}`."""

from django import template

from toolkit_pages.domain.checklists import Progress, progress
from toolkit_pages.forms.checklist import AnswerForm, Question, question
from toolkit_pages.models import ChecklistItem

register = template.Library()


@register.simple_tag
def checklist_progress() -> list[Progress]:
    """The published themes for somebody who has answered nothing."""
    return progress({})


@register.simple_tag
def preview_question(item: ChecklistItem) -> Question:
    """An item as it will be asked."""
    return question(item, number=item.order or 1, form=AnswerForm(prefix="item"))
