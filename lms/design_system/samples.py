"""Plainly fictional things for the gallery's examples: people, pages of lists, forms, blocks."""

from dataclasses import dataclass
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from django.contrib.messages.constants import DEFAULT_TAGS
from django.contrib.messages.storage.base import Message
from django.core.paginator import Paginator
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from lms.design_system.context_processors import Frame, Helpline, Link
from lms.design_system.forms import SampleForm
from lms.design_system.icons import ICONS

LONG_NAME = "Bartholomew Oluwaseun Featherstonehaugh-Adeyemi"


@dataclass(frozen=True)
class SamplePerson:
    """Stands for the person who is signed in."""

    name: str
    is_lead: bool = False
    has_reviews: bool = False
    is_authenticated: bool = True

    def __str__(self) -> str:
        return self.name


def sample_settings() -> Frame:
    """Site settings with everything filled in."""
    links = (Link(_("Accessibility statement"), "#accessibility"), Link(_("Cookies"), "#cookies"))
    return Frame(
        site_name="Anti-slavery",
        site_name_second="Toolkit and Training",
        neutral_name="Toolkit and Training",
        emergency_number="999",
        exit_url="https://example.org/",
        phase=_("Beta"),
        phase_text=mark_safe("<p>This is a new service. <a href='#feedback'>Tell us</a> what you think of it.</p>"),
        footer_text=_("Do not enter anything here that could identify a person at risk."),
        helplines=(Helpline("Example Helpline", "08000 000 000"),),
        footer_groups=((_("This site"), links), (_("Keep up"), (Link(_("Glossary"), "#glossary"),))),
    )


def visitor_frame() -> dict[str, Any]:
    return {
        "is_sample": True,
        "user": SimpleNamespace(is_authenticated=False),
        "site_settings": sample_settings(),
        "main_menu": [Link(_("Resources"), "#resources"), Link(_("Law and reports"), "#law")],
    }


def lead_frame() -> dict[str, Any]:
    return {
        "is_lead": True,
        "organisation_name": "Marchshire Police",
        "user": SamplePerson(LONG_NAME, is_lead=True),
    }


def icons() -> dict[str, Any]:
    return {"icon_names": sorted(ICONS)}


def moments() -> dict[str, Any]:
    now = timezone.now()
    return {"now": now, "yesterday": now - timedelta(days=1), "soon": now + timedelta(days=9), "nothing": None}


def messages() -> dict[str, Any]:
    by_tag = {tag: level for level, tag in DEFAULT_TAGS.items()}
    texts = [
        ("success", _("114 people have T2. E-mails go out on Wednesday at 09:00.")),
        ("info", _("This document replaces version 2.")),
        ("warning", _("You will be signed out in 5 minutes.")),
        ("error", _("3 e-mails came back.")),
    ]
    return {"sample_messages": [Message(by_tag[tag], text) for tag, text in texts]}


def facts() -> dict[str, Any]:
    first = SampleAuthority("Statutory guidance, chapter 3", "https://example.org/guidance")
    second = SampleAuthority("Act of 2015, section 52", "")
    newer = SampleAuthority(
        "Guidance on referrals, version 4.2", "https://example.org/new", changed_on=date(2026, 5, 4)
    )
    return {
        "checked_once": SimpleNamespace(
            facts_checked_on=date(2026, 4, 28), checked_against=[first], nations_display="England and Wales"
        ),
        "checked_twice": SimpleNamespace(
            facts_checked_on=date(2026, 4, 28), checked_against=[first, second], nations_display="UK"
        ),
        "checked_often": SimpleNamespace(
            facts_checked_on=date(2026, 4, 28),
            checked_against=[first, second, first, second, first],
            nations_display="UK",
        ),
        "changed_since": SimpleNamespace(
            facts_checked_on=date(2026, 4, 28), checked_against=[first, newer, second], nations_display="UK"
        ),
        "never_checked": SimpleNamespace(facts_checked_on=None, checked_against=[], nations_display=""),
    }


@dataclass(frozen=True)
class SampleAuthority:
    """Stands for a citable piece of law or guidance, a number or a list."""

    title: str
    url: str
    reference: str = ""
    summary: str = ""
    value: str = ""
    checked_on: date = date(2026, 4, 28)
    changed_on: date | None = None

    def __str__(self) -> str:
        return self.title

    @property
    def value_lines(self) -> list[str]:
        return self.value.splitlines()


def pages() -> dict[str, Any]:
    paginator = Paginator(range(342), 25)
    return {"first_page": paginator.page(1), "middle_page": paginator.page(7), "last_page": paginator.page(14)}


def forms() -> dict[str, Any]:
    return {"sample_form": SampleForm(auto_id="id_%s")}


def wrong_forms() -> dict[str, Any]:
    data = {"email": "gwen.police.example.org", "start_0": "31", "start_1": "", "start_2": "2026"}
    return {"sample_form": SampleForm(data, auto_id="id_%s")}


