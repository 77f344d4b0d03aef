"""Settings an administrator edits in Wagtail: names, helplines by nation, the exit address, footer, phase banner."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import RichTextField, StreamField

from lms.editorial.fields import TickedChoicesBlock
from lms.editorial.models import Nation


class HelplineBlock(blocks.StructBlock):
    """A helpline and the nations it serves."""

    name = blocks.CharBlock(max_length=80)
    number = blocks.CharBlock(max_length=30)
    note = blocks.CharBlock(max_length=120, required=False)
    nations = TickedChoicesBlock(choices=Nation.choices, required=False)

    class Meta:
        icon = "mobile-alt"


class FooterLinkBlock(blocks.StructBlock):
    """A link in the footer."""

    label = blocks.CharBlock(max_length=60)
    page = blocks.PageChooserBlock(required=False)
    url = blocks.CharBlock(max_length=200, required=False)

    class Meta:
        icon = "link"


class FooterGroupBlock(blocks.StructBlock):
    """A column of footer links."""

    title = blocks.CharBlock(max_length=60)
    links = blocks.ListBlock(FooterLinkBlock())

    class Meta:
        icon = "list-ul"


@register_setting(icon="cog")
class SiteSettings(BaseSiteSetting):
    """How the site names itself and where it sends people who need help or a quick way out."""

    site_name = models.CharField(_("site name, first line"), max_length=40, default="Anti-slavery")
    site_name_second = models.CharField(_("site name, second line"), max_length=60, default="Toolkit and Training")
    neutral_name = models.CharField(
        _("neutral name"),
        max_length=60,
        default="Toolkit and Training",
        help_text=_("Used in titles, e-mail and file names, where others may see it."),
    )
    emergency_number = models.CharField(_("emergency number"), max_length=10, default="999")
    helplines = StreamField(
        [("helpline", HelplineBlock())],
        blank=True,
        help_text=_("At the top of every page is the first one that serves the person’s nation."),
    )
    exit_url = models.URLField(
        _("exit address"),
        default="https://www.bbc.co.uk/weather",
        help_text=_("Where “Exit this page” leads: an ordinary page of another site."),
    )
    phase = models.CharField(_("phase"), max_length=20, blank=True, help_text=_("For example “Beta”; blank for none."))
    phase_text = RichTextField(_("phase banner text"), features=["link"], blank=True)
    footer_text = models.TextField(_("footer text"), blank=True)
    footer_groups = StreamField([("group", FooterGroupBlock())], blank=True)

    panels = [
        MultiFieldPanel(
            [FieldPanel("site_name"), FieldPanel("site_name_second"), FieldPanel("neutral_name")],
            heading=_("Names"),
        ),
        MultiFieldPanel(
            [FieldPanel("emergency_number"), FieldPanel("helplines"), FieldPanel("exit_url")],
            heading=_("Help and exit"),
        ),
        MultiFieldPanel([FieldPanel("phase"), FieldPanel("phase_text")], heading=_("Phase banner")),
        MultiFieldPanel([FieldPanel("footer_text"), FieldPanel("footer_groups")], heading=_("Footer")),
    ]

    class Meta:
        verbose_name = _("site name, help and footer")

    @property
    def full_name(self) -> str:
        return f"{self.site_name} {self.site_name_second}".strip()
