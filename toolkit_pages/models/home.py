"""The home page."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from lms.editorial.models import FactsChecked
from toolkit_pages.models.base import ToolkitBasePage, public
from toolkit_pages.models.tiers import Tier, training_tiers


class HomePage(ToolkitBasePage):
    """The first page: what this is for, the sections, training in three tiers, what to do if worried now."""

    headline = models.TextField(
        _("headline"),
        default=_("Know the signs.\nRespond safely.\nWork together."),
        help_text=_("One line each."),
    )
    second_action_text = models.CharField(
        _("second button"), max_length=60, blank=True, help_text=_("The first button always leads to the training.")
    )
    second_action_page = models.ForeignKey(
        Page,
        verbose_name=_("page of the second button"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    worried_title = models.CharField(_("title"), max_length=100, default=_("If you are worried about someone now"))
    worried_text = RichTextField(
        _("text"),
        features=["bold", "link"],
        blank=True,
        help_text=_("The emergency number and the helplines follow it; they come from the site's settings."),
    )
    keeping_right_title = models.CharField(_("title"), max_length=100, default=_("How we keep it right"))
    keeping_right_text = RichTextField(_("text"), features=["bold", "link"], blank=True)
    keeping_right_page = models.ForeignKey(
        Page,
        verbose_name=_("page that says more"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    template = "toolkit_pages/home.html"
    max_count = 1
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "toolkit_pages.ChecklistPage",
        "toolkit_pages.GovernanceLibraryPage",
        "toolkit_pages.ResourceLibraryPage",
        "toolkit_pages.LawLibraryPage",
        "toolkit_pages.TrainingLibraryPage",
        "toolkit_pages.ToolkitIndexPage",
        "toolkit_pages.ToolkitPage",
    ]

    content_panels = [
        *ToolkitBasePage.content_panels,
        FieldPanel("headline"),
        FieldPanel("intro"),
        MultiFieldPanel(
            [FieldPanel("second_action_text"), PageChooserPanel("second_action_page")], heading=_("Second button")
        ),
        MultiFieldPanel([FieldPanel("worried_title"), FieldPanel("worried_text")], heading=_("Worried now")),
        MultiFieldPanel(
            [
                FieldPanel("keeping_right_title"),
                FieldPanel("keeping_right_text"),
                PageChooserPanel("keeping_right_page"),
            ],
            heading=_("How we keep it right"),
        ),
        FactsChecked.facts_panel,
    ]

    class Meta:
        verbose_name = _("home page")

    def way_here(self) -> list[tuple[str, str]]:
        """Nothing is above the home page."""
        return []

    def sections(self):
        """The sections of every kind that are in the menu and that anybody may read."""
        return self.get_children().live().in_menu().filter(public()).specific()

    def tiers(self) -> list[Tier]:
        """The tiers in which something is published, with their modules."""
        return training_tiers()
