"""How far each member is with what is asked of them, kept beside the records so that reports stay quick."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Standing(models.Model):
    """One current membership's required training, summed up. Rewritten from requirements, never edited by hand.

    Only mandatory requirements count, and a repeat counts once its date is past: until then the completion before it
    holds. Late depends on the day, so it is read from `next_due` and not kept.
    """

    membership = models.OneToOneField(
        "people.Membership", on_delete=models.CASCADE, related_name="standing", primary_key=True
    )
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey("people.Organisation", on_delete=models.CASCADE, related_name="+", db_index=False)
    required = models.PositiveSmallIntegerField(default=0, help_text=_("How many modules are asked."))
    done = models.PositiveSmallIntegerField(default=0)
    started = models.BooleanField(default=False, help_text=_("Whether any of the open ones is begun."))
    next_due = models.DateField(null=True, blank=True, help_text=_("The earliest date among what is open."))
    next_expiry = models.DateField(null=True, blank=True, help_text=_("When the first completion runs out."))
    also_elsewhere = models.BooleanField(
        default=False, help_text=_("Whether the person was a member of another organisation too when this was written.")
    )

    class Meta:
        verbose_name = _("standing")
        verbose_name_plural = _("standings")
        indexes = [
            models.Index(
                fields=["organisation", "required", "done", "started", "next_due", "next_expiry"],
                name="courses_standing_of",
            ),
            models.Index(fields=["user"], condition=models.Q(also_elsewhere=True), name="courses_standing_elsewhere"),
            models.Index(
                fields=["next_due"], condition=models.Q(done__lt=models.F("required")), name="courses_standing_next_due"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.membership_id}: {self.done} of {self.required}"


class ModuleStanding(models.Model):
    """One module that is required of a current membership, summed up over all who ask it and every time round.

    Written together with the membership's standing. Nothing in it depends on the day: it is open on a day when the
    first time round is, or when the first date among what is open has passed.
    """

    membership = models.ForeignKey(
        "people.Membership", on_delete=models.CASCADE, related_name="module_standings", db_index=False
    )
    module = models.ForeignKey("courses.Module", on_delete=models.CASCADE, related_name="+", db_index=False)
    organisation = models.ForeignKey("people.Organisation", on_delete=models.CASCADE, related_name="+", db_index=False)
    is_open = models.BooleanField(help_text=_("Whether the first time round is still to be done."))
    begun = models.BooleanField(help_text=_("Whether anything still to be done is begun."))
    due = models.DateField(null=True, blank=True, help_text=_("The earliest date among what is open."))
    expiry = models.DateField(null=True, blank=True, help_text=_("The last day on which a completion counts."))

    class Meta:
        verbose_name = _("standing in a module")
        verbose_name_plural = _("standings in modules")
        constraints = [
            models.UniqueConstraint(fields=["membership", "module"], name="courses_modulestanding_once"),
        ]
        indexes = [
            models.Index(
                fields=["organisation", "module", "is_open", "begun", "due"], name="courses_modulestanding_of"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.membership_id} in {self.module_id}"


class DayCount(models.Model):
    """One organisation's own people (not its units') on one day, all modules together or one: the trend's points."""

    organisation = models.ForeignKey("people.Organisation", on_delete=models.CASCADE, related_name="+")
    module = models.ForeignKey("courses.Module", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    day = models.DateField()
    people = models.PositiveIntegerField(default=0, help_text=_("Members of whom something is asked."))
    completed = models.PositiveIntegerField(default=0)
    in_progress = models.PositiveIntegerField(default=0)
    not_started = models.PositiveIntegerField(default=0)
    late = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("count of a day")
        verbose_name_plural = _("counts of days")
        constraints = [
            models.UniqueConstraint(fields=["organisation", "module", "day"], name="courses_daycount_once"),
            models.UniqueConstraint(
                fields=["organisation", "day"], condition=models.Q(module=None), name="courses_daycount_all_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} on {self.day}: {self.completed} of {self.people}"
