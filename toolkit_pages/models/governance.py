"""The governance library: sample and adopted documents, each with its versions and formats."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index
from wagtail.url_routing import RouteResult

from lms.editorial.models import FactsChecked
from lms.uploads.domain.public_words import words_to_find
from lms.uploads.models import Document
from toolkit_pages.blocks import DOCUMENT_BLOCKS, PAGE_BLOCKS
from toolkit_pages.models.base import ToolkitBasePage
from toolkit_pages.panels import DownloadsPanel

READ = "read"


class GovernanceLibraryPage(ToolkitBasePage):
    """The section of the governance library: a list with filters."""

    template = "toolkit_pages/governance_library.html"
    shown_by = "toolkit_pages.views.governance.library"
    subpage_types = ["toolkit_pages.GovernanceDocumentPage", "toolkit_pages.ToolkitPage"]

    content_panels = [*ToolkitBasePage.content_panels, FieldPanel("intro"), FactsChecked.facts_panel]

    class Meta:
        verbose_name = _("governance library")


class Licence(models.TextChoices):
    """Under which terms others may use a document."""

    OGL = "ogl-3", _("Open Government Licence 3.0. Copy and change it freely.")
    CC_BY = "cc-by-4", _("Creative Commons Attribution 4.0. Copy and change it, and name its source.")
    CC_BY_SA = "cc-by-sa-4", _("Creative Commons Attribution-ShareAlike 4.0. Share changes under the same terms.")
    ASK = "ask", _("Ask the organisation that wrote it before you use it.")


class GovernanceDocumentPage(ToolkitBasePage):
    """A document that agencies use to work together formally."""

    class Type(models.TextChoices):
        TERMS_OF_REFERENCE = "terms-of-reference", _("Terms of reference")
        MEMBERSHIP_COMPACT = "membership-compact", _("Membership compact")
        STRATEGY = "strategy", _("Strategy")
        ACTION_PLAN = "action-plan", _("Action or delivery plan")
        INFORMATION_SHARING = "information-sharing-agreement", _("Information sharing agreement")
        IMPACT_ASSESSMENT = "impact-assessment", _("Data protection impact assessment")
        RISK_REGISTER = "risk-register", _("Risk register")
        PATHWAY = "pathway", _("Multi-agency pathway")
        CONCEPT_OF_OPERATIONS = "concept-of-operations", _("Concept of operations or reception centre guide")
        CASE_CONFERENCE = "case-conference", _("Case conference protocol")
        INTELLIGENCE_FORM = "intelligence-form", _("Intelligence form")
        CONTACTS = "contacts", _("Single point of contact directory")
        TRAINING_STRATEGY = "training-strategy", _("Training strategy")
        CAMPAIGN_PLAN = "campaign-plan", _("Awareness campaign plan")
        CARE_PLAN_REVIEW = "care-plan-review", _("Care plan review")
        PERFORMANCE = "performance-framework", _("Performance framework")
        PROCUREMENT = "procurement", _("Procurement policy or transparency statement")
        EXIT_PLAN = "exit-plan", _("Exit plan")
        AGENDA = "agenda", _("Meeting agenda and decision log")

    class Status(models.TextChoices):
        SAMPLE = "sample", _("Sample")
        ADOPTED = "adopted", _("Adopted")

    document_type = models.CharField(_("type"), max_length=40, choices=Type.choices)
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.SAMPLE)
    source_organisation = models.CharField(_("written by"), max_length=200, blank=True)
    owner_text = models.CharField(
        _("owner"), max_length=150, blank=True, help_text=_("A role or a team, as readers see it.")
    )
    licence = models.CharField(_("licence"), max_length=15, choices=Licence.choices, default=Licence.OGL)
    body = StreamField(
        PAGE_BLOCKS, blank=True, verbose_name=_("about it"), help_text=_("What it covers, and what to do before use.")
    )
    web_version = StreamField(
        DOCUMENT_BLOCKS, blank=True, verbose_name=_("the document as a web page"), help_text=_("The current version.")
    )
    goes_with = StreamField([("page", blocks.PageChooserBlock())], blank=True, verbose_name=_("goes with"))

    template = "toolkit_pages/governance_document.html"
    shown_by = "toolkit_pages.views.governance.document"
    parent_page_types = ["toolkit_pages.GovernanceLibraryPage"]
    subpage_types: list[str] = []

    content_panels = [
        *ToolkitBasePage.content_panels,
        FieldPanel("intro"),
        MultiFieldPanel(
            [
                FieldPanel("document_type"),
                FieldPanel("status"),
                FieldPanel("source_organisation"),
                FieldPanel("owner_text"),
                FieldPanel("licence"),
            ],
            heading=_("About this document"),
        ),
        FieldPanel("body"),
        InlinePanel("versions", heading=_("Versions"), label=_("Version"), min_num=1),
        FieldPanel("web_version"),
        FieldPanel("goes_with"),
        DownloadsPanel(),
        FactsChecked.facts_panel,
    ]
    search_fields = [
        *ToolkitBasePage.search_fields,
        index.SearchField("body"),
        index.SearchField("web_version"),
        index.SearchField("text_of_files"),
        index.SearchField("source_organisation"),
        index.FilterField("document_type"),
        index.FilterField("status"),
    ]

    class Meta:
        verbose_name = _("governance document")

    def route(self, request, path_components):
        """Besides its own page, a document with a web version has it at "read/" below."""
        if path_components == [READ] and self.live and self.has_web_version:
            return RouteResult(self, kwargs={"reading": True})
        return super().route(request, path_components)

    def serve(self, request, *args, reading=False, **kwargs):
        """Its page, or the document itself to be read."""
        request.is_reading = reading
        return super().serve(request, *args, **kwargs)

    def get_template(self, request, *args, **kwargs):
        if getattr(request, "is_reading", False):
            return "toolkit_pages/governance_reading.html"
        return super().get_template(request, *args, **kwargs)

    @property
    def reading_url(self) -> str:
        """Where the web version is."""
        return f"{self.get_url() or ''}{READ}/"

    @property
    def versions_in_order(self) -> list["DocumentVersion"]:
        """All versions, the newest first."""
        return newest_first(self.versions.all())

    @property
    def current_version(self) -> "DocumentVersion | None":
        """The version to use: the newest, which supersedes the others."""
        return next(iter(self.versions_in_order), None)

    @property
    def has_web_version(self) -> bool:
        return len(self.web_version) > 0

    def text_of_files(self) -> str:
        """The words of the current version's public files, as far as they have been read, for search."""
        if self.current_version is None:
            return ""
        return words_to_find(self.current_version.file_keys())


