"""Tags of the frame around every page: `{% load frame %}`."""

from typing import Any

from django import template

register = template.Library()


@register.inclusion_tag("components/nav_link.html", takes_context=True)
def nav_link(context: template.Context, title: str, url: str, section: str = "") -> dict[str, Any]:
    """A link of a navigation, marked when the page belongs to it: by `section` in the context, else by address."""
    request = context.get("request")
    chosen = context.get("section")
    if chosen:
        current = chosen == section
    else:
        current = bool(request and url and url != "/" and request.path.startswith(url))
    return {"title": title, "url": url, "current": current}
