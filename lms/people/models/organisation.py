"""Organisations in a tree (a force and its units), their teams, and the e-mail domains whose owners may join."""

from django.contrib.admin import display
from django.db import models
from django.utils.translation import gettext_lazy as _
from treebeard.mp_tree import MP_Node, MP_NodeManager, MP_NodeQuerySet

from lms.editorial.models import Nation


class OrganisationQuerySet(MP_NodeQuerySet):
    """Reads of organisations."""

    def by_name(self):
        return self.order_by("name", "pk")


class OrganisationManager(MP_NodeManager.from_queryset(OrganisationQuerySet)):
    """Keeps the tree's order unless asked otherwise."""

    def get_queryset(self):
        return OrganisationQuerySet(self.model, using=self._db).order_by("path")


class Organisation(MP_Node):
    """A force, council, trust, service or charity, or a unit of one."""

    class Kind(models.TextChoices):
        POLICE = "police", _("Police")
        COUNCIL = "council", _("Council")
        HEALTH = "health", _("Health")
        FIRE = "fire", _("Fire and rescue")
        HOUSING = "housing", _("Housing")
        EDUCATION = "education", _("Education")
        CHARITY = "charity", _("Charity")
        OTHER = "other", _("Other")

    name = models.CharField(_("name"), max_length=150)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.OTHER)
    nation = models.CharField(_("nation"), max_length=20, choices=Nation.choices, blank=True)
    join_code = models.CharField(
        _("join code"),
        max_length=12,
        unique=True,
        null=True,
        blank=True,
        help_text=_("Lets anyone who has it join."),
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = OrganisationManager()
    node_order_by = ["name"]

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    def __str__(self) -> str:
        return self.name

    @property
    @display(description=_("organisation"))
    def tree_name(self) -> str:
        """The name with a dash for each level above, for lists that show the tree."""
        return f"{'– ' * (self.depth - 1)}{self.name}"


class ApprovedDomain(models.Model):
    """An e-mail domain whose owners may join by themselves once the address is verified."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="approved_domains")
    domain = models.CharField(_("domain"), max_length=150, unique=True)

    class Meta:
        verbose_name = _("approved e-mail domain")
        verbose_name_plural = _("approved e-mail domains")
        ordering = ["domain"]

    def __str__(self) -> str:
        return self.domain


class Team(models.Model):
    """A group of people inside one organisation."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="teams")
    name = models.CharField(_("name"), max_length=150)

    class Meta:
        verbose_name = _("team")
        verbose_name_plural = _("teams")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["organisation", "name"], name="people_team_once")]

    def __str__(self) -> str:
        return self.name
