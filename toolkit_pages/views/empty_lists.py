"""What a narrowed list says when nothing matches, whatever it is a list of."""

from django.utils.translation import gettext, ngettext

from toolkit_pages.domain.facets import Listing
from toolkit_pages.views.listing import Nothing


def nothing_matches(listing: Listing) -> Nothing | None:
    """The title, the reason and the way out that leaves most; None when something matches."""
    if listing.keys:
        return None
    number = len(listing.chips)
    if number == 1:
        title = gettext("Nothing matches this")
    elif number == 2:
        title = gettext("Nothing matches both of these")
    else:
        title = gettext("Nothing matches all of these")
    chip = listing.best_way_out
    if chip is None:
        return Nothing(title, gettext("Take off more than one filter, or look through the whole list."), "", None)
    left = {"number": chip.count, "filter": chip.label}
    text = ngettext("%(number)d matches without %(filter)s.", "%(number)d match without %(filter)s.", chip.count)
    action = ngettext("Show the %(number)d", "Show the %(number)d", chip.count)
    return Nothing(title, text % left, action % left, chip)
