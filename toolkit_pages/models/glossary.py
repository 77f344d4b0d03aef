"""The glossary: terms and what they mean, shown on one page and beside the word where it is used."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from lms.editorial.models import Editorial, FactsChecked, ListedQuerySet


class GlossaryTerm(Editorial, FactsChecked):
    """A word or a short form, in plain English."""

    term = models.CharField(_("term"), max_length=100)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    stands_for = models.CharField(_("stands for"), max_length=150, blank=True, help_text=_("For short forms."))
    definition = models.TextField(_("definition"), help_text=_("Two or three plain sentences, without links."))
    also = models.CharField(
        _("also called"), max_length=250, blank=True, help_text=_("Other words for it, with commas between them.")
    )
    is_sample = models.BooleanField(
        _("sample content"), default=False, help_text=_("Marked as a sample until an expert signs it off.")
    )

    objects = ListedQuerySet.as_manager()

    panels = [
        FieldPanel("term"),
        FieldPanel("slug"),
        FieldPanel("stands_for"),
        FieldPanel("definition"),
        FieldPanel("also"),
        FactsChecked.facts_panel,
        FieldPanel("is_sample"),
    ]
    search_fields = [
        index.SearchField("term", boost=3),
        index.AutocompleteField("term"),
        index.SearchField("stands_for", boost=2),
        index.SearchField("definition"),
        index.SearchField("also"),
        index.FilterField("live"),
    ]

    class Meta(Editorial.Meta):
        abstract = False
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary")
        ordering = ["term", "pk"]

    def __str__(self) -> str:
        return self.term

    def get_absolute_url(self) -> str:
        return f"{reverse('toolkit_pages:glossary')}#{self.slug}"

    def get_preview_template(self, request, mode_name):
        return "toolkit_pages/glossary_preview.html"
