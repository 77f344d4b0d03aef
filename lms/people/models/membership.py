"""Membership: a person in an organisation, with the roles they hold there."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lms.editorial.models import Nation


def running(today: date, *, prefix: str = "") -> Q:
    """What is true of memberships that have begun and not ended; `prefix` leads to them from other rows."""
    begun, without_end = Q(**{f"{prefix}started_on__lte": today}), Q(**{f"{prefix}ended_on": None})
    return begun & (without_end | Q(**{f"{prefix}ended_on__gt": today}))


class MembershipQuerySet(models.QuerySet):
    """Reads of memberships."""

    def current(self, today: date | None = None):
        """Memberships that have begun and not ended."""
        return self.filter(running(today or timezone.localdate()))

    def leading(self):
        return self.filter(is_lead=True)


class Membership(models.Model):
    """A person in an organisation. Everyone is a learner; a lead or coordinator holds that role as well."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="memberships")
    organisation = models.ForeignKey("people.Organisation", on_delete=models.PROTECT, related_name="memberships")
    team = models.ForeignKey(
        "people.Team", null=True, blank=True, on_delete=models.SET_NULL, related_name="memberships"
    )
    job_role = models.CharField(_("job role"), max_length=100, blank=True)
    nation = models.CharField(
        _("nation"),
        max_length=20,
        choices=Nation.choices,
        blank=True,
        help_text=_("Empty means the organisation’s nation."),
    )
    is_first_responder = models.BooleanField(_("works for a first responder"), default=False)
    is_child_facing = models.BooleanField(_("works with children"), default=False)
    is_lead = models.BooleanField(_("training lead"), default=False)
    is_coordinator = models.BooleanField(_("partnership coordinator"), default=False)
    started_on = models.DateField(_("joined"), default=timezone.localdate)
    ended_on = models.DateField(_("left"), null=True, blank=True)
    changed_at = models.DateTimeField(
        auto_now=True, db_index=True, help_text=_("Set by hand where rows are updated in bulk.")
    )
    is_summed_up = models.BooleanField(
        default=False, editable=False, help_text=_("Whether what is asked of the member is summed up for reports.")
    )

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["started_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "organisation"],
                condition=Q(ended_on=None),
                name="people_membership_current_once",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("started_on")),
                name="people_membership_ends_after_start",
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "job_role", "started_on", "ended_on"], name="people_membership_roles"),
            models.Index(fields=["organisation"], condition=Q(is_summed_up=False), name="people_membership_not_summed"),
            models.Index(
                fields=["ended_on"],
                condition=Q(is_summed_up=True, ended_on__isnull=False),
                name="people_membership_left_over",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} in {self.organisation}"

    @property
    def role_names(self) -> list[str]:
        """The roles in words, the plain learner's last."""
        names = []
        if self.is_lead:
            names.append(str(_("Training lead")))
        if self.is_coordinator:
            names.append(str(_("Partnership coordinator")))
        return names or [str(_("Learner"))]
