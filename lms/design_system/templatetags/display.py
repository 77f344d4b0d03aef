"""Tags and filters that put the design system's components on a page: `{% load display %}`."""

import re
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from typing import Any

from django import template
from django.core.paginator import Page
from django.db.models import Model
from django.template.defaultfilters import stringfilter
from django.template.loader import render_to_string
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lms.design_system import wording
from lms.design_system.icons import ICONS
from lms.design_system.templatetags.fields import error_summary
from lms.kept import keep

register = template.Library()

WORDS = "\ue000"  # a private character: where words go in something that is drawn before they are known
STATUS_KINDS = {"done", "doing", "todo", "soon", "late", "none"}
TAG_KINDS = {"", "ok", "warn", "err", "line"}
NOTE_ICONS = {"info": "info", "ok": "done", "warn": "soon", "err": "late"}


def known(kind: str, kinds: Any) -> str:
    """The kind, or an error that names the choices: a misspelt kind would lose its icon without a word."""
    if kind not in kinds:
        raise template.TemplateSyntaxError(f"Unknown kind {kind!r}; choose from {sorted(kinds)}")
    return kind


@register.simple_tag
@cache
def icon(name: str) -> SafeString:
    """A decorative drawing; always stands beside words that say the same."""
    drawing = mark_safe(ICONS[known(name, ICONS)])
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">{}</svg>',
        drawing,
    )


@register.simple_tag
def status(kind: str, text: str, hide_text: bool = False) -> SafeString:
    """A state: shape, colour and words together. Lists have dozens, so what stands around the words is drawn once."""
    before, after = around_status(known(kind, STATUS_KINDS), bool(hide_text))
    return mark_safe(before + conditional_escape(text) + after)


@cache
def around_status(kind: str, hide_text: bool) -> tuple[str, str]:
    """The component before and after its words."""
    drawn = render_to_string("components/status.html", {"kind": kind, "text": WORDS, "hide_text": hide_text})
    before, _words, after = drawn.partition(WORDS)
    return before, after


@register.inclusion_tag("components/tag.html")
def tag(text: str, kind: str = "") -> dict[str, Any]:
    """A short label: plain, ok, warn, err or line."""
    return {"text": text, "kind": known(kind, TAG_KINDS)}


def drawn_once(name: str, values: tuple, words: Callable[[], dict[str, Any]]) -> SafeString:
    """A component that is the same wherever these values are shown, drawn once for each set of them and language."""
    return keep((name, get_language(), *values), lambda: render_to_string(name, words()))


@register.simple_tag
def tier(number: int) -> SafeString:
    """Three bars, as many filled as the tier, and the words."""
    bars = tuple(zip((1, 2, 3), (11, 6, 1), (6, 11, 16), strict=True))
    return drawn_once("components/tier.html", (number,), lambda: {"number": number, "bars": bars})


@register.simple_tag
def steps(done: int, total: int, current: int | None = None, text: str = "") -> SafeString:
    """Progress in steps: filled to `done`, outlined at `current`; `text` is the same in words, shown below."""
    values = (done, total, current, text)
    return drawn_once("components/steps.html", values, lambda: parts_of_steps(*values))


def parts_of_steps(done: int, total: int, current: int | None, text: str) -> dict[str, Any]:
    """Where each step begins and how wide it is, in hundredths, and how it is drawn."""
    states = ["on" if n <= done else "now" if n == current else "off" for n in range(1, total + 1)]
    gap = min(0.5, 20 / total) if total else 0
    width = (100 - gap * (total - 1)) / total if total else 0
    parts = [(round(n * (width + gap), 3), round(width, 3), state) for n, state in enumerate(states)]
    return {"parts": parts, "text": text}


@register.inclusion_tag("components/bar.html")
def bar(value: float, maximum: float, text: str = "", kind: str = "") -> dict[str, Any]:
    """How much of a whole, drawn to scale; without `text` it is decoration beside words that say it."""
    share = max(0.0, min(1.0, value / maximum)) if maximum else 0.0
    return {"percent": f"{share * 100:.2f}", "text": text, "kind": kind}


@register.simple_block_tag
def note(content: str, kind: str = "info") -> str:
    """A remark set apart: info, ok, warn or err."""
    known(kind, NOTE_ICONS)
    return format_html(
        '<div class="note note--{}">{}<div class="note__body">{}</div></div>',
        kind,
        icon(NOTE_ICONS[kind]),
        content,
    )


