"""Filters for running text: `{% load prose %}`."""

import re

from django import template
from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify

register = template.Library()

HEADING = re.compile(r"<(h[23])>(.*?)</\1>", re.DOTALL)


@register.filter
def anchored(html: SafeString) -> SafeString:
    """Rich text whose headings have ids, so that a link or a kept reading position can lead to them."""

    def with_id(match: re.Match) -> str:
        level, text = match.groups()
        slug = slugify(strip_tags(text))
        return f'<{level} id="{slug}">{text}</{level}>' if slug else match.group(0)

    return mark_safe(HEADING.sub(with_id, str(html)))