def library() -> dict[str, Any]:
    """A library narrowed by words and a nation, with one facet too long to show whole."""

    def choice(value: str, label: str, count: int, is_on: bool = False) -> SimpleNamespace:
        return SimpleNamespace(value=value, label=label, count=count, is_on=is_on)

    def facet(name: str, title: str, first: list, rest: list) -> SimpleNamespace:
        return SimpleNamespace(facet=SimpleNamespace(name=name, title=title), first=first, rest=rest, is_open=True)

    kinds = [choice("agreement", _("Information sharing agreement"), 4), choice("terms", _("Terms of reference"), 7)]
    nations = [choice("wales", _("Wales"), 2, is_on=True), choice("scotland", _("Scotland"), 0)]
    chips = [SimpleNamespace(label="“housing”", query="#q"), SimpleNamespace(label=_("Wales"), query="#nation")]
    listing = SimpleNamespace(
        words="housing",
        facets=[
            facet("type", _("Type"), kinds, [choice("exit", _("Exit plan"), 1)]),
            facet("nation", _("Nation"), nations, []),
        ],
        chips=chips,
        sort="newest",
        sorts=[
            SimpleNamespace(value="newest", label=_("Newest version")),
            SimpleNamespace(value="a", label=_("Title")),
        ],
    )
    nothing = SimpleNamespace(
        title=_("No document matches both of these"),
        text=_("2 documents match without Wales."),
        action=_("Show the 2 documents"),
        way_out=chips[1],
    )
    return {"listing": listing, "nothing": nothing, "fold_text": _("Filter 46 documents")}


def table() -> dict[str, Any]:
    """A table as an editor filled it in."""
    heads = [_("Agency"), _("By day"), _("By night")]
    rows = [["Police", "[number]", "[number]"], ["Council", "[number]", ""]]
    return {
        "value": SimpleNamespace(caption=_("Contacts"), columns=[SimpleNamespace(heading=head) for head in heads]),
        "lines": [list(zip(heads, row, strict=True)) for row in rows],
    }


def blocks() -> dict[str, Any]:
    picture = "data:image/svg+xml," + (
        "%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 6'%3E"
        "%3Crect width='16' height='6' fill='%230d4450'/%3E"
        "%3Crect x='7' y='1' width='2' height='4' fill='%23f6b73c'/%3E%3C/svg%3E"
    )
    html = mark_safe
    document = SimpleNamespace(
        url="#download", title=_("Safety plan"), file_extension="docx", get_file_size=48_200, content_type="video/mp4"
    )
    return {
        "table": table(),
        "rich_text": "<h2>Look at the person and the place</h2><p>Each sign has an <b>innocent</b> explanation.</p>"
        "<ul><li>injuries nobody has treated</li><li>someone else who always answers</li></ul>"
        '<p>Read <a href="https://example.org/guidance">the guidance</a>.</p>',
        "picture": SimpleNamespace(url=picture, width=1280, height=480),
        "image": {"alt": "A door ajar, with light falling through it", "caption": _("The door of the fictional flat.")},
        "decorative_image": {"alt": "", "decorative": True, "caption": ""},
        "video": {"title": "The flat above the shop", "file": document, "transcript": html("<p>A bell rings.</p>")},
        "linked_video": {
            "title": "A longer film",
            "embed_url": "https://example.org/film",
            "transcript": html("<p>Music plays.</p>"),
        },
        "callouts": [
            {"kind": kind, "title": title, "text": html("<p>You do not need proof to pass on a concern.</p>")}
            for kind, title in (
                ("info", "What the law says"),
                ("caution", "Before you speak"),
                ("danger", "Call 999"),
                ("success", ""),
            )
        ],
        "key_facts": {
            "title": _("Remember"),
            "facts": [html("<p><b>Anyone can be affected.</b></p>"), html("<p><b>Speak to the person alone.</b></p>")],
        },
        "scenario": {
            "title": "The flat above the nail bar",
            "situation": html("<p>You are checking fire doors. Six adults share two rooms.</p>"),
            "question": "What would you do in the next five minutes?",
            "choices": [
                {"label": "Ask her in front of him", "feedback": html("<p>He will hear her answer.</p>")},
                {"label": "Finish as planned, then call", "feedback": html("<p>This keeps her safe.</p>")},
            ],
        },
        "download": {"document": document, "title": "", "description": _("Change it to fit your area.")},
        "authorities": [
            {
                "authority": SampleAuthority(
                    "Act of 2015", "#act", reference="Section 52", summary="Who must tell whom."
                )
            },
            {"authority": SampleAuthority("Helpline", "#line", value="08000 000 000"), "note": _("Day and night.")},
            {"authority": SampleAuthority("First responders", "", value="Police\nCouncils\nThe Lantern Project")},
        ],
    }
