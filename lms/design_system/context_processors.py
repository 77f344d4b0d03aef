"""What the frame around every page needs: names, helplines, footer and the toolkit's sections."""

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from wagtail.models import Page, Site
from wagtail.rich_text import expand_db_html

from lms.design_system.models import SiteSettings
from lms.editorial.models import Nation
from lms.kept import keep
from lms.public_pages import site_key


@dataclass(frozen=True)
class Link:
    """A link of the menu or of the footer."""

    title: str
    url: str
    section: str = ""  # what pages outside the page tree call themselves when they belong to it


@dataclass(frozen=True)
class Helpline:
    """A helpline, and its number as a telephone dials it."""

    name: str
    number: str
    note: str = ""
    nations: tuple[str, ...] = ()

    @property
    def dial(self) -> str:
        return "".join(character for character in self.number if character.isdigit() or character == "+")


@dataclass(frozen=True)
class Frame:
    """The site settings as plain values, cheap to keep."""

    site_name: str
    site_name_second: str
    neutral_name: str
    emergency_number: str
    exit_url: str
    phase: str
    phase_text: str
    footer_text: str
    helplines: tuple[Helpline, ...] = ()
    footer_groups: tuple[tuple[str, tuple[Link, ...]], ...] = ()
    menu: tuple[Link, ...] = field(default=())

    def __hash__(self) -> int:
        """Reckoned once: it names what is kept of every page."""
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash(tuple(getattr(self, one.name) for one in fields(self)))

    @property
    def full_name(self) -> str:
        return f"{self.site_name} {self.site_name_second}".strip()

    @property
    def helpline(self) -> Helpline | None:
        """The one at the top of every page, where no nation is known."""
        return self.helpline_for("")

    def helpline_for(self, nation: str) -> Helpline | None:
        """The first one that serves the nation; without a nation, the first that serves all of them."""
        for line in self.helplines:
            if not line.nations or len(line.nations) == len(Nation) or nation in line.nations:
                return line
        return self.helplines[0] if self.helplines else None


def read_frame(request: HttpRequest) -> Frame:
    """Read the frame from the database: settings, footer pages and the root's children that are in the menu."""
    site = Site.find_for_request(request)
    stored = SiteSettings.objects.filter(site=site).first() or SiteSettings()  # for_site() would write when read
    groups = []
    for group in (child.value for child in stored.footer_groups):
        links = [Link(link["label"], link["page"].url if link["page"] else link["url"]) for link in group["links"]]
        groups.append((group["title"], tuple(link for link in links if link.url)))
    pages = site.root_page.get_children().live().in_menu() if site else []
    return Frame(
        site_name=stored.site_name,
        site_name_second=stored.site_name_second,
        neutral_name=stored.neutral_name,
        emergency_number=stored.emergency_number,
        exit_url=stored.exit_url,
        phase=stored.phase,
        phase_text=expand_db_html(stored.phase_text),
        footer_text=stored.footer_text,
        helplines=tuple(
            Helpline(line["name"], line["number"], line["note"] or "", tuple(line["nations"] or ()))
            for line in (child.value for child in stored.helplines)
        ),
        footer_groups=tuple(groups),
        menu=tuple(menu_link(page, request) for page in pages),
    )


def menu_link(page: Page, request: HttpRequest) -> Link:
    """A section in the menu; one that lists all training is where the catalogue and its modules belong."""
    lists_training = page.cached_content_type.model == "traininglibrarypage"
    return Link(page.title, page.get_url(request) or "", section="training" if lists_training else "")


def kept(request: HttpRequest, read: Callable[[HttpRequest], Frame] = read_frame) -> Frame:
    """The frame as it was last read; an editor's change to settings or menu shows at once."""
    return keep(("frame", site_key(request)), lambda: read(request))


def site(request: HttpRequest) -> dict[str, Any]:
    """`site_settings` and `main_menu`, read when a template first asks for them."""
    frame = SimpleLazyObject(lambda: kept(request))

    helpline = SimpleLazyObject(lambda: frame.helpline_for(nation_of(request)))
    return {"site_settings": frame, "main_menu": SimpleLazyObject(lambda: frame.menu), "helpline": helpline}


def nation_of(request: HttpRequest) -> str:
    """Where the signed-in person works: by their membership, else by its organisation; "" when that is not known.

    Their memberships are read once for each page anyway, for the navigation.
    """
    user = getattr(request, "user", None)
    membership = user.main_membership if user is not None and user.is_authenticated else None
    return (membership.nation or membership.organisation.nation) if membership else ""
