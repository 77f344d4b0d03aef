"""The starter checklist: its section, eleven themes with their items, and what helps to close each gap."""

from typing import Any

from wagtail.models import Page

from courses.models import Module
from lms.authorities.models import Authority
from lms.demo.content.checklist import CHECKED_ON, NATIONS, REVIEW_ON, SECTION, THEMES
from lms.demo.publishing import as_blocks, facts, publish
from toolkit_pages.models import ChecklistItem, ChecklistPage, ChecklistTheme, GovernanceDocumentPage, HomePage

Authorities = dict[str, Authority]
DATES = {"nations": NATIONS, "facts_checked_on": CHECKED_ON, "review_on": REVIEW_ON}
LEVELS = ["0", "1"]
UNTIL_EMBEDDED = [*LEVELS, "2"]  # training helps until everybody has done it


def seed_checklist(authorities: Authorities) -> None:
    """The section with its themes and items; what is there already is left as editors have made it."""
    home = HomePage.objects.get()
    link_home(home, seed_section(home))
    items: dict[str, ChecklistItem] = {}
    new = []
    for place, entry in enumerate(THEMES, start=1):
        theme = seed_theme(entry, place, authorities)
        for number, item_entry in enumerate(entry["items"], start=1):
            found = ChecklistItem.objects.filter(theme=theme, title=item_entry["title"]).first()
            if found is None:
                found = make_item(theme, number, {"rests_on": entry["rests_on"], **item_entry}, authorities)
                new.append(found)
            items[item_entry["key"]] = found
    entries = {entry["key"]: entry for theme in THEMES for entry in theme["items"]}
    for key, item in items.items():
        link_item(item, entries[key], items, is_new=item in new)


def seed_section(home: HomePage) -> ChecklistPage:
    """The section, the first in the menu."""
    found = ChecklistPage.objects.child_of(home).first()
    if found:
        return found
    page = ChecklistPage(
        title=SECTION["title"],
        slug=SECTION["slug"],
        neutral_title=SECTION["neutral_title"],
        intro=SECTION["intro"],
        body=as_blocks(SECTION["body"]),
        show_in_menus=True,
        is_sample=True,
        **facts(DATES, {}),
    )
    first = home.get_first_child()
    if first is None:
        home.add_child(instance=page)
    else:
        first.add_sibling(pos="left", instance=page)
    page.save_revision().publish()
    return page


def link_home(home: HomePage, section: ChecklistPage) -> None:
    """Let the second button of the home page lead here, unless it leads somewhere already."""
    if home.second_action_page_id is None and not home.second_action_text:
        home = HomePage.objects.get(pk=home.pk)
        home.second_action_text = SECTION["home_button"]
        home.second_action_page = Page.objects.get(pk=section.pk)
        home.save_revision().publish()


def seed_theme(entry: dict[str, Any], place: int, authorities: Authorities) -> ChecklistTheme:
    """One theme, published."""
    found = ChecklistTheme.objects.filter(slug=entry["slug"]).first()
    if found:
        return found
    return publish(
        ChecklistTheme(
            title=entry["title"],
            slug=entry["slug"],
            question=entry["question"],
            order=place,
            is_sample=True,
            **facts({**DATES, "rests_on": entry["rests_on"]}, authorities),
        )
    )


def make_item(theme: ChecklistTheme, number: int, entry: dict[str, Any], authorities: Authorities) -> ChecklistItem:
    """One item, saved as a draft until what helps is linked."""
    not_started, started, mostly, embedded = entry["looks"]
    item = ChecklistItem(
        theme=theme,
        order=number,
        title=entry["title"],
        hint=entry["hint"],
        guidance=entry["guidance"],
        looks_not_started=not_started,
        looks_started=started,
        looks_mostly=mostly,
        looks_embedded=embedded,
        risk=entry["risk"],
        live=False,
        **facts({**DATES, **entry}, authorities),
    )
    item.save()
    return item


def link_item(item: ChecklistItem, entry: dict[str, Any], items: dict[str, ChecklistItem], *, is_new: bool) -> None:
    """Tie an item to what helps and to what comes first, and publish it.

    A later seed adds what was not there before, but only to an item that nobody has edited since.
    """
    edited = item.latest_revision is not None and item.latest_revision.user_id is not None
    if edited and not is_new:
        return
    helps = helps_of(entry)
    linked = [(block["type"], block["value"][block["type"]]) for block in item.helps.raw_data]
    if not is_new and linked == [(kind, value[kind].pk) for kind, value in helps]:
        return
    item.helps = helps
    item.depends_on = [("item", items[key]) for key in entry.get("after", [])]
    publish(item)


def helps_of(entry: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """The pages, documents and modules of an entry that are there."""
    others = Page.objects.live().not_type(GovernanceDocumentPage)
    pages = [others.filter(slug=slug).first() for slug in entry.get("pages", [])]
    pages += [find_document(name) for name in entry.get("documents", [])]
    modules = [Module.objects.published().filter(slug=slug).first() for slug in entry.get("modules", [])]
    return [
        *(("page", {"page": Page.objects.get(pk=page.pk), "levels": LEVELS}) for page in pages if page),
        *(("module", {"module": module, "levels": UNTIL_EMBEDDED}) for module in modules if module),
    ]


def find_document(name: str) -> GovernanceDocumentPage | None:
    """The governance document with this address, or else the first of this type."""
    documents = GovernanceDocumentPage.objects.live()
    return documents.filter(slug=name).first() or documents.filter(document_type=name).order_by("path").first()
