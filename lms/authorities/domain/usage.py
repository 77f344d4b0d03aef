"""Whether content rests on an authority."""

from collections.abc import Iterable

from wagtail.models import ReferenceIndex

from lms.authorities.models import Authority


def in_use(authorities: Iterable[Authority]) -> list[Authority]:
    """Those of the authorities that a page, module, lesson or question rests on, in the same order."""
    return [authority for authority in authorities if ReferenceIndex.get_references_to(authority).exists()]
