"""What the lists of all libraries share: the words asked for, a page of the rows, and what an empty list says."""

from dataclasses import dataclass

from django.core.paginator import Page as ListPage
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.translation import gettext, ngettext

from lms.editorial.models import Nation
from toolkit_pages.domain.facets import WORDS, Chip, Listing
from toolkit_pages.domain.searching import clean_query

ON_A_PAGE = 20
LONGEST_WORDS = 100


def asked_of(request: HttpRequest) -> dict[str, list[str]]:
    """The values of each parameter of the address."""
    return {name: [str(value) for value in values] for name, values in request.GET.lists()}


def words_asked(request: HttpRequest) -> str:
    """The words searched for inside the library."""
    return clean_query(request.GET.get(WORDS, ""))[:LONGEST_WORDS].strip()


def page_of(listing: Listing, request: HttpRequest) -> ListPage:
    """The page of keys asked for; the last one when the number is too high."""
    return Paginator(listing.keys, ON_A_PAGE).get_page(request.GET.get("page"))


@dataclass(frozen=True)
class Nothing:
    """What an empty list says: its title, why, and the way out that leaves most."""

    title: str
    text: str
    action: str
    way_out: Chip | None


def nothing_in(listing: Listing) -> Nothing:
    """What to say when no document matches the filters that are on."""
    number = len(listing.chips)
    if number == 1:
        title = gettext("No document matches this")
    elif number == 2:
        title = gettext("No document matches both of these")
    else:
        title = gettext("No document matches all of these")
    chip = listing.best_way_out
    if chip is None:
        return Nothing(title, gettext("Take off more than one filter, or look through all documents."), "", None)
    left = {"number": chip.count, "filter": chip.label}
    text = ngettext(
        "%(number)d document matches without %(filter)s.", "%(number)d documents match without %(filter)s.", chip.count
    )
    parts = [text % left]
    if chip.facet == "nation" and chip.label in (str(Nation.SCOTLAND.label), str(Nation.NORTHERN_IRELAND.label)):
        own_law = gettext("%(nation)s has its own law, so check the differences before you adapt one.")
        parts.append(own_law % {"nation": chip.label})
    action = ngettext("Show the %(number)d document", "Show the %(number)d documents", chip.count) % left
    return Nothing(title, " ".join(parts), action, chip)
