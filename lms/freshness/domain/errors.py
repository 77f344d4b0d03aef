"""What can be wrong with a review or a confirmation."""

from django.utils.translation import gettext as _


class FreshnessError(Exception):
    """Something that the person can put right; the text says how."""


class DoneAlready(FreshnessError):
    """Somebody was faster."""

    def __str__(self) -> str:
        return _("This review is done already.")


class WaitsInDraft(FreshnessError):
    """The text was changed, but visitors do not see it yet."""

    def __str__(self) -> str:
        return _("The change waits in a draft. Finish the review when it is published.")


class StillPublished(FreshnessError):
    """It was to be taken down, but visitors see it."""

    def __str__(self) -> str:
        return _("Visitors still see it. Unpublish it first.")


class ReviewNotAhead(FreshnessError):
    """The next review has to be on a day to come."""

    def __str__(self) -> str:
        return _("Enter a day after today for the next review.")
