"""What changed lately: the pages and modules published last, as the home page shows them."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from courses.domain.published import published_modules
from courses.models import Module
from toolkit_pages.models.toolkit import ToolkitPage

SHOWN = 4


@dataclass(frozen=True)
class Change:
    """A page or module that was published."""

    title: str
    url: str
    text: str
    at: datetime
    is_new: bool


def appeared(row: Module | ToolkitPage) -> bool:
    """Whether its last publication was its first: the same day, for a slip mended at once is no news."""
    first, last = row.first_published_at, row.last_published_at
    return first is None or timezone.localdate(first) == timezone.localdate(last)


def changed_lately(home, *, is_public: Q) -> list[Change]:
    """The last changes of pages below `home` that anybody may read, and of modules, newest first."""
    pages = (
        ToolkitPage.objects.descendant_of(home)
        .live()
        .filter(is_public, last_published_at__isnull=False)
        .defer("body", "rests_on")
        .order_by("-last_published_at")[:SHOWN]
    )
    modules = [module for module in published_modules().values() if module.last_published_at is not None]
    changes = [
        Change(page.title, page.get_url() or "", page.intro, page.last_published_at, appeared(page)) for page in pages
    ]
    changes += [
        Change(module.title, module.get_absolute_url(), module.summary, module.last_published_at, appeared(module))
        for module in modules
    ]
    return sorted(changes, key=lambda change: change.at, reverse=True)[:SHOWN]
