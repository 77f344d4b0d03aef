"""The starter law library, training library, directory of partnerships and glossary. Safe to repeat."""

import re
from typing import Any

from wagtail.models import Page

from lms.authorities.models import Authority
from lms.demo.content import glossary, law, training
from lms.demo.content.partnerships import PARTNERSHIPS, UNCONFIRMED_REVIEW_ON
from lms.demo.people import EDITOR
from lms.demo.publishing import as_date, facts, publish
from lms.people.models import User
from toolkit_pages.models import (
    GlossaryTerm,
    LawEvent,
    LawItemPage,
    LawLibraryPage,
    Partnership,
    TrainingEntryPage,
    TrainingLibraryPage,
)
from toolkit_pages.rich_text import TERM

Authorities = dict[str, Authority]
EXPLAINED = re.compile(r"\[\[([a-z0-9-]+)\|([^\]]+)\]\]")


def seed_libraries(authorities: Authorities) -> None:
    """Fill what is there; entries that are there already are left as editors have made them."""
    terms = seed_glossary(authorities)
    seed_partnerships()
    for law_library in LawLibraryPage.objects.live()[:1]:
        for entry in law.ITEMS:
            seed_law_item(law_library, entry, authorities, terms)
    for training_library in TrainingLibraryPage.objects.live()[:1]:
        for entry in training.ENTRIES:
            seed_training_entry(training_library, entry, authorities, terms)


def seed_glossary(authorities: Authorities) -> dict[str, GlossaryTerm]:
    """The terms by their addresses."""
    dates = {"facts_checked_on": glossary.CHECKED_ON, "review_on": glossary.REVIEW_ON}
    found = {term.slug: term for term in GlossaryTerm.objects.all()}
    for entry in glossary.TERMS:
        if entry["slug"] not in found:
            words = {name: entry[name] for name in ("slug", "term", "stands_for", "also", "definition")}
            about = {**dates, "rests_on": entry["rests_on"], "nations": entry["nations"] or glossary.UK}
            found[entry["slug"]] = publish(GlossaryTerm(**words, **facts(about, authorities), is_sample=True))
    return found


def seed_partnerships() -> None:
    """The directory's made-up partnerships, looked after by the demonstration's editor where there is one."""
    there = set(Partnership.objects.values_list("slug", flat=True))
    owner = User.objects.with_email(EDITOR.email).first()
    for entry in PARTNERSHIPS:
        if entry["slug"] in there:
            continue
        confirmed_on = as_date(entry["confirmed_on"])
        review_on = confirmed_on.replace(year=confirmed_on.year + 1) if confirmed_on else as_date(UNCONFIRMED_REVIEW_ON)
        fields = {**entry, "confirmed_on": confirmed_on, "review_on": review_on}
        publish(Partnership(**fields, content_owner=owner, is_sample=True))


def explained(text: str, terms: dict[str, GlossaryTerm]) -> str:
    """The text with the words in [[slug|words]] tied to their terms."""

    def tie(match: re.Match) -> str:
        slug, words = match.groups()
        return f'<a linktype="{TERM}" id="{terms[slug].pk}">{words}</a>'

    return EXPLAINED.sub(tie, text)


def seed_law_item(
    library: LawLibraryPage, entry: dict[str, Any], authorities: Authorities, terms: dict[str, GlossaryTerm]
) -> None:
    """One law or report with what happened to it."""
    body: list[tuple[str, Any]] = [("rich_text", explained(entry["body"], terms))]
    if entry.get("dates_unchecked"):
        title = "To be checked by an editor"
        body.append(("callout", {"kind": "caution", "title": title, "text": law.DATES_UNCHECKED}))
    page = LawItemPage(
        **{
            name: entry.get(name, "")
            for name in ("slug", "title", "neutral_title", "intro", "kind", "status", "source")
        },
        source_url=entry.get("url", ""),
        published_on=as_date(entry.get("published_on")),
        ended_on=as_date(entry.get("ended_on")),
        body=body,
        is_sample=True,
        **facts({"facts_checked_on": law.CHECKED_ON, "review_on": law.REVIEW_ON, **entry}, authorities),
    )
    page.events = [
        LawEvent(sort_order=place, on=as_date(on), text=text)
        for place, (on, text) in enumerate(entry.get("events", []))
    ]
    add_once(library, page)


def seed_training_entry(
    library: TrainingLibraryPage, entry: dict[str, Any], authorities: Authorities, terms: dict[str, GlossaryTerm]
) -> None:
    """One training elsewhere; nobody has endorsed it."""
    same = ("slug", "title", "intro", "provider", "tier", "format", "minutes", "sectors", "audiences", "exploitation")
    page = TrainingEntryPage(
        **{name: entry[name] for name in same},
        source_url=entry["url"],
        body=[("rich_text", explained(entry["body"] or training.ABOUT_MADE_UP, terms))],
        is_sample=True,
        **facts({"facts_checked_on": training.CHECKED_ON, "review_on": training.REVIEW_ON, **entry}, authorities),
    )
    add_once(library, page)


def add_once(library: Page, page: LawItemPage | TrainingEntryPage) -> None:
    """Publish the page below the library, unless something has its address."""
    if library.get_children().filter(slug=page.slug).exists():
        return
    library.add_child(instance=page)
    page.save_revision().publish()
