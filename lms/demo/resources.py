"""The starter resources: guides, templates and forms, some with files."""

from pathlib import Path
from typing import Any

from wagtail.models import Collection

from lms.authorities.models import Authority
from lms.demo.documents.drafts import Draft
from lms.demo.documents.parsing import Sample, read_sample
from lms.demo.documents.web import blocks_of
from lms.demo.filing import collection, put_file
from lms.demo.publishing import as_blocks, as_date, facts
from toolkit_pages.models import ResourceFile, ResourceLibraryPage, ResourcePage

CONTENT = Path(__file__).parent / "content" / "resources"
TOPICS = {str(topic.label): topic.value for topic in ResourcePage.Topic}
KINDS = {str(kind.label): kind.value for kind in ResourcePage.Kind} | {"Guide and form": ResourcePage.Kind.FORM.value}


def resource_samples() -> list[Sample]:
    """The resources that have a text file, by address."""
    return [read_sample(path) for path in sorted(CONTENT.glob("*.txt"))]


def seed_resource_page(library: ResourceLibraryPage, entry: dict[str, Any], authorities: dict[str, Authority]) -> None:
    """A resource without files, from the same data as a page of guidance."""
    if ResourcePage.objects.child_of(library).filter(slug=entry["slug"]).exists():
        return
    page = ResourcePage(
        title=entry["title"],
        slug=entry["slug"],
        neutral_title=entry.get("neutral_title", ""),
        intro=entry["intro"],
        topic=TOPICS[entry["group"]],
        kind=KINDS.get(entry["kind"], ResourcePage.Kind.GUIDE.value),
        minutes=entry.get("minutes"),
        body=as_blocks(entry["body"]),
        is_sample=True,
        **facts(entry, authorities),
    )
    library.add_child(instance=page)
    page.save_revision().publish()


def seed_resources(library: ResourceLibraryPage, authorities: dict[str, Authority]) -> None:
    """The resources below the library; what is there already is left as editors have made it."""
    there = set(ResourcePage.objects.child_of(library).values_list("slug", flat=True))
    shelf = collection("Resources")
    for sample in resource_samples():
        if sample.slug not in there:
            seed_resource(library, sample, authorities, shelf)


def seed_resource(
    library: ResourceLibraryPage, sample: Sample, authorities: dict[str, Authority], shelf: Collection
) -> None:
    """One resource with its file in each format."""
    page = ResourcePage(
        title=sample.facts["title"],
        slug=sample.slug,
        neutral_title=sample.facts.get("neutral_title", ""),
        intro=sample.facts["intro"],
        topic=sample.facts["topic"],
        kind=sample.facts["kind"],
        minutes=int(sample.facts["minutes"]),
        is_sample=True,
        live=False,
        **facts(
            {
                "nations": sample.lists["nations"],
                "facts_checked_on": sample.facts["checked"],
                "review_on": sample.facts["review"],
                "rests_on": sample.lists["rests_on"],
            },
            authorities,
        ),
    )
    page.body = page._meta.get_field("body").stream_block.to_python(blocks_of(sample.page_sections))
    library.add_child(instance=page)
    page.files = [file_of(sample, kind=kind, shelf=shelf) for kind in sample.lists.get("formats", [])]
    page.save_revision().publish()


def file_of(sample: Sample, *, kind: str, shelf: Collection) -> ResourceFile:
    """What the resource leaves to its file, in one format."""
    approved_on = as_date(sample.facts["checked"])
    assert approved_on is not None
    draft = Draft(
        title=sample.facts["title"],
        kind=str(ResourcePage.Kind(sample.facts["kind"]).label),
        version="1",
        approved_on=approved_on,
        organisation=sample.facts["organisation"],
        owner=sample.facts["owner"],
        sections=sample.file_sections,
    )
    document = put_file(draft, kind=kind, stem=sample.slug, title=draft.title, within=shelf)
    return ResourceFile(document=document)
