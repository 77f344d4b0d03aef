"""Factories of the law and training libraries, partnerships and the glossary."""

import datetime

import factory

from tests.factories.toolkit import PageFactory
from toolkit_pages.models import (
    GlossaryTerm,
    LawItemPage,
    LawLibraryPage,
    Partnership,
    TrainingEntryPage,
    TrainingLibraryPage,
)


class LawLibraryFactory(PageFactory):
    class Meta:
        model = LawLibraryPage

    title = "Law and reports"
    slug = "law-and-reports"
    show_in_menus = True


class LawItemFactory(PageFactory):
    """An Act in force in England and Wales."""

    class Meta:
        model = LawItemPage

    title = factory.Sequence(lambda n: f"Example Act {n}")
    slug = factory.Sequence(lambda n: f"example-act-{n}")
    intro = "What people must do."
    kind = LawItemPage.Kind.ACT
    status = LawItemPage.Status.IN_FORCE
    nations = factory.LazyFunction(lambda: ["england", "wales"])
    in_force_on = datetime.date(2015, 7, 31)
    facts_checked_on = datetime.date(2026, 4, 28)

    @classmethod
    def _create(cls, model_class, *args, published_on=None, **kwargs):
        """The day is the item's own here, not the page's."""
        page = super()._create(model_class, *args, **kwargs)
        page.published_on = published_on
        page.save()
        return page


class TrainingLibraryFactory(PageFactory):
    class Meta:
        model = TrainingLibraryPage

    title = "Training library"
    slug = "training-library"


class TrainingEntryFactory(PageFactory):
    """Another body's e-learning of half an hour, endorsed by nobody."""

    class Meta:
        model = TrainingEntryPage

    title = factory.Sequence(lambda n: f"Noticing {n}")
    slug = factory.Sequence(lambda n: f"noticing-{n}")
    intro = "Four short films."
    provider = "Example Network"
    source_url = "https://example.org/course"
    sectors = factory.LazyFunction(lambda: ["health"])
    nations = factory.LazyFunction(lambda: ["scotland"])
    tier = 2
    minutes = 30
    facts_checked_on = datetime.date(2026, 1, 12)


class PartnershipFactory(factory.django.DjangoModelFactory):
    """A published partnership in England."""

    class Meta:
        model = Partnership

    name = factory.Sequence(lambda n: f"Example Partnership {n}")
    slug = factory.Sequence(lambda n: f"listed-partnership-{n}")
    area = "Marchshire"
    nations = factory.LazyFunction(lambda: ["england"])
    lead = "Haverley Council"
    members_text = "Haverley Council\nExample Police"
    activities = factory.LazyFunction(lambda: ["training", "strategy"])
    contact_email = "partnership@example.org"
    confirmed_on = datetime.date(2026, 3, 3)
    live = True


class GlossaryTermFactory(factory.django.DjangoModelFactory):
    """A published short form."""

    class Meta:
        model = GlossaryTerm

    term = factory.Sequence(lambda n: f"TERM {n}")
    slug = factory.Sequence(lambda n: f"term-{n}")
    definition = "A word that needs explaining."
    live = True