@register.simple_block_tag
def panel(content: str, kind: str = "") -> str:
    """Something set apart: help, a plan, a preview; `lamp` for a caution."""
    return format_html('<div class="panel{}">{}</div>', f" panel--{kind}" if kind else "", content)


@register.inclusion_tag("components/breadcrumbs.html")
def breadcrumbs(*labels_and_urls: str) -> dict[str, Any]:
    """The way here: label, address, label, address and so on; the page itself is not part of it."""
    return {"items": list(zip(labels_and_urls[::2], labels_and_urls[1::2], strict=True))}


@register.inclusion_tag("components/pagination.html", takes_context=True)
def pagination(context: template.Context, page_obj: Page, parameter: str = "page", label: str = "") -> dict[str, Any]:
    """Previous, next and where one is; every filter in the address is kept."""
    request = context.get("request")

    def address(number: int) -> str:
        query = request.GET.copy() if request else {}
        query[parameter] = str(number)
        return "?" + (query.urlencode() if request else f"{parameter}={number}")

    return {
        "page": page_obj,
        "label": label or _("Pages"),
        "previous_url": address(page_obj.previous_page_number()) if page_obj.has_previous() else "",
        "next_url": address(page_obj.next_page_number()) if page_obj.has_next() else "",
    }


@register.inclusion_tag("components/empty_state.html")
def empty_state(
    title: str,
    text: str = "",
    action_text: str = "",
    action_url: str = "",
    link_text: str = "",
    link_url: str = "",
    picture: bool = True,
) -> dict[str, Any]:
    """Nothing here: says so, says why, and gives the next step."""
    return {
        "title": title,
        "text": text,
        "picture": picture,
        "action": {"text": action_text, "url": action_url},
        "link": {"text": link_text, "url": link_url},
    }


register.inclusion_tag("components/error_summary.html")(error_summary)


@register.simple_tag
def facts_checked(obj: Any) -> SafeString:
    """When the facts were last checked, against what, what of that has changed since, and where they apply.

    Much content was checked against the same on the same day: that is drawn once.
    """
    checked_on = getattr(obj, "facts_checked_on", None)
    authorities = getattr(obj, "checked_against", [])
    changes = [(one, getattr(one, "changed_on", None)) for one in authorities]
    changed = [one for one, day_of in changes if day_of and (checked_on is None or day_of > checked_on)]
    nations = getattr(obj, "nations_display", "")
    shown = {"checked_on": checked_on, "authorities": authorities, "changed": changed, "nations": nations}

    def draw() -> SafeString:
        return render_to_string("components/facts_checked.html", shown)

    if not all(isinstance(one, Model) for one in authorities):
        return draw()
    return keep(("facts_checked", get_language(), checked_on, nations, *(one.pk for one in authorities)), draw)


@register.inclusion_tag("components/rests_on.html")
def rests_on(authorities: list[Any]) -> dict[str, Any]:
    """Authorities as a list, the first three in sight."""
    return {"authorities": authorities}


@register.filter
def when(value: date | datetime | None) -> str:
    """today at 14:58, yesterday at 16:12, 4 May 2026 at 18:40."""
    return wording.when(value) if value else ""


@register.filter
def day(value: date | datetime | None) -> str:
    """5 May 2026."""
    return wording.day(value) if value else ""


@register.filter
def day_long(value: date | datetime | None) -> str:
    """Friday 12 June 2026."""
    return wording.day_long(value) if value else ""


@register.filter
def in_days(value: date | datetime | None) -> str:
    """In 9 days, Tomorrow, Today, 4 days late; beside the date, never instead of it."""
    return wording.in_days(value) if value else _("No date")


@register.filter
def minutes(value: int | None) -> str:
    """25 minutes, 1 minute."""
    return wording.minutes(int(value)) if value else ""


@register.filter
@stringfilter
def breakable(address: str) -> SafeString:
    """An e-mail address that may go on in a new line after its @ and its dots, before anything else breaks it."""
    parts = re.split(r"(?<=[@.])", address)
    return format_html_join(mark_safe("<wbr>"), "{}", ((part,) for part in parts))


@register.filter
@stringfilter
def in_fours(secret: str) -> str:
    """A long code in groups of four, to be typed from the screen."""
    return " ".join(secret[place : place + 4] for place in range(0, len(secret), 4))


@register.filter
def filesize_plain(value: int | None) -> str:
    """48 KB, 1.2 MB."""
    return wording.filesize(int(value)) if value is not None else ""
