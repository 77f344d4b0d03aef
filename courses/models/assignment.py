"""Assignments: what a lead asks of whom by when; and what each person therefore has to do."""

import uuid
from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lms.design_system.wording import day
from lms.editorial.models import Nation


class AssignmentQuerySet(models.QuerySet):
    """Reads of assignments."""

    def in_force(self):
        """Given out and neither paused nor withdrawn."""
        return self.filter(state=Assignment.State.ACTIVE)


class Assignment(models.Model):
    """A module or a course for the people of an organisation who match, by a date, perhaps again and again."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        ACTIVE = "active", _("Active")
        PAUSED = "paused", _("Paused")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    class Audience(models.TextChoices):
        EVERYONE = "everyone", _("Everyone")
        TEAMS = "teams", _("Teams")
        PEOPLE = "people", _("Chosen people")
        RULE = "rule", _("People who match a rule")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey("people.Organisation", on_delete=models.PROTECT, related_name="assignments")
    module = models.ForeignKey(
        "courses.Module", null=True, blank=True, on_delete=models.PROTECT, related_name="assignments"
    )
    course = models.ForeignKey(
        "courses.Course", null=True, blank=True, on_delete=models.PROTECT, related_name="assignments"
    )

    audience = models.CharField(max_length=10, choices=Audience.choices, default=Audience.EVERYONE)
    include_units = models.BooleanField(_("and its units"), default=True)
    teams = models.ManyToManyField("people.Team", blank=True, related_name="+")
    people = models.ManyToManyField(settings.AUTH_USER_MODEL, blank=True, related_name="+")
    job_roles = models.JSONField(default=list, blank=True, help_text=_("Any of these job roles; none means all."))
    first_responders_only = models.BooleanField(default=False)
    child_facing_only = models.BooleanField(default=False)
    nation = models.CharField(max_length=20, choices=Nation.choices, blank=True)
    joined_after = models.DateField(null=True, blank=True)
    include_joiners = models.BooleanField(default=True, help_text=_("People who join or begin to match later."))

    reason = models.CharField(_("reason people see"), max_length=300, blank=True)
    is_mandatory = models.BooleanField(default=True)
    due_on = models.DateField(_("due"), null=True, blank=True)
    days_after_joining = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text=_("For those who join later; for everyone when no date is set.")
    )
    date_is_chosen = models.BooleanField(
        default=False, help_text=_("Whether somebody has said by when, or that there is no date: drafts begin without.")
    )
    repeat_months = models.PositiveSmallIntegerField(null=True, blank=True)
    window_days = models.PositiveSmallIntegerField(
        default=90, help_text=_("How long before a repeat is due it may be done.")
    )

    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    assigned_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    sweep_due_at = models.DateTimeField(
        null=True, blank=True, db_index=True, help_text=_("When its people have to be looked at again.")
    )
    claimed_at = models.DateTimeField(null=True, blank=True)
    people_to_do = models.PositiveIntegerField(default=0, help_text=_("How many people this sweep looks at."))
    people_done = models.PositiveIntegerField(default=0)
    swept_at = models.DateTimeField(null=True, blank=True)
    dates_changed = models.BooleanField(
        default=False, help_text=_("Whether what is open gets new dates when its people are next looked at.")
    )

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(module__isnull=False, course__isnull=True) | Q(module__isnull=True, course__isnull=False),
                name="courses_assignment_module_or_course",
            )
        ]
        indexes = [models.Index(fields=["organisation", "state"], name="courses_assignment_of")]

    def __str__(self) -> str:
        return f"{self.subject} for {self.organisation}"

    @property
    def subject(self):
        """What is assigned: the module, or else the course."""
        return self.module or self.course


class RequirementQuerySet(models.QuerySet):
    """Reads of requirements."""

    def open(self):
        """Still to be done."""
        return self.filter(state__in=Requirement.OPEN)

    def of(self, user):
        return self.filter(user=user)

    def late(self, today: date):
        """Open and past its date."""
        return self.open().filter(due_on__lt=today)


class Requirement(models.Model):
    """One person has to complete one module by a date: an assignment made out for them, once per cycle of repeating."""

    class State(models.TextChoices):
        TO_DO = "to_do", _("To do")
        DOING = "doing", _("In progress")
        DONE = "done", _("Completed")
        EXEMPT = "exempt", _("Exempt")
        STOPPED = "stopped", _("Stopped")

    class StopReason(models.TextChoices):
        LEFT = "left", _("Left the organisation")
        NO_MATCH = "no_match", _("No longer matches")
        WITHDRAWN = "withdrawn", _("The assignment was withdrawn")

    OPEN = (State.TO_DO, State.DOING)

    # Three of these begin an index below, and need none of their own.
    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="requirements", db_index=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="requirements", db_index=False
    )
    module = models.ForeignKey("courses.Module", on_delete=models.PROTECT, related_name="requirements")
    membership = models.ForeignKey(
        "people.Membership", on_delete=models.PROTECT, related_name="requirements", db_index=False
    )
    cycle = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=10, choices=State.choices, default=State.TO_DO)
    due_on = models.DateField(null=True, blank=True)
    completed_on = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True, help_text=_("The last day the completion counts."))
    enrolment = models.ForeignKey(
        "courses.Enrolment", null=True, blank=True, on_delete=models.PROTECT, related_name="requirements"
    )
    evidence = models.ForeignKey(
        "courses.Evidence", null=True, blank=True, on_delete=models.PROTECT, related_name="requirements"
    )
    stop_reason = models.CharField(max_length=10, choices=StopReason.choices, blank=True)
    stopped_on = models.DateField(null=True, blank=True)
    renew_from = models.DateField(null=True, blank=True, help_text=_("When the next cycle opens."))
    next_reminder_on = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects = RequirementQuerySet.as_manager()

    class Meta:
        verbose_name = _("required training")
        verbose_name_plural = _("required training")
        constraints = [
            models.UniqueConstraint(
                fields=["assignment", "user", "module", "cycle"], name="courses_requirement_cycle_once"
            ),
            models.CheckConstraint(
                condition=Q(state="done", completed_on__isnull=False)
                | (~Q(state="done") & Q(completed_on__isnull=True)),
                name="courses_requirement_done_has_day",
            ),
            models.CheckConstraint(
                condition=Q(state="stopped", stopped_on__isnull=False)
                | (~Q(state="stopped") & Q(stopped_on__isnull=True)),
                name="courses_requirement_stopped_has_day",
            ),
        ]
        indexes = [
            models.Index(fields=["membership", "state"], name="courses_requirement_member"),
            models.Index(fields=["user", "module", "state"], name="courses_requirement_of"),
            models.Index(fields=["assignment", "state"], name="courses_requirement_state"),
            models.Index(
                fields=["next_reminder_on"],
                condition=Q(state__in=["to_do", "doing"]),
                name="courses_requirement_remind",
            ),
            models.Index(fields=["renew_from"], condition=Q(state="done"), name="courses_requirement_renew"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.module} by {self.due_on}"

    def is_late(self, today: date) -> bool:
        """Open and past its date; nobody is late with what is only recommended."""
        is_past = self.state in self.OPEN and self.due_on is not None and self.due_on < today
        return is_past and self.assignment.is_mandatory


class Exemption(models.Model):
    """A person whom a module, or any training, is not asked of for a while, and why."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="exemptions")
    organisation = models.ForeignKey("people.Organisation", on_delete=models.PROTECT, related_name="exemptions")
    module = models.ForeignKey(
        "courses.Module", null=True, blank=True, on_delete=models.PROTECT, related_name="exemptions"
    )
    reason = models.CharField(_("reason"), max_length=300)
    begins_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("exemption")
        verbose_name_plural = _("exemptions")
        ordering = ["-begins_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("begins_on")), name="courses_exemption_ends_after_start"
            )
        ]

    def __str__(self) -> str:
        what = self.module or gettext("all training")
        if self.ends_on is None:
            return gettext("%(person)s, from %(what)s, until it is ended") % {"person": self.user, "what": what}
        named = {"person": self.user, "what": what, "day": day(self.ends_on)}
        return gettext("%(person)s, from %(what)s, until %(day)s") % named
