"""The starter toolkit: the home page, its sections and pages, and the site's settings."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Page, Site

from lms.authorities.models import Authority
from lms.demo.content.site import SITE
from lms.demo.content.toolkit import HOME, PAGES, SECTIONS, STATEMENTS
from lms.demo.governance import seed_governance
from lms.demo.publishing import as_blocks, facts
from lms.demo.resources import seed_resource_page, seed_resources
from lms.design_system.models import SiteSettings
from toolkit_pages.models import (
    ChecklistPage,
    GovernanceLibraryPage,
    HomePage,
    LawLibraryPage,
    ResourceLibraryPage,
    ToolkitIndexPage,
    ToolkitPage,
    TrainingLibraryPage,
)
from toolkit_pages.models.base import ToolkitBasePage

Authorities = dict[str, Authority]
MODELS: dict[str, type[ToolkitBasePage]] = {
    "guidance": ToolkitIndexPage,
    "checklist": ChecklistPage,
    "governance": GovernanceLibraryPage,
    "resources": ResourceLibraryPage,
    "law": LawLibraryPage,
    "training": TrainingLibraryPage,
}


def seed_toolkit(authorities: Authorities) -> HomePage:
    """The home page with sections and pages below it; what is there already is left as editors have made it."""
    home = seed_home(authorities)
    sections = {entry["slug"]: seed_section(home, entry, authorities) for entry in SECTIONS}
    for entry in [*STATEMENTS, *PAGES]:
        parent = sections.get(entry.get("section"), home)
        (seed_resource_page if isinstance(parent, ResourceLibraryPage) else seed_page)(parent, entry, authorities)
    seed_governance(sections["governance-library"], authorities)
    seed_resources(sections["resources"], authorities)
    link_home(home)
    seed_settings(home)
    return home


def seed_home(authorities: Authorities) -> HomePage:
    """The home page, as the root of the site; Wagtail's own welcome page goes."""
    found = HomePage.objects.first()
    if found:
        return found
    root = Page.get_first_root_node()
    site = Site.objects.filter(is_default_site=True).first()
    welcome = site.root_page if site else None
    home = HomePage(
        title=HOME["title"],
        slug="home",
        neutral_title=HOME["neutral_title"],
        headline="\n".join(HOME["headline"]),
        intro=HOME["lead"],
        worried_title=HOME["worried_title"],
        worried_text=HOME["worried_text"],
        keeping_right_title=HOME["keeping_right_title"],
        keeping_right_text=HOME["keeping_right_text"],
        is_sample=True,
        live=False,
        **facts(HOME, authorities),
    )
    if welcome is not None and welcome.slug == "home":
        welcome.slug = "welcome"
        welcome.save()
    root.add_child(instance=home)
    home.save_revision().publish()
    origin = urlsplit(settings.SITE_ORIGIN)
    port = origin.port or (443 if origin.scheme == "https" else 80)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={
            "hostname": origin.hostname,
            "port": port,
            "root_page": home,
            "site_name": settings.WAGTAIL_SITE_NAME,
        },
    )
    if welcome is not None:
        Page.objects.get(pk=welcome.pk).delete()
    home.refresh_from_db()
    return home


def link_home(home: HomePage) -> None:
    """Let the home page name the page that says how facts are checked, once that page is there."""
    if home.keeping_right_page_id is None:
        home.keeping_right_page = Page.objects.descendant_of(home).get(slug=HOME["keeping_right_page"])
        home.save_revision().publish()


def seed_section(home: HomePage, entry: dict[str, Any], authorities: Authorities) -> ToolkitBasePage:
    """One section of the toolkit, in the menu."""
    model = MODELS[entry.get("kind", "guidance")]
    found = model.objects.child_of(home).filter(slug=entry["slug"]).first()
    if found:
        return found
    make_room(home, entry["slug"])
    section = model(
        title=entry["title"],
        slug=entry["slug"],
        neutral_title=entry.get("neutral_title", ""),
        intro=entry["intro"],
        show_in_menus=entry["in_menu"],
        is_sample=True,
        **facts(entry, authorities),
    )
    home.add_child(instance=section)
    section.save_revision().publish()
    return section


def make_room(home: HomePage, slug: str) -> None:
    """Move a section of another kind away from this address, out of sight, with all that editors wrote in it."""
    for page in Page.objects.child_of(home).filter(slug=slug):
        before = page.specific
        before.slug, before.show_in_menus = f"{slug}-before", False
        before.save()
        before.unpublish()
        Page.objects.descendant_of(before).update(live=False)


def seed_page(parent: Page, entry: dict[str, Any], authorities: Authorities) -> ToolkitPage:
    """One page of guidance."""
    found = ToolkitPage.objects.child_of(parent).filter(slug=entry["slug"]).first()
    if found:
        return found
    page = ToolkitPage(
        title=entry["title"],
        slug=entry["slug"],
        neutral_title=entry.get("neutral_title", ""),
        intro=entry["intro"],
        group=entry.get("group", ""),
        kind=entry.get("kind", ""),
        minutes=entry.get("minutes"),
        body=as_blocks(entry["body"]),
        is_sample=entry.get("is_sample", True),
        **facts(entry, authorities),
    )
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def seed_settings(home: HomePage) -> SiteSettings:
    """The site's helplines and footer, unless an administrator has set them."""
    site = Site.objects.get(is_default_site=True)
    found, _created = SiteSettings.objects.get_or_create(site=site)
    if found.footer_groups:
        return found
    found.helplines = [("helpline", helpline) for helpline in SITE["helplines"]]
    found.footer_text = SITE["footer_text"]
    found.footer_groups = [
        (
            "group",
            {
                "title": group["title"],
                "links": [footer_link(home, label, target) for label, target in group["links"]],
            },
        )
        for group in SITE["footer_groups"]
    ]
    found.save()
    return found


def footer_link(home: HomePage, label: str, target: str) -> dict[str, Any]:
    """A link to the page with this slug, or to an address, which begins with a stroke."""
    if target.startswith("/"):
        return {"label": label, "page": None, "url": target}
    return {"label": label, "page": Page.objects.descendant_of(home).get(slug=target), "url": ""}
