"""Tags for levels of maturity: the box that fills up, and the radios of a checklist item: `{% load maturity %}`."""

from collections.abc import Iterator
from typing import Any

from django import template
from django.forms import BoundField

from lms.design_system.templatetags.fields import add_classes

register = template.Library()

# The box's filling for each level, from 0 "not started" to 3 "embedded": top edge, height and colour.
FILLINGS = {1: (12, 5, "started"), 2: (7, 10, "mostly"), 3: (1, 16, "embedded")}
NOT_APPLICABLE = -1


@register.inclusion_tag("components/maturity.html")
def maturity(level: int | None) -> dict[str, Any]:
    """A box as full as the level is high; decoration beside words that say it.

    Dashed: not applicable; a stroke: no answer.
    """
    top, height, name = FILLINGS.get(level, (0, 0, ""))
    return {"top": top, "height": height, "name": name, "dashed": level == NOT_APPLICABLE, "unknown": level is None}


@register.filter
def level_inputs(field: BoundField) -> Iterator[dict[str, Any]]:
    """Each radio of a field of levels, with its level."""
    add_classes(field.field.widget, wrong=False)
    for subwidget in field.subwidgets:
        subwidget.data["attrs"].pop("aria-invalid", None)
        yield {
            "tag": subwidget.tag(),
            "id": subwidget.id_for_label,
            "label": subwidget.choice_label,
            "level": int(subwidget.data["value"]),
        }
