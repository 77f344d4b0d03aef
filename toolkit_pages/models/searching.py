"""What editors keep for search: words that mean the same, and what visitors looked for and did not find."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import RevisionMixin


class SearchSynonym(RevisionMixin, models.Model):
    """Words that mean the same to whoever searches."""

    words = models.CharField(
        _("words that mean the same"),
        max_length=300,
        unique=True,
        help_text=_("With commas between them, for example “NRM, National Referral Mechanism”."),
    )

    panels = [FieldPanel("words")]

    class Meta:
        verbose_name = _("search synonym")
        verbose_name_plural = _("search synonyms")
        ordering = ["words"]

    def __str__(self) -> str:
        return self.words

    @property
    def word_list(self) -> list[str]:
        """The words in lower case, each once."""
        words = (" ".join(word.lower().split()) for word in self.words.split(","))
        return list(dict.fromkeys(word for word in words if word))


class SearchMiss(models.Model):
    """How often a search found nothing on a day; who searched is not kept."""

    query = models.CharField(_("searched for"), max_length=100)
    day = models.DateField(_("day"))
    number = models.PositiveIntegerField(_("times"), default=0)

    class Meta:
        verbose_name = _("search without results")
        verbose_name_plural = _("searches without results")
        ordering = ["-day", "-number", "query"]
        constraints = [models.UniqueConstraint(fields=["query", "day"], name="toolkit_search_miss_once_a_day")]

    def __str__(self) -> str:
        return self.query
