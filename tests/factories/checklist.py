"""Factories of the checklist: its section, themes and items."""

import datetime

import factory

from tests.factories.toolkit import PageFactory
from toolkit_pages.models import ChecklistItem, ChecklistPage, ChecklistTheme


class ChecklistPageFactory(PageFactory):
    """The checklist's section, in the menu."""

    class Meta:
        model = ChecklistPage

    title = "Partnership checklist"
    slug = "checklist"
    intro = "How do we work together, and what is missing?"
    show_in_menus = True


class ChecklistThemeFactory(factory.django.DjangoModelFactory):
    """A published theme."""

    class Meta:
        model = ChecklistTheme

    title = factory.Sequence(lambda n: f"Sharing what we know {n}")
    slug = factory.Sequence(lambda n: f"sharing-{n}")
    question = "Can agencies tell each other what they need to know?"
    order = factory.Sequence(lambda n: n)
    facts_checked_on = datetime.date(2026, 4, 28)
    live = True


class ChecklistItemFactory(factory.django.DjangoModelFactory):
    """A published item of a theme."""

    class Meta:
        model = ChecklistItem

    theme = factory.SubFactory(ChecklistThemeFactory)
    title = factory.Sequence(lambda n: f"An agreement covers every agency {n}")
    hint = "Signed by someone who can commit the agency."
    guidance = "<p>Ask each agency for a name.</p>"
    looks_not_started = "Nobody has a draft."
    looks_embedded = "Signed by all, looked at every year."
    order = factory.Sequence(lambda n: n)
    live = True


def helps_with(page=None, module=None, *, levels=("0", "1")) -> tuple[str, dict]:
    """A value of an item's `helps`: a page or a module, at these levels."""
    if module is not None:
        return ("module", {"module": module, "levels": list(levels)})
    return ("page", {"page": page, "levels": list(levels)})