def newest_first(versions: Iterable["DocumentVersion"]) -> list["DocumentVersion"]:
    """Versions by the day of approval, and in the editor's order on one day."""
    as_edited = sorted(versions, key=lambda version: version.sort_order or 0)
    return sorted(as_edited, key=lambda version: version.approved_on, reverse=True)


class DocumentVersion(Orderable):
    """One version of a governance document, with its file in each format."""

    page = ParentalKey(GovernanceDocumentPage, on_delete=models.CASCADE, related_name="versions")
    number = models.CharField(_("version"), max_length=20)
    approved_on = models.DateField(_("approved"))
    what_changed = models.TextField(_("what changed"), default="", blank=True)
    word = models.ForeignKey(
        Document, verbose_name=_("Word"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    pdf = models.ForeignKey(
        Document, verbose_name=_("PDF, accessible"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    odt = models.ForeignKey(
        Document, verbose_name=_("ODT"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    spreadsheet = models.ForeignKey(
        Document, verbose_name=_("Excel"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    panels = [
        FieldPanel("number"),
        FieldPanel("approved_on"),
        FieldPanel("what_changed"),
        FieldPanel("word"),
        FieldPanel("pdf"),
        FieldPanel("odt"),
        FieldPanel("spreadsheet"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("version of a document")
        verbose_name_plural = _("versions of documents")

    def __str__(self) -> str:
        return self.number

    def file_keys(self) -> list[int]:
        """Primary keys of its files, without reading them."""
        return [key for key in (self.word_id, self.pdf_id, self.odt_id, self.spreadsheet_id) if key]

    def files(self) -> list[tuple[str, Document]]:
        """Format and file, the format to change first."""
        named = [("word", self.word), ("pdf", self.pdf), ("odt", self.odt), ("spreadsheet", self.spreadsheet)]
        return [(name, file) for name, file in named if file is not None]
