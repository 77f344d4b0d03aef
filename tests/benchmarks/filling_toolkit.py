"""Fills the toolkit's benchmark: thousands of pages and documents with made-up words, searched like any others."""

import json
import random
import sys
import uuid
from typing import Any

import django

from tests.benchmarks.preparing import seed

PAGES = 20_000
DOCUMENTS = 5_000
AT_ONCE = 1_000
SYLLABLES = ["ba", "do", "fe", "gu", "ka", "li", "mo", "na", "pe", "ro", "sa", "ti", "vu", "we", "zo"]


def vocabulary(chance: random.Random) -> list[str]:
    """Two thousand made-up words."""
    return ["".join(chance.choices(SYLLABLES, k=3)) for _word in range(2_000)]


def text_of(chance: random.Random, words: list[str], length: int) -> str:
    """So many words, the first of the vocabulary far more often than the last, as in any language."""
    return " ".join(words[min(int(chance.paretovariate(0.6)) - 1, len(words) - 1)] for _word in range(length))


def add_pages(parent: Any, model: Any, number: int, fields_of: Any) -> list[Any]:
    """So many live pages below `parent`: their two tables are written in bulk, for the tree's own way takes an hour."""
    from django.contrib.contenttypes.models import ContentType
    from django.utils import timezone
    from wagtail.models import Locale, Page

    first = parent.get_children_count()
    content_type, locale, now = ContentType.objects.get_for_model(model), Locale.get_default(), timezone.now()
    base = []
    for place in range(number):
        title, slug = f"Sample {model.__name__} {place}", f"sample-{place}"
        base.append(
            Page(
                path=Page._get_path(parent.path, parent.depth + 1, first + place + 1),
                depth=parent.depth + 1,
                title=title,
                draft_title=title,
                slug=slug,
                url_path=f"{parent.url_path}{slug}/",
                content_type=content_type,
                locale=locale,
                translation_key=uuid.uuid4(),
                live=True,
                first_published_at=now,
                last_published_at=now,
            )
        )
    base = Page.objects.bulk_create(base, batch_size=AT_ONCE)
    Page.objects.filter(pk=parent.pk).update(numchild=first + number)
    pages = []
    for page in base:
        child = model(page_ptr=page, **fields_of())
        child.__dict__.update({field.attname: getattr(page, field.attname) for field in Page._meta.concrete_fields})
        child.save_base(raw=True)
        pages.append(child)
    return pages


def index(model: Any, pages: list[Any]) -> None:
    """Write the search index of these pages."""
    from modelsearch.backends import get_search_backend

    for start in range(0, len(pages), AT_ONCE):
        get_search_backend().add_bulk(model, pages[start : start + AT_ONCE])


def fill() -> dict[str, Any]:
    """The starter content with 20,000 pages and 5,000 documents more; answers what the load generator needs."""
    from datetime import timedelta

    from django.db import connection, transaction
    from django.utils import timezone
    from wagtail.models import Page

    from toolkit_pages.models import (
        DocumentVersion,
        GovernanceDocumentPage,
        GovernanceLibraryPage,
        HomePage,
        ToolkitIndexPage,
        ToolkitPage,
    )

    chance = random.Random(7)
    words = vocabulary(chance)
    nations = [["england", "wales"], ["scotland"], ["northern-ireland"], ["england"]]
    seed()

    def guidance() -> dict[str, Any]:
        html = f"<p>{text_of(chance, words, 120)}</p>"
        body = json.dumps([{"type": "rich_text", "value": html, "id": str(uuid.uuid4())}])
        return {"intro": text_of(chance, words, 20), "body": body, "nations": chance.choice(nations)}

    def document() -> dict[str, Any]:
        kind = chance.choice(GovernanceDocumentPage.Type.values)
        return {"intro": text_of(chance, words, 20), "document_type": kind, "nations": chance.choice(nations)}

    with transaction.atomic():
        home = HomePage.objects.get()
        home.add_child(instance=ToolkitIndexPage(title="Many pages", slug="many"))
        pages = add_pages(Page.objects.get(slug="many"), ToolkitPage, PAGES, guidance)
        index(ToolkitPage, pages)
        library = GovernanceLibraryPage.objects.get()
        documents = add_pages(Page.objects.get(pk=library.pk), GovernanceDocumentPage, DOCUMENTS, document)
        index(GovernanceDocumentPage, documents)
        today = timezone.localdate()
        versions = [
            DocumentVersion(page_id=page.pk, number="1", approved_on=today - timedelta(days=chance.randrange(900)))
            for page in documents
        ]
        DocumentVersion.objects.bulk_create(versions, batch_size=AT_ONCE)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    return {
        "page": "/partnership-working/sharing-information/",
        "each": [f"/many/sample-{place}/" for place in range(PAGES)],
        "library": library.get_url(),
        "words": [words[place] for place in (0, 3, 10, 40, 150, 600, 1_500)],
    }


def main() -> None:
    django.setup()
    sys.stdout.write(json.dumps(fill()) + "\n")


if __name__ == "__main__":
    main()
