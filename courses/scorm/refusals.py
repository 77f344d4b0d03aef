"""Why a package is refused: an error that names the file and the reason, for the editor to read. Knows no Django."""

from courses.scorm.sentences import Sentence
from courses.scorm.sentences import sentence as _


class Refusal(Exception):
    """A package that cannot be taken; `reason` is one or two plain sentences."""

    def __init__(self, reason: Sentence) -> None:
        super().__init__(str(reason))
        self.reason = reason


def not_stored(error: OSError) -> Sentence:
    """The reason when the server, not the package, is at fault."""
    return _(
        "The server could not store this package (%(error)s). Try again later, or tell an administrator.",
        error=error.strerror or type(error).__name__,
    )


def not_read() -> Sentence:
    """The reason when nobody thought of what is wrong with the package."""
    return _("The server could not read this package. Export it again, or tell an administrator: the log says why.")
