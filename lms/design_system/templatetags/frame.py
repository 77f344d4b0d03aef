"""Tags of the frame around every page: `{% load frame %}`."""

from typing import Any

from django import template

register = template.Library()


@register.inclusion_tag("components/nav_link.html", takes_context=True)
def nav_link(context: template.Context, title: str, url: str, section: str = "", *others: str) -> dict[str, Any]:
    """A link of a navigation, marked when the page belongs to it.

    A page may name its `section` (a lead's screens are "lead" by themselves); else the address decides, and `others`
    are longer addresses that have a link of their own.
    """
    request = context.get("request")
    chosen = context.get("section") or ("lead" if context.get("is_lead") else "")
    if chosen and section:
        current = chosen == section
    else:
        inside = bool(request and url and url != "/" and request.path.startswith(url))
        current = inside and not any(other and request.path.startswith(other) for other in others)
    return {"title": title, "url": url, "current": current}
