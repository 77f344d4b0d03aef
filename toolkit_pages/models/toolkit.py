"""Sections of the toolkit and the pages in them."""

from dataclasses import dataclass, field

from django.db import models
from django.db.models import Case, Value, When
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from lms.editorial.models import FactsChecked
from lms.kept import keep
from toolkit_pages.blocks import PAGE_BLOCKS
from toolkit_pages.models.base import ToolkitBasePage, public

RELATED_SHOWN = 5


@dataclass
class Group:
    """Pages of a section under one heading; no heading for pages without a group."""

    title: str
    anchor: str
    pages: list[ToolkitBasePage] = field(default_factory=list)


@dataclass(frozen=True)
class Neighbour:
    """A page named beside another of its section."""

    pk: int
    title: str
    url: str


class ToolkitIndexPage(ToolkitBasePage):
    """A section: its pages, grouped."""

    note = RichTextField(
        _("note at the end"),
        features=["bold", "link"],
        blank=True,
        help_text=_("For example where to look for something that is not in this section."),
    )

    template = "toolkit_pages/toolkit_index.html"
    subpage_types = ["toolkit_pages.ToolkitIndexPage", "toolkit_pages.ToolkitPage"]

    content_panels = [
        *ToolkitBasePage.content_panels,
        FieldPanel("intro"),
        FieldPanel("note"),
        FactsChecked.facts_panel,
    ]

    class Meta:
        verbose_name = _("toolkit section")

    def listed(self) -> list[ToolkitBasePage]:
        """The sections and pages directly below, in the order of the page tree."""
        sections = ToolkitIndexPage.objects.child_of(self).live().filter(public()).defer("rests_on", "note")
        pages = ToolkitPage.objects.child_of(self).live().filter(public()).defer("rests_on", "body")
        return sorted([*sections, *pages], key=lambda page: page.path)

    def groups(self) -> list[Group]:
        """What is listed, under its headings in the order of their first page."""
        groups: dict[str, Group] = {}
        for page in self.listed():
            title = getattr(page, "group", "")
            if title not in groups:
                anchor = slugify(title) or f"group-{len(groups) + 1}"
                if anchor in {group.anchor for group in groups.values()}:
                    anchor = f"{anchor}-{len(groups) + 1}"
                groups[title] = Group(title, anchor)
            groups[title].pages.append(page)
        return list(groups.values())


class ToolkitPage(ToolkitBasePage):
    """A page of guidance."""

    group = models.CharField(
        _("group"), max_length=80, blank=True, help_text=_("The heading it is listed under in its section.")
    )
    kind = models.CharField(_("kind"), max_length=60, blank=True, help_text=_("For example “Guide and template”."))
    minutes = models.PositiveSmallIntegerField(_("minutes to read"), null=True, blank=True)
    body = StreamField(PAGE_BLOCKS, blank=True, verbose_name=_("body"))

    template = "toolkit_pages/toolkit_page.html"
    subpage_types: list[str] = ["toolkit_pages.ToolkitPage"]

    content_panels = [
        *ToolkitBasePage.content_panels,
        FieldPanel("intro"),
        FieldPanel("group"),
        FieldPanel("kind"),
        FieldPanel("minutes"),
        FieldPanel("body"),
        FactsChecked.facts_panel,
    ]
    search_fields = [*ToolkitBasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("toolkit page")

    def beside(self) -> list[Neighbour]:
        """Other pages of the same section: its own group first, then the rest in order."""
        if self.pk is None or not self.path:
            return []
        section = self.path[: -self.steplen]
        first = keep(("toolkit_pages.beside", section, self.group), lambda: first_of(section, self.depth, self.group))
        return [other for other in first if other.pk != self.pk][:RELATED_SHOWN]

    def below(self) -> list["ToolkitPage"]:
        """Pages that belong to this one."""
        if self.pk is None or not self.path or not self.numchild:
            return []
        return list(ToolkitPage.objects.child_of(self).live().filter(public()).defer("body", "rests_on"))


def first_of(section: str, depth: int, group: str) -> list[Neighbour]:
    """The pages named beside those of one group: its first ones, then the section's; one more than are shown."""
    pages = ToolkitPage.objects.filter(path__startswith=section, depth=depth).live().filter(public())
    elsewhere = Case(When(group=group, then=Value(0)), default=Value(1))
    found = pages.defer("body", "rests_on").order_by(elsewhere, "path")[: RELATED_SHOWN + 1]
    return [Neighbour(page.pk, page.title, page.get_url() or "") for page in found]
