"""The UK training library: our own modules and other bodies' free training, found by the same facets."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from courses.models.module import Exploitation, HelpedPeople, Sector
from lms.editorial.fields import TickedChoicesField
from lms.editorial.models import FactsChecked
from toolkit_pages.blocks import PAGE_BLOCKS
from toolkit_pages.models.base import ToolkitBasePage

# Besides where our modules' learners work.
SECTORS = [
    *Sector.choices,
    ("justice", _("Justice")),
    ("business", _("Business")),
    ("faith", _("Faith and community")),
]


class TrainingLibraryPage(ToolkitBasePage):
    """The section of training: our modules and others' entries in one list with filters."""

    template = "toolkit_pages/training_library.html"
    shown_by = "toolkit_pages.views.training_library.library"
    subpage_types = ["toolkit_pages.TrainingEntryPage", "toolkit_pages.ToolkitPage"]

    content_panels = [*ToolkitBasePage.content_panels, FieldPanel("intro"), FactsChecked.facts_panel]

    class Meta:
        verbose_name = _("training library")


class TrainingEntryPage(ToolkitBasePage):
    """Free training of another body."""

    class Format(models.TextChoices):
        ELEARNING = "e-learning", _("E-learning")
        VIDEO = "video", _("Video")
        WEBINAR = "webinar", _("Webinar")
        LIVE = "live", _("Live session")
        READING = "reading", _("To read")

    provider = models.CharField(_("provider"), max_length=150)
    source_url = models.URLField(_("address"), max_length=500)
    sectors = TickedChoicesField(
        _("where people work"),
        options=SECTORS,
    )
    tier = models.PositiveSmallIntegerField(_("tier"), choices=[(1, "1"), (2, "2"), (3, "3")], default=1)
    format = models.CharField(_("format"), max_length=15, choices=Format.choices, default=Format.ELEARNING)
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True)
    audiences = TickedChoicesField(_("about"), options=HelpedPeople.choices)
    exploitation = TickedChoicesField(_("types of exploitation"), options=Exploitation.choices)
    needs_account = models.BooleanField(_("needs registration there"), default=False)
    endorsed_by = models.CharField(_("endorsed by"), max_length=150, blank=True)
    endorsed_on = models.DateField(_("endorsed on"), null=True, blank=True)
    endorsement_expires_on = models.DateField(_("endorsement expires on"), null=True, blank=True)
    endorsement_evidence = models.URLField(_("evidence of the endorsement"), blank=True)
    body = StreamField(PAGE_BLOCKS, blank=True, verbose_name=_("about it"))

    template = "toolkit_pages/training_entry.html"
    shown_by = "toolkit_pages.views.training_library.entry"
    parent_page_types = ["toolkit_pages.TrainingLibraryPage"]
    subpage_types: list[str] = []

    content_panels = [
        *ToolkitBasePage.content_panels,
        FieldPanel("intro"),
        MultiFieldPanel(
            [FieldPanel("provider"), FieldPanel("source_url"), FieldPanel("needs_account")], heading=_("Where it is")
        ),
        MultiFieldPanel(
            [
                FieldPanel("tier"),
                FieldPanel("format"),
                FieldPanel("minutes"),
                FieldPanel("sectors"),
                FieldPanel("audiences"),
                FieldPanel("exploitation"),
            ],
            heading=_("For whom"),
        ),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldPanel("endorsed_by"),
                FieldPanel("endorsed_on"),
                FieldPanel("endorsement_expires_on"),
                FieldPanel("endorsement_evidence"),
            ],
            heading=_("Endorsement"),
        ),
        FactsChecked.facts_panel,
    ]
    search_fields = [
        *ToolkitBasePage.search_fields,
        index.SearchField("provider"),
        index.SearchField("body"),
        index.FilterField("tier"),
        index.FilterField("format"),
    ]

    class Meta:
        verbose_name = _("training library entry")

    def clean(self) -> None:
        super().clean()
        if self.endorsed_by and not (self.endorsed_on and self.endorsement_evidence):
            raise ValidationError(
                {"endorsed_by": _("Say also on which day it was endorsed and where that can be read.")}
            )
        if not self.endorsed_by and (self.endorsed_on or self.endorsement_expires_on or self.endorsement_evidence):
            raise ValidationError({"endorsed_by": _("Say who endorsed it, or leave all four blank.")})
        if self.endorsed_on and self.endorsement_expires_on and self.endorsement_expires_on <= self.endorsed_on:
            raise ValidationError({"endorsement_expires_on": _("This must be after the day it was endorsed.")})
