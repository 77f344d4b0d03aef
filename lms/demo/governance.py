"""The starter governance library: sample documents with their versions, in the formats each is offered in."""

from pathlib import Path
from typing import Any

from django.utils.html import escape
from wagtail.models import Collection, Page

from lms.authorities.models import Authority
from lms.demo.documents.drafts import Draft
from lms.demo.documents.parsing import Sample, Version, read_sample
from lms.demo.documents.web import web_blocks
from lms.demo.filing import SETTERS, collection, put_file
from lms.demo.publishing import facts
from toolkit_pages.models import DocumentVersion, GovernanceDocumentPage, GovernanceLibraryPage

CONTENT = Path(__file__).parent / "content" / "governance"


def samples() -> list[Sample]:
    """The sample documents, by address."""
    return [read_sample(path) for path in sorted(CONTENT.glob("*.txt"))]


def seed_governance(library: GovernanceLibraryPage, authorities: dict[str, Authority]) -> None:
    """The sample documents below the library; what is there already is left as editors have made it."""
    there = set(GovernanceDocumentPage.objects.child_of(library).values_list("slug", flat=True))
    missing = [sample for sample in samples() if sample.slug not in there]
    shelf = collection("Governance library")
    pages = {sample.slug: place_document(library, sample, authorities) for sample in missing}
    for sample in missing:
        publish_document(pages[sample.slug], sample, shelf)


def place_document(
    library: GovernanceLibraryPage, sample: Sample, authorities: dict[str, Authority]
) -> GovernanceDocumentPage:
    """One document as a draft, so that others can name it."""
    kind = str(GovernanceDocumentPage.Type(sample.facts["type"]).label)
    newest = sample.draft(sample.versions[0], kind=kind)
    page = GovernanceDocumentPage(
        title=sample.facts["title"],
        slug=sample.slug,
        neutral_title=sample.facts.get("neutral_title", ""),
        intro=sample.facts["intro"],
        document_type=sample.facts["type"],
        status=sample.facts.get("status", "sample"),
        source_organisation=sample.facts["organisation"],
        owner_text=sample.facts["owner"],
        licence=sample.facts.get("licence", "ogl-3"),
        body=[("rich_text", about(sample, newest))],
        is_sample=True,
        live=False,
        **facts(entry_of(sample), authorities),
    )
    library.add_child(instance=page)
    return page


def publish_document(page: GovernanceDocumentPage, sample: Sample, shelf: Collection) -> None:
    """Give the document its versions, its web page and those it goes with, and publish it."""
    kind = str(page.get_document_type_display())
    if "web" in sample.lists["formats"]:
        newest = sample.draft(sample.versions[0], kind=kind)
        page.web_version = page._meta.get_field("web_version").stream_block.to_python(web_blocks(newest))
    page.versions = [
        version_of(sample, version, kind=kind, shelf=shelf, is_newest=place == 0)
        for place, version in enumerate(sample.versions)
    ]
    others = {other.slug: other for other in Page.objects.sibling_of(page).filter(slug__in=sample.lists["goes_with"])}
    page.goes_with = [("page", others[slug]) for slug in sample.lists["goes_with"] if slug in others]
    page.save_revision().publish()


def entry_of(sample: Sample) -> dict[str, Any]:
    """The sample's facts under the names the other starter content has."""
    return {
        "nations": sample.lists["nations"],
        "facts_checked_on": sample.facts["checked"],
        "review_on": sample.facts["review"],
        "rests_on": sample.lists["rests_on"],
    }


def version_of(sample: Sample, version: Version, *, kind: str, shelf: Collection, is_newest: bool) -> DocumentVersion:
    """A version with its files: the newest in every format, an older one in Word."""
    draft = sample.draft(version, kind=kind)
    wanted = [name for name in SETTERS if name in sample.lists["formats"]] if is_newest else ["word"]
    files = {
        name: put_file(
            draft,
            kind=name,
            stem=f"{sample.slug}-v{version.number}",
            title=f"{draft.title}, version {version.number}",
            within=shelf,
        )
        for name in wanted
    }
    return DocumentVersion(
        number=version.number, approved_on=version.approved_on, what_changed=version.what_changed, **files
    )


def about(sample: Sample, draft: Draft) -> str:
    """What to do before use, and what the document covers, as rich text."""
    before = [line.format(places=draft.places_to_fill) for line in sample.lists["before"]]
    items = "".join(f"<li>{escape(line)}</li>" for line in before)
    covers = escape(sample.facts["covers"])
    return f"<h2>Before you use it</h2><ul>{items}</ul><h2>What it covers</h2><p>{covers}</p>"
