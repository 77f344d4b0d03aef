"""Everything that can be found by searching: where it lies, what it is called, and the light rows of all of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from modelsearch.utils import get_descendants_content_types_pks
from wagtail.models import Page, Site

from courses.models import Module
from lms.editorial.models import Nation
from toolkit_pages.domain.facets import Facet, Row, Shelf, Sort, shelf_of
from toolkit_pages.models import (
    ChecklistItem,
    GlossaryTerm,
    GovernanceDocumentPage,
    LawItemPage,
    Partnership,
    ResourcePage,
    TrainingEntryPage,
)
from toolkit_pages.models.base import ToolkitBasePage, public

KINDS = {
    "pages": _("Guidance"),
    "documents": _("Governance documents"),
    "resources": _("Resources"),
    "law": _("Law and reports"),
    "training": _("Training"),
    "checklist": _("Checklist"),
    "partnerships": _("Partnerships"),
    "glossary": _("Glossary"),
}
OF_PAGES: dict[type[Page], str] = {
    GovernanceDocumentPage: "documents",
    ResourcePage: "resources",
    LawItemPage: "law",
    TrainingEntryPage: "training",
}
FACETS = [Facet("kind", _("Kind"), list(KINDS.items())), Facet("nation", _("Nation"), Nation.choices)]
SORTS = [Sort("title", _("Title"))]


@dataclass(frozen=True)
class Source:
    """One table that is searched: the letter before its keys, what is public of it, and its light rows."""

    letter: str
    model: type[Any]
    rows_to_find: Callable[[Site], QuerySet[Any]]
    light_rows: Callable[[Site], Iterator[Row]]

    def key(self, pk: Any) -> str:
        return f"{self.letter}{pk}"

    @property
    def content_types(self) -> list[int]:
        """Primary keys of the content types of its rows."""
        return get_descendants_content_types_pks(self.model)


def pages(site: Site) -> QuerySet[Page]:
    """The live pages of the site that anybody may read, the home page too."""
    return Page.objects.descendant_of(site.root_page, inclusive=True).live().filter(public())


def light_pages(site: Site) -> Iterator[Row]:
    """The light rows of all pages: one query, and one for each type of page that knows its nations."""
    types = {ContentType.objects.get_for_model(model).pk: kind for model, kind in OF_PAGES.items()}
    nations: dict[int, list[str]] = {}
    for model in page_types():
        nations.update(model.objects.filter(live=True).values_list("pk", "nations"))
    for pk, title, content_type in pages(site).values_list("pk", "title", "content_type"):
        values = {"kind": [types.get(content_type, "pages")], "nation": nations.get(pk) or ()}
        yield Row(f"p{pk}", title, values)


def page_types() -> list[type[Any]]:
    """The types of toolkit page there are."""
    waiting, found = [ToolkitBasePage], []
    while waiting:
        model = waiting.pop()
        waiting += model.__subclasses__()
        if not model._meta.abstract:
            found.append(model)
    return found


def snippets(model: type[Any], *, letter: str, kind: str, title: str, with_nations: bool = True) -> Source:
    """A source of published snippets."""

    def found(_site: Site) -> QuerySet[Any]:
        return model.objects.published()

    def light(_site: Site) -> Iterator[Row]:
        for pk, name, *nations in model.objects.published().values_list(
            "pk", title, *(["nations"] if with_nations else [])
        ):
            yield Row(f"{letter}{pk}", name, {"kind": [kind], "nation": (nations[0] or ()) if nations else ()})

    return Source(letter, model, found, light)


SOURCES = [
    snippets(Module, letter="m", kind="training", title="title"),
    Source("p", Page, pages, light_pages),
    snippets(GlossaryTerm, letter="g", kind="glossary", title="term"),
    snippets(ChecklistItem, letter="c", kind="checklist", title="title"),
    snippets(Partnership, letter="o", kind="partnerships", title="name"),
]


def shelf(site: Site) -> Shelf:
    """The light rows of everything, kept until something is published."""

    def make() -> Shelf:
        return Shelf((row for source in SOURCES for row in source.light_rows(site)), facets=FACETS, sorts=SORTS)

    return shelf_of(("search", site.pk), make)
