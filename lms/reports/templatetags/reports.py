"""Filters of reports: `{% load reports %}`."""

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

register = template.Library()


@register.filter
def spent(seconds: int) -> str:
    """A length of time, to the second where it is short: 45 seconds, 11 min 20 s, 1 h 5 min."""
    if seconds < 60:
        return ngettext("%(seconds)d second", "%(seconds)d seconds", seconds) % {"seconds": seconds}
    words = {"hours": seconds // 3600, "minutes": seconds % 3600 // 60, "seconds": seconds % 60}
    return _("%(hours)d h %(minutes)d min") % words if seconds >= 3600 else _("%(minutes)d min %(seconds)d s") % words
