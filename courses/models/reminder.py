"""When an organisation's people are reminded."""

from django.db import models
from django.utils.translation import gettext_lazy as _


def default_before() -> list[int]:
    return [14, 3]


def default_expiry() -> list[int]:
    return [60, 30, 7]


class ReminderTimetable(models.Model):
    """Days and hour of reminders; a unit without its own follows the nearest one above, else these defaults."""

    organisation = models.OneToOneField(
        "people.Organisation", on_delete=models.CASCADE, related_name="reminder_timetable", primary_key=True
    )
    is_on = models.BooleanField(default=True)
    on_assigning = models.BooleanField(default=True)
    days_before = models.JSONField(default=default_before)
    on_the_day = models.BooleanField(default=True)
    late_every_days = models.PositiveSmallIntegerField(default=7)
    late_at_most = models.PositiveSmallIntegerField(default=4)
    days_before_expiry = models.JSONField(default=default_expiry)
    digest_on = models.BooleanField(default=True)
    digest_weekday = models.PositiveSmallIntegerField(default=0, help_text=_("0 is Monday, 4 is Friday."))
    hour = models.PositiveSmallIntegerField(default=9, help_text=_("The hour of the working day, London time."))

    class Meta:
        verbose_name = _("reminder timetable")
        verbose_name_plural = _("reminder timetables")

    def __str__(self) -> str:
        return f"{self.organisation}"
