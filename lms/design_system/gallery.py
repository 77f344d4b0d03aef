"""The register of the design system: each component, what it is for, and the templates its examples show.

A component's states are in templates/design_system/examples/<slug>.html, one `{% state %}` block each. A test renders
every page and fails when a template of templates/components/ or templates/blocks/ is shown on none.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lms.design_system import samples, samples_maturity


@dataclass(frozen=True)
class Component:
    """One page of the gallery."""

    slug: str
    name: str | Promise
    purpose: str | Promise
    context: Callable[[], dict[str, Any]] = dict

    @property
    def template(self) -> str:
        return f"design_system/examples/{self.slug}.html"


COMPONENTS = [
    Component("colour-and-type", _("Colour and type"), _("Tokens of the brand; ratios are on white.")),
    Component(
        "frame",
        _("Frame for visitors"),
        _("What stands around every page: help strip, exit, header, navigation, footer. It is shown around this page."),
        samples.visitor_frame,
    ),
    Component(
        "frame-lead",
        _("Frame for training leads"),
        _("Signed in, with the second level of navigation and no exit link. It is shown around this page."),
        samples.lead_frame,
    ),
    Component("icons", _("Icons"), _("Drawings that stand beside words, never alone."), samples.icons),
    Component("buttons", _("Buttons and links"), _("A button does something; a link goes somewhere.")),
    Component("status", _("States"), _("Where a person or a lesson stands: shape, colour and words together.")),
    Component("wording", _("Dates and numbers"), _("How days, times, lengths and sizes are said."), samples.moments),
    Component("tags", _("Tags and tiers"), _("Short labels, and how demanding a module is.")),
    Component("progress", _("Progress"), _("How far someone is, beside the same in words.")),
    Component("notes", _("Notes and panels"), _("Something set apart from the running text.")),
    Component("messages", _("Messages"), _("What just happened, at the top of the next page."), samples.messages),
    Component("breadcrumbs", _("Breadcrumbs"), _("The way to this page, without the page itself.")),
    Component("facts", _("Facts"), _("Facts about a thing, and when they were last checked."), samples.facts),
    Component("rows", _("Rows"), _("Lists are rows with hairlines, not cards.")),
    Component("lessons", _("Lessons"), _("The lessons of a module with kind, time and state.")),
    Component("files", _("Files to download"), _("Each with its kind and size.")),
    Component("tables", _("Tables"), _("Labelled rows on a narrow screen, with the roles kept.")),
    Component("filters", _("Filters"), _("Narrowing a list; folded on a narrow screen.")),
    Component("library", _("Libraries"), _("Facets with counts, the order, and a way out."), samples.library),
    Component("pagination", _("Pages of a list"), _("Every filter in the address is kept."), samples.pages),
    Component("empty-states", _("Empty states"), _("Says so, says why, gives the next step.")),
    Component("continue", _("Continue"), _("The next lesson, where someone stopped.")),
    Component("forms", _("Forms"), _("Labels, hints and inputs."), samples.forms),
    Component("form-errors", _("Forms with errors"), _("A summary that leads to each input."), samples.wrong_forms),
    Component("blocks", _("Content blocks"), _("What lessons and pages are made of."), samples.blocks),
    Component("quiz", _("Quiz"), _("A question, all questions, and answers with their reasons.")),
    Component(
        "maturity",
        _("Levels of maturity"),
        _("A box that fills up, beside words or counts; the same in grey and in print."),
        samples_maturity.themes,
    ),
    Component("gaps", _("Gaps"), _("What is missing, most urgent first, and what can help."), samples_maturity.gaps),
    Component(
        "checklist-items",
        _("Items of a checklist"),
        _("How far one is, what each level looks like, and notes on the answer."),
        samples_maturity.items,
    ),
    Component("certificate", _("Certificate"), _("The same words as the PDF, as text.")),
]


def find(slug: str) -> Component | None:
    """The component with this address."""
    return next((component for component in COMPONENTS if component.slug == slug), None)
