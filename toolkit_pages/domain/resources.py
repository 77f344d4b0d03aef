"""The resources as a list: facets, what matches, groups by topic, and a resource's neighbours."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from lms.editorial.models import Nation
from lms.uploads.domain.public_words import public_texts
from toolkit_pages.domain.excerpts import passage
from toolkit_pages.domain.facets import Facet, Listing, Row, Shelf, Sort, shelf_of
from toolkit_pages.domain.library_words import keys_with
from toolkit_pages.domain.synonyms import words_marked
from toolkit_pages.models import GovernanceLibraryPage, ResourceFile, ResourceLibraryPage, ResourcePage
from toolkit_pages.models.base import public

FACETS = [
    Facet("topic", _("Topic"), ResourcePage.Topic.choices),
    Facet("kind", _("Kind"), ResourcePage.Kind.choices),
    Facet("nation", _("Nation"), Nation.choices),
    Facet("file", _("File"), [("yes", _("With a file to change"))]),
]
SORTS = [Sort("title", _("Title")), Sort("checked", _("Checked most recently"), by="checked", newest_first=True)]
BESIDE = 5


@dataclass(frozen=True)
class ResourceRow:
    """A resource as the list shows it."""

    page: ResourcePage
    excerpt: SafeString


@dataclass
class Group:
    """Resources on one topic."""

    anchor: str
    title: str
    rows: list[ResourceRow] = field(default_factory=list)


def resources_of(library: ResourceLibraryPage) -> QuerySet:
    """The resources of a library that anybody may read."""
    if not library.path:  # the preview of a library that is not saved yet
        return ResourcePage.objects.none()
    return ResourcePage.objects.child_of(library).live().filter(public())


def resource_shelf(library: ResourceLibraryPage) -> Shelf:
    """The library's light rows. Two queries, whatever its size."""
    has_file = Exists(ResourceFile.objects.filter(page=OuterRef("pk")))
    pages = resources_of(library).annotate(has_file=has_file)
    rows = [
        Row(
            page["pk"],
            page["title"],
            {
                "topic": [page["topic"]],
                "kind": [page["kind"]],
                "nation": page["nations"] or (),
                "file": ["yes"] if page["has_file"] else [],
            },
            {"checked": page["facts_checked_on"]},
        )
        for page in pages.values("pk", "title", "topic", "kind", "nations", "facts_checked_on", "has_file")
    ]
    return Shelf(rows, facets=FACETS, sorts=SORTS)


def resource_listing(library: ResourceLibraryPage, asked: Mapping[str, Sequence[str]], *, words: str) -> Listing:
    """What of the library matches the facets asked for and the words."""
    found = keys_with(words, among=resources_of(library)) if words else None
    shelf = shelf_of(("resources", library.pk), lambda: resource_shelf(library))
    return shelf.browse(asked, words=words, found=found)


def resource_groups(keys: Iterable[int], *, words: str) -> list[Group]:
    """The resources with these keys by topic, in the order of the topics, and within each in the order given."""
    order = {key: place for place, key in enumerate(keys)}
    looked_for = words_marked(words) if words else []
    texts = texts_of_files(order) if looked_for else {}
    pages = ResourcePage.objects.filter(pk__in=order).defer("body", "rests_on")
    groups = {topic.value: Group(topic.value, str(topic.label)) for topic in ResourcePage.Topic}
    for page in sorted(pages, key=lambda page: order[page.pk]):
        parts = [page.intro, *texts.get(page.pk, [])]
        quoted = passage(parts, words=looked_for, otherwise=page.intro)
        groups[page.topic].rows.append(ResourceRow(page, quoted))
    return [group for group in groups.values() if group.rows]


def texts_of_files(pages: Iterable[int]) -> dict[int, list[str]]:
    """The public words of the files of these resources (primary keys), in their order. Three queries."""
    files = ResourceFile.objects.filter(page__in=list(pages)).order_by("sort_order")
    owned = list(files.values_list("page", "document"))
    texts = public_texts(document for _page, document in owned)
    found: dict[int, list[str]] = {}
    for page, document in owned:
        if document in texts:
            found.setdefault(page, []).append(texts[document])
    return found


def files_of(page: ResourcePage) -> list[ResourceFile]:
    """The published files of a resource. One query."""
    return list(ResourceFile.objects.filter(page=page).select_related("document").order_by("sort_order"))


def resources_beside(page: ResourcePage) -> list[ResourcePage]:
    """Other resources on the same topic. One query."""
    if not page.path:
        return []
    others = ResourcePage.objects.sibling_of(page, inclusive=False).live().filter(public(), topic=page.topic)
    return list(others.defer("body", "rests_on")[:BESIDE])


def governance_library() -> GovernanceLibraryPage | None:
    """The section of agreements and plans, which visitors of the resources may be looking for."""
    return GovernanceLibraryPage.objects.live().filter(public()).first()
