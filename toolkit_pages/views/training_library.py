"""The training library: our modules and others' entries in one list, and the page of an entry."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import ngettext

from courses.models import Exploitation, HelpedPeople
from lms.editorial.fields import labels_of
from toolkit_pages.domain.endorsing import endorsement_of
from toolkit_pages.domain.training_library import training_listing, training_rows
from toolkit_pages.models import TrainingEntryPage, TrainingLibraryPage
from toolkit_pages.models.training_library import SECTORS
from toolkit_pages.views.empty_lists import nothing_matches
from toolkit_pages.views.listing import asked_of, page_of, words_asked


def library(page: TrainingLibraryPage, request: HttpRequest) -> dict[str, Any]:
    """What the list shows for this address."""
    listing = training_listing(page, asked_of(request), words=words_asked(request))
    page_obj = page_of(listing, request)
    fold = ngettext("Filter %(number)d course", "Filter %(number)d courses", listing.total)
    return {
        "listing": listing,
        "page_obj": page_obj,
        "rows": training_rows(page_obj.object_list),
        "nothing": nothing_matches(listing),
        "fold_text": fold % {"number": listing.total},
        "today": timezone.localdate(),
    }


def entry(page: TrainingEntryPage, request: HttpRequest) -> dict[str, Any]:
    """What an entry's own page shows beside its fields."""
    return {
        "endorsement": endorsement_of(page),
        "sectors": labels_of(page.sectors, SECTORS),
        "audiences": labels_of(page.audiences, HelpedPeople.choices),
        "exploitation": labels_of(page.exploitation, Exploitation.choices),
    }
