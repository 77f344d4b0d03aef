"""The partnership checklist: themes and their items, with what good looks like at each level and what helps."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index
from wagtail.snippets.blocks import SnippetChooserBlock

from lms.editorial.fields import TickedChoicesBlock
from lms.editorial.models import Editorial, FactsChecked, ListedQuerySet


class Level(models.IntegerChoices):
    """How far a body has come with an item; the four levels are those councils know from maturity matrices."""

    NOT_APPLICABLE = -1, _("Not applicable")
    NOT_STARTED = 0, _("Not started")
    STARTED = 1, _("Started")
    MOSTLY = 2, _("Mostly in place")
    EMBEDDED = 3, _("Embedded")


MATURITY = [Level.NOT_STARTED, Level.STARTED, Level.MOSTLY, Level.EMBEDDED]


class LevelsBlock(TickedChoicesBlock):
    """The levels at which something helps."""

    def __init__(self, **kwargs):
        kwargs.setdefault("choices", [(str(level.value), level.label) for level in MATURITY[:3]])
        kwargs.setdefault("default", ["0", "1"])
        kwargs.setdefault("label", _("Helps when it is"))
        super().__init__(**kwargs)


class HelpfulPageBlock(blocks.StructBlock):
    """A page, resource or governance document that helps to close a gap."""

    page = blocks.PageChooserBlock()
    levels = LevelsBlock()

    class Meta:
        icon = "doc-empty"
        label = _("Page or document")


class HelpfulModuleBlock(blocks.StructBlock):
    """A training module that helps to close a gap."""

    module = SnippetChooserBlock("courses.Module")
    levels = LevelsBlock()

    class Meta:
        icon = "openquote"
        label = _("Training module")


class ChecklistTheme(Editorial, FactsChecked):
    """A theme of the checklist."""

    title = models.CharField(_("title"), max_length=100)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    question = models.TextField(_("question"), help_text=_("What the theme asks, in one or two sentences."))
    order = models.PositiveSmallIntegerField(_("place in the checklist"), default=0)
    is_sample = models.BooleanField(
        _("sample content"), default=False, help_text=_("Marked as a sample until an expert signs it off.")
    )

    objects = ListedQuerySet.as_manager()

    panels = [
        FieldPanel("title"),
        FieldPanel("slug"),
        FieldPanel("question"),
        FieldPanel("order"),
        FactsChecked.facts_panel,
        FieldPanel("is_sample"),
    ]
    search_fields = [
        index.SearchField("title", boost=2),
        index.AutocompleteField("title"),
        index.SearchField("question"),
        index.FilterField("live"),
    ]

    class Meta(Editorial.Meta):
        abstract = False
        verbose_name = _("checklist theme")
        verbose_name_plural = _("checklist themes")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("toolkit_pages:checklist_theme", args=[self.slug])

    def get_preview_template(self, request, mode_name):
        return "toolkit_pages/checklist/theme_preview.html"


class ItemQuerySet(ListedQuerySet):
    """Reads of items."""

    def published(self):
        """What visitors may see now: an item of a theme that is a draft has no page to stand on."""
        return super().published().filter(theme__live=True)


class ChecklistItem(Editorial, FactsChecked):
    """One thing a partnership has in place, or not yet."""

    class Risk(models.IntegerChoices):
        """What its absence can mean for people at risk; gaps are put in order by it."""

        LOW = 1, _("Little")
        MEDIUM = 2, _("Some")
        HIGH = 3, _("Much")

    theme = models.ForeignKey(ChecklistTheme, verbose_name=_("theme"), on_delete=models.PROTECT, related_name="items")
    order = models.PositiveSmallIntegerField(_("place in the theme"), default=0)
    title = models.CharField(_("what is in place"), max_length=200)
    hint = models.CharField(_("hint"), max_length=250, blank=True)
    guidance = RichTextField(_("guidance"), features=["bold", "ul", "link"], blank=True)
    looks_not_started = models.TextField(_("not started looks like"), blank=True)
    looks_started = models.TextField(_("started looks like"), blank=True)
    looks_mostly = models.TextField(_("mostly in place looks like"), blank=True)
    looks_embedded = models.TextField(_("embedded looks like"), blank=True)
    risk = models.PositiveSmallIntegerField(
        _("risk to people while it is missing"), choices=Risk.choices, default=Risk.MEDIUM
    )
    depends_on = StreamField(
        [("item", SnippetChooserBlock("toolkit_pages.ChecklistItem"))],
        blank=True,
        verbose_name=_("depends on"),
        help_text=_("Items that must come first. Gaps on which many others depend are shown earlier."),
    )
    helps = StreamField(
        [("page", HelpfulPageBlock()), ("module", HelpfulModuleBlock())],
        blank=True,
        verbose_name=_("what can help"),
    )

    objects = ItemQuerySet.as_manager()

    panels = [
        FieldPanel("theme"),
        FieldPanel("order"),
        FieldPanel("title"),
        FieldPanel("hint"),
        FieldPanel("guidance"),
        MultiFieldPanel(
            [
                FieldPanel("looks_not_started"),
                FieldPanel("looks_started"),
                FieldPanel("looks_mostly"),
                FieldPanel("looks_embedded"),
            ],
            heading=_("What each level looks like"),
        ),
        MultiFieldPanel([FieldPanel("risk"), FieldPanel("depends_on")], heading=_("Order of gaps")),
        FieldPanel("helps", help_text=_("What helps when it is mostly in place is listed after the gaps.")),
        FactsChecked.facts_panel,
    ]
    search_fields = [
        index.SearchField("title", boost=2),
        index.AutocompleteField("title"),
        index.SearchField("hint"),
        index.SearchField("guidance"),
        index.FilterField("live"),
        index.RelatedFields("theme", [index.SearchField("title"), index.FilterField("live")]),
    ]

    class Meta(Editorial.Meta):
        abstract = False
        verbose_name = _("checklist item")
        verbose_name_plural = _("checklist items")
        ordering = ["theme__order", "order", "pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"{self.theme.get_absolute_url()}#item-{self.pk}"

    def looks(self, level: int) -> str:
        """What good looks like at a level; "" where nobody has written it or it is not applicable."""
        return {
            Level.NOT_STARTED: self.looks_not_started,
            Level.STARTED: self.looks_started,
            Level.MOSTLY: self.looks_mostly,
            Level.EMBEDDED: self.looks_embedded,
        }.get(level, "")

    def get_preview_template(self, request, mode_name):
        return "toolkit_pages/checklist/item_preview.html"
