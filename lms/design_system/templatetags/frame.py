"""Tags of the frame around every page: `{% load frame %}`."""

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lms.kept import keep

register = template.Library()


@register.inclusion_tag("components/nav_link.html", takes_context=True)
def nav_link(context: template.Context, title: str, url: str, section: str = "", *others: str) -> dict[str, Any]:
    """A link of a navigation, marked when the page belongs to it.

    A page may name its `section` (a lead's screens are "lead" by themselves); else the address decides, and `others`
    are longer addresses that have a link of their own.
    """
    return {"title": title, "url": url, "current": is_current(context, url, section, *others)}


def is_current(context: template.Context, url: str, section: str = "", *others: str) -> bool:
    """Whether the page belongs to this link, as `nav_link` says."""
    return belongs(url, section, *others, **place(context))


def place(context: template.Context) -> dict[str, str]:
    """Where the page is: the section it names, and its path."""
    request = context.get("request")
    chosen = context.get("section") or ("lead" if context.get("is_lead") else "")
    return {"chosen": chosen, "path": request.path if request else ""}


def belongs(url: str, section: str, *others: str, chosen: str, path: str) -> bool:
    """Whether a page of that section and path belongs to a link."""
    if chosen and section:
        return chosen == section
    inside = bool(url and url != "/" and path.startswith(url))
    return inside and not any(other and path.startswith(other) for other in others)


@register.simple_tag(takes_context=True)
def main_nav(context: template.Context) -> SafeString:
    """The main navigation: by role, with the page's own section marked; drawn once for each set of links."""
    user = context.get("user")
    signed_in = bool(user and user.is_authenticated)
    catalogue = reverse("courses:catalogue")
    links = [(_("My training"), reverse("courses:my_training"), "my-training")] if signed_in else []
    sections = context.get("main_menu") or ()
    links += [(link.title, link.url, link.section or link.url) for link in sections]
    if not any(link.section == "training" for link in sections):
        links.append((_("Training"), catalogue, "training"))
    if signed_in and (user.has_reviews or context.get("section") == "reviews"):
        links.append((_("Reviews"), reverse("toolkit_pages:reviews"), "reviews"))
    if signed_in and user.is_lead:
        links.append((_("Lead"), reverse("reports:dashboard"), "lead"))
    here = place(context)
    in_catalogue = belongs(catalogue, "", **here)
    shown = tuple(
        (title, url, belongs(url, section, **here) or (section == "training" and in_catalogue))
        for title, url, section in links
        if url
    )
    key = ("main_nav", get_language(), shown)
    return keep(key, lambda: render_to_string("components/nav_list.html", {"links": shown}))
