"""Downloadable resources: guides, templates and forms for jobs that partnerships do again and again."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index

from lms.editorial.models import FactsChecked
from lms.uploads.domain.public_words import words_to_find
from lms.uploads.models import Document
from toolkit_pages.blocks import PAGE_BLOCKS
from toolkit_pages.models.base import ToolkitBasePage


class ResourceLibraryPage(ToolkitBasePage):
    """The section of resources: a list with filters."""

    template = "toolkit_pages/resource_library.html"
    shown_by = "toolkit_pages.views.resources.library"
    subpage_types = ["toolkit_pages.ResourcePage", "toolkit_pages.ToolkitPage"]

    content_panels = [*ToolkitBasePage.content_panels, FieldPanel("intro"), FactsChecked.facts_panel]

    class Meta:
        verbose_name = _("resource library")


class ResourcePage(ToolkitBasePage):
    """A guide, template or form, with its files."""

    class Topic(models.TextChoices):
        AWARENESS = "awareness", _("Raise awareness")
        PARTNERS = "partners", _("Bring in partners")
        SUPPORT = "support", _("Support survivors")
        PREVENTION = "prevention", _("Prevent and disrupt")
        LEARNING = "learning", _("Learn and improve")

    class Kind(models.TextChoices):
        GUIDE = "guide", _("Guide")
        GUIDE_AND_TEMPLATE = "guide-and-template", _("Guide and template")
        TEMPLATE = "template", _("Template")
        FORM = "form", _("Form")
        POSTER = "poster", _("Poster or leaflet")
        SLIDES = "slides", _("Slides")

    topic = models.CharField(_("topic"), max_length=20, choices=Topic.choices)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.GUIDE)
    minutes = models.PositiveSmallIntegerField(_("minutes to read"), null=True, blank=True)
    body = StreamField(PAGE_BLOCKS, blank=True, verbose_name=_("body"))

    template = "toolkit_pages/resource_page.html"
    shown_by = "toolkit_pages.views.resources.resource"
    parent_page_types = ["toolkit_pages.ResourceLibraryPage"]
    subpage_types: list[str] = []

    content_panels = [
        *ToolkitBasePage.content_panels,
        FieldPanel("intro"),
        MultiFieldPanel([FieldPanel("topic"), FieldPanel("kind"), FieldPanel("minutes")], heading=_("About it")),
        FieldPanel("body"),
        InlinePanel("files", heading=_("Files"), label=_("File")),
        FactsChecked.facts_panel,
    ]
    search_fields = [
        *ToolkitBasePage.search_fields,
        index.SearchField("body"),
        index.SearchField("text_of_files"),
        index.FilterField("topic"),
        index.FilterField("kind"),
    ]

    class Meta:
        verbose_name = _("resource")

    def text_of_files(self) -> str:
        """The words of its public files, as far as they have been read, for search."""
        return words_to_find([file.document_id for file in self.files.all()])


class ResourceFile(Orderable):
    """A file of a resource."""

    page = ParentalKey(ResourcePage, on_delete=models.CASCADE, related_name="files")
    document = models.ForeignKey(Document, verbose_name=_("file"), on_delete=models.CASCADE, related_name="+")
    title = models.CharField(_("title"), max_length=120, blank=True)

    panels = [FieldPanel("document"), FieldPanel("title")]

    class Meta(Orderable.Meta):
        verbose_name = _("file of a resource")
        verbose_name_plural = _("files of resources")

    def __str__(self) -> str:
        return self.title or str(self.document)
