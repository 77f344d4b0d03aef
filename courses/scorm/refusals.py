"""Why a package is refused: an error that names the file and the reason, for the editor to read. Knows no Django."""


class Refusal(Exception):
    """A package that cannot be taken; the message is one or two plain sentences."""
