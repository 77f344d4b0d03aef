"""The tag that frames one state of a component in the gallery: `{% load examples %}`."""

from django import template
from django.utils.html import format_html

register = template.Library()


@register.simple_block_tag
def state(content: str, title: str, dark: bool = False) -> str:
    """One state with its name above it."""
    return format_html(
        '<div class="gallery__state"><h2 class="gallery__name">{}</h2><div class="gallery__stage{}">{}</div></div>',
        title,
        " gallery__stage--dark" if dark else "",
        content,
    )
