"""What every toolkit page shares: a neutral title, checked facts, the way here, and search."""

from datetime import date

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.module_loading import import_string
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index

from lms.editorial.models import PREVIEW_SIZES, FactsChecked, Nation
from lms.kept import keep

# Words that must not stand in a browser's title or history, where the wrong person may read them.
TELLING_WORDS = (
    "slave",
    "traffick",
    "victim",
    "survivor",
    "referral",
    "exploit",
    "abuse",
    "servitude",
    "forced labour",
)


def is_neutral(text: str) -> bool:
    """Whether a title may be seen on a shared screen."""
    lowered = text.lower()
    return not any(word in lowered for word in TELLING_WORDS)


def public() -> models.Q:
    """The condition that anybody may read a page; one query as long as nobody restricts another."""
    return keep("toolkit_pages.public", lambda: ~Page.objects.all().private_q())


def is_private(path: str) -> bool:
    """Whether not everybody may read the page at this place in the tree, because of it or of a page above it."""

    def read() -> list[str]:
        return list(PageViewRestriction.objects.values_list("page__path", flat=True))

    return any(path.startswith(private) for private in keep("toolkit_pages.private", read))


class ToolkitBasePage(Page, FactsChecked):
    """A page of the toolkit."""

    neutral_title = models.CharField(
        _("neutral title"),
        max_length=100,
        blank=True,
        help_text=_("Shown in the browser's title and history instead of the title."),
    )
    intro = models.TextField(_("first paragraph"), blank=True)
    is_sample = models.BooleanField(
        _("sample content"), default=False, help_text=_("Marked as a sample until an expert signs it off.")
    )

    search_fields = [*Page.search_fields, index.SearchField("intro")]
    preview_sizes = PREVIEW_SIZES
    default_preview_size = "phone"
    # What a page shows beyond its own fields: the dotted name of a function of (page, request) in toolkit_pages.views.
    shown_by = ""

    promote_panels = [FieldPanel("neutral_title"), *Page.promote_panels]
    settings_panels = [*Page.settings_panels, FieldPanel("is_sample")]

    class Meta:
        abstract = True

    @property
    def safe_title(self) -> str:
        """The title others may see on a shared screen: never one that tells what the visitor reads about."""
        for title in (self.neutral_title, self.title):
            if title and is_neutral(title):
                return title
        return gettext("Toolkit page")

    @property
    def nations_notice(self) -> str:
        """The nations in words when the page is right for some of them only."""
        return "" if len(self.nations) == len(Nation) else self.nations_display

    def review_notice(self, today: date | None = None) -> str:
        """What to say when the review date is this month or past; "" otherwise."""
        today = today or timezone.localdate()
        if self.review_on is None or (self.review_on.year, self.review_on.month) > (today.year, today.month):
            return ""
        if (self.review_on.year, self.review_on.month) == (today.year, today.month):
            return gettext("Review due this month")
        return gettext("Review was due in %(month)s") % {"month": date_format(self.review_on, "F Y")}

    def way_here(self) -> list[tuple[str, str]]:
        """Titles and addresses of the pages above this one, the home page first; kept for all pages below the last."""
        if not self.path:
            return []

        def read() -> list[tuple[str, str]]:
            above = self.get_ancestors().filter(depth__gt=1).live()
            return [(page.title, page.get_url() or "") for page in above]

        return keep(("toolkit_pages.way_here", self.path[: -self.steplen]), read)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["is_sample"] = self.is_sample
        if self.shown_by:
            context |= import_string(self.shown_by)(self, request)
        return context
