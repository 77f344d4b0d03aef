"""A tag that puts what changed lately on the home page: `{% load changes %}`."""

from django import template

from toolkit_pages.domain.changes import Change, changed_lately
from toolkit_pages.models import HomePage

register = template.Library()


@register.simple_tag
def lately(page: HomePage) -> list[Change]:
    """The last few changes below this home page."""
    return changed_lately(page)
