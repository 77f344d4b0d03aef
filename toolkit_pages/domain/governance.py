"""The governance library as a list: its facets, the documents that match, and what each row says."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.contenttypes.models import ContentType
from django.db.models import Prefetch, QuerySet, TextField
from django.db.models.functions import Cast, Length
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import ReferenceIndex

from lms.design_system.wording import day
from lms.editorial.models import Nation
from lms.uploads.domain.public_words import first_public_texts
from toolkit_pages.domain.excerpts import passage
from toolkit_pages.domain.facets import Facet, Listing, Row, Shelf, Sort, shelf_of
from toolkit_pages.domain.library_words import keys_with
from toolkit_pages.domain.synonyms import words_marked
from toolkit_pages.models import (
    ChecklistItem,
    DocumentVersion,
    GovernanceDocumentPage,
    GovernanceLibraryPage,
    ResourcePage,
)
from toolkit_pages.models.base import public
from toolkit_pages.models.governance import Licence, newest_first

FORMATS = {"web": _("Web page"), "word": _("Word"), "pdf": _("PDF"), "odt": _("ODT"), "spreadsheet": _("Excel")}
LICENCES = {
    Licence.OGL: _("Open Government Licence"),
    Licence.CC_BY: _("Creative Commons, name the source"),
    Licence.CC_BY_SA: _("Creative Commons, share alike"),
    Licence.ASK: _("Ask before use"),
}
FACETS = [
    Facet("type", _("Type"), GovernanceDocumentPage.Type.choices),
    Facet("nation", _("Nation"), Nation.choices),
    Facet("status", _("Sample or adopted"), GovernanceDocumentPage.Status.choices, is_open=False),
    Facet("format", _("Format"), list(FORMATS.items()), is_open=False),
    Facet("licence", _("Licence"), [(value.value, label) for value, label in LICENCES.items()], is_open=False),
]
SORTS = [
    Sort("newest", _("Newest version"), by="approved", newest_first=True),
    Sort("title", _("Title")),
    Sort("review", _("Review due"), by="review"),
]
FILES = ["word", "pdf", "odt", "spreadsheet"]
SOON = timedelta(days=60)
FEW_LETTERS = 2  # an empty StreamField is "[]"


@dataclass(frozen=True)
class DocumentRow:
    """A document as the list shows it."""

    page: GovernanceDocumentPage
    version: DocumentVersion | None
    excerpt: SafeString
    formats: str
    review: str


def review_words(page: GovernanceDocumentPage, *, today: date) -> str:
    """What the row says of a review that is due within SOON, or was; "" when there is time."""
    if page.review_on is None or page.review_on > today + SOON:
        return ""
    if page.review_on <= today:
        return gettext("Review was due %(when)s") % {"when": day(page.review_on)}
    return gettext("Review due %(when)s") % {"when": day(page.review_on)}


def documents_of(library: GovernanceLibraryPage) -> QuerySet:
    """The documents of a library that anybody may read."""
    if not library.path:  # the preview of a library that is not saved yet
        return GovernanceDocumentPage.objects.none()
    return GovernanceDocumentPage.objects.child_of(library).live().filter(public())


def governance_shelf(library: GovernanceLibraryPage) -> Shelf:
    """The library's light rows. Three queries, whatever its size."""
    newest: dict[int, dict] = {}
    versions = DocumentVersion.objects.filter(page__in=documents_of(library)).order_by("approved_on", "-sort_order")
    for version in versions.values("page_id", "approved_on", *(f"{name}_id" for name in FILES)):
        newest[version["page_id"]] = version
    pages = documents_of(library).annotate(letters=Length(Cast("web_version", TextField())))
    rows = []
    for page in pages.values(
        "pk", "title", "document_type", "nations", "status", "licence", "review_on", "letters"
    ).iterator():
        version = newest.get(page["pk"], {})
        formats = [name for name in FILES if version.get(f"{name}_id")]
        values = {
            "type": [page["document_type"]],
            "nation": page["nations"] or (),
            "status": [page["status"]],
            "licence": [page["licence"]],
            "format": [*(["web"] if (page["letters"] or 0) > FEW_LETTERS else []), *formats],
        }
        dates = {"approved": version.get("approved_on"), "review": page["review_on"]}
        rows.append(Row(page["pk"], page["title"], values, dates))
    return Shelf(rows, facets=FACETS, sorts=SORTS)


def governance_listing(library: GovernanceLibraryPage, asked: Mapping[str, Sequence[str]], *, words: str) -> Listing:
    """What of the library matches the facets asked for and the words, which may stand in a document's own text."""
    found = keys_with(words, among=documents_of(library)) if words else None
    shelf = shelf_of(("governance", library.pk), lambda: governance_shelf(library))
    return shelf.browse(asked, words=words, found=found)


def document_rows(keys: Iterable[int], *, words: str) -> list[DocumentRow]:
    """The documents with these keys as rows, in the same order, with the words marked in them.

    Two queries, and three for the words in their files.
    """
    order = list(keys)
    versions = DocumentVersion.objects.select_related(*FILES).order_by("sort_order")
    pages = GovernanceDocumentPage.objects.filter(pk__in=order).defer("body", "goes_with", "rests_on")
    found = {page.pk: page for page in pages.prefetch_related(Prefetch("versions", queryset=versions))}
    shown = [found[key] for key in order if key in found]
    current = {page.pk: page.current_version for page in shown}
    looked_for = words_marked(words) if words else []
    texts = texts_of(current.values()) if looked_for else {}
    return [
        DocumentRow(
            page=page,
            version=current[page.pk],
            excerpt=passage([texts.get(page.pk, ""), page.intro], words=looked_for, otherwise=page.intro),
            formats=formats_of(page, current[page.pk]),
            review=review_words(page, today=timezone.localdate()),
        )
        for page in shown
    ]


def versions_of(page: GovernanceDocumentPage) -> list[DocumentVersion]:
    """All published versions with their files, the newest first. One query."""
    return newest_first(DocumentVersion.objects.filter(page=page).select_related(*FILES))


def texts_of(versions: Iterable[DocumentVersion | None]) -> dict[int, str]:
    """The public words of these versions' files by page: of the first format that has any. Three queries."""
    return first_public_texts({version.page_id: version.file_keys() for version in versions if version})


def formats_of(page: GovernanceDocumentPage, version: DocumentVersion | None) -> str:
    """ "Web page, Word, PDF"."""
    names = ["web"] if page.has_web_version else []
    names += [name for name, _file in version.files()] if version else []
    return ", ".join(str(FORMATS[name]) for name in names)


def gaps_closed_by(page: GovernanceDocumentPage | ResourcePage) -> list[ChecklistItem]:
    """The published checklist items that name this page as a help, in the checklist's order. Two queries."""
    items = ContentType.objects.get_for_model(ChecklistItem)
    references = ReferenceIndex.get_references_to(page).filter(content_type=items, model_path__startswith="helps")
    keys = [int(key) for key in set(references.values_list("object_id", flat=True))]
    return list(ChecklistItem.objects.published().filter(pk__in=keys, theme__live=True).select_related("theme"))
