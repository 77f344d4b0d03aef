"""What can be wrong with a check or a change of an authority."""

from django.utils.translation import gettext as _


class AuthorityError(Exception):
    """Something that the person can put right; the text says how."""


class NothingChanged(AuthorityError):
    """The words noted are those that are known already."""

    def __str__(self) -> str:
        return _("Nothing differs from what is written here. If the source is unchanged, note a check instead.")


class ChangedMeanwhile(AuthorityError):
    """Somebody else noted a change after the form was opened, and its words would be lost unseen."""

    def __init__(self, what_changed: str) -> None:
        super().__init__(what_changed)
        self.what_changed = what_changed

    def __str__(self) -> str:
        return _(
            "Meanwhile somebody else noted a change: “%(change)s”. Look at your words again. If you save them now, "
            "they take the place of theirs."
        ) % {"change": self.what_changed}


class DayInFuture(AuthorityError):
    """A check cannot be in the future."""

    def __str__(self) -> str:
        return _("Enter a day that is not in the future.")


class DuePast(AuthorityError):
    """A review cannot be due before today."""

    def __str__(self) -> str:
        return _("Enter a day from today on.")
