"""Freshness of content: links and whether they still lead somewhere, reminders sent, and reviews confirmed."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class Link(models.Model):
    """An address outside the site that published content points at, looked at from time to time."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Not looked at yet")
        WORKS = "works", _("Works")
        MOVED = "moved", _("Moved for good")
        BROKEN = "broken", _("Broken")
        REFUSED = "refused", _("Not looked at: a private address")

    url = models.TextField(_("address"))
    url_hash = models.CharField(max_length=64, unique=True, help_text=_("SHA-256 of the address."))
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.WAITING)
    status = models.PositiveSmallIntegerField(_("answer"), null=True, blank=True)
    moved_to = models.TextField(_("moved to"), blank=True)
    problem = models.CharField(_("problem"), max_length=250, blank=True)
    failures = models.PositiveSmallIntegerField(default=0, help_text=_("In a row."))
    checked_at = models.DateTimeField(_("looked at"), null=True, blank=True)
    next_check_at = models.DateTimeField(db_index=True)
    claimed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("link")
        verbose_name_plural = _("links")
        ordering = ["url"]

    def __str__(self) -> str:
        return self.url


class LinkUse(models.Model):
    """Content that holds a link."""

    link = models.ForeignKey(Link, on_delete=models.CASCADE, related_name="uses")
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=64)
    content = GenericForeignKey("content_type", "object_id")

    class Meta:
        verbose_name = _("use of a link")
        verbose_name_plural = _("uses of links")
        constraints = [
            models.UniqueConstraint(fields=["link", "content_type", "object_id"], name="freshness_link_use_once")
        ]
        indexes = [models.Index(fields=["content_type", "object_id"], name="freshness_link_content")]

    def __str__(self) -> str:
        return str(self.link)


class Confirmation(models.Model):
    """Somebody read content again and says that its facts are right until the next review."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=64)
    content = GenericForeignKey("content_type", "object_id")
    confirmed_on = models.DateField(_("confirmed"))
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    review_on = models.DateField(_("next review"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=250, blank=True)

    class Meta:
        verbose_name = _("confirmation")
        verbose_name_plural = _("confirmations")
        ordering = ["-confirmed_on", "-pk"]
        indexes = [models.Index(fields=["content_type", "object_id"], name="freshness_confirmed_content")]

    def __str__(self) -> str:
        return f"{self.content_type}: {self.confirmed_on}"
