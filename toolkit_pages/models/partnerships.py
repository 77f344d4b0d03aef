"""Partnerships: what the directory says of them, and the organisations that belong to them."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from lms.editorial.fields import TickedChoicesField
from lms.editorial.models import Editorial, ListedQuerySet, Nation, Owned, nations_text


class Activity(models.TextChoices):
    """What partnerships do; the directory filters by it."""

    STRATEGY = "strategy", _("Shared strategy")
    INFORMATION_SHARING = "information-sharing", _("Information sharing")
    CASE_CONFERENCES = "case-conferences", _("Case conferences")
    SUPPORT = "support", _("Support for survivors")
    TRAINING = "training", _("Training")
    AWARENESS = "awareness", _("Awareness")
    DISRUPTION = "disruption", _("Disruption")
    SUPPLY_CHAINS = "supply-chains", _("Supply chains")
    RESEARCH = "research", _("Data and research")


class Partnership(Editorial, Owned):
    """Organisations working together in an area, as the public directory shows them.

    Who may see a partnership's reviews is decided by its members below, which editors of content cannot change.
    """

    name = models.CharField(_("name"), max_length=150)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    area = models.CharField(_("area"), max_length=200)
    nations = TickedChoicesField(_("nations"), options=Nation.choices)
    lead = models.CharField(_("led by"), max_length=150, blank=True)
    members_text = models.TextField(_("members"), blank=True, help_text=_("One organisation on each line."))
    activities = TickedChoicesField(_("activities"), options=Activity.choices)
    about = RichTextField(_("about it"), features=["bold", "ul", "link"], blank=True)
    contact_email = models.EmailField(
        _("e-mail"), blank=True, help_text=_("A shared mailbox, never a person’s own address.")
    )
    contact_phone = models.CharField(_("telephone"), max_length=40, blank=True)
    website = models.URLField(_("website"), blank=True)
    confirmed_on = models.DateField(_("last confirmed"), null=True, blank=True)
    is_sample = models.BooleanField(_("sample content"), default=False, help_text=_("A made-up partnership."))

    objects = ListedQuerySet.as_manager()

    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        MultiFieldPanel([FieldPanel("area"), FieldPanel("nations")], heading=_("Where")),
        MultiFieldPanel(
            [FieldPanel("lead"), FieldPanel("members_text"), FieldPanel("activities"), FieldPanel("about")],
            heading=_("Who and what"),
        ),
        MultiFieldPanel(
            [FieldPanel("contact_email"), FieldPanel("contact_phone"), FieldPanel("website")], heading=_("Contact")
        ),
        MultiFieldPanel(
            [FieldPanel("confirmed_on"), FieldPanel("review_on"), FieldPanel("content_owner")], heading=_("Facts")
        ),
        FieldPanel("is_sample"),
    ]
    search_fields = [
        index.SearchField("name", boost=2),
        index.AutocompleteField("name"),
        index.SearchField("area"),
        index.SearchField("about"),
        index.SearchField("members_text"),
        index.FilterField("live"),
    ]

    class Meta(Editorial.Meta):
        abstract = False
        verbose_name = _("partnership")
        verbose_name_plural = _("partnerships")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("toolkit_pages:partnership", args=[self.slug])

    @property
    def nations_display(self) -> str:
        return nations_text(self.nations)

    @property
    def member_names(self) -> list[str]:
        """The members as the directory lists them."""
        return [line.strip() for line in self.members_text.splitlines() if line.strip()]

    def get_preview_template(self, request, mode_name):
        return "toolkit_pages/partnership_preview.html"

    def get_preview_context(self, request, mode_name):
        about = import_string("toolkit_pages.views.partnerships.about")
        return {**super().get_preview_context(request, mode_name), **about(self, request)}


class PartnershipMemberQuerySet(models.QuerySet):
    """Reads of members."""

    def current(self, today=None):
        """Members that have joined and not left."""
        today = today or timezone.localdate()
        return self.filter(joined_on__lte=today).filter(Q(left_on=None) | Q(left_on__gt=today))


class PartnershipMember(models.Model):
    """An organisation in a partnership. Administrators keep it: it decides whose coordinators may see what.

    Coordinators of the leading member open and settle the partnership's reviews.
    """

    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="members")
    organisation = models.ForeignKey("people.Organisation", on_delete=models.PROTECT, related_name="partnerships")
    is_leading = models.BooleanField(_("leads the partnership"), default=False)
    joined_on = models.DateField(_("joined"), default=timezone.localdate)
    left_on = models.DateField(_("left"), null=True, blank=True)

    objects = PartnershipMemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("member of a partnership")
        verbose_name_plural = _("members of partnerships")
        ordering = ["partnership", "organisation__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "organisation"],
                condition=Q(left_on=None),
                name="toolkit_member_current_once",
            ),
            models.CheckConstraint(
                condition=Q(left_on=None) | Q(left_on__gte=F("joined_on")), name="toolkit_member_leaves_after_joining"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} in {self.partnership}"
