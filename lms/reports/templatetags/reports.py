"""Filters of reports: `{% load reports %}`."""

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

register = template.Library()
UNBROKEN = str.maketrans(" ", "\N{NO-BREAK SPACE}")


@register.filter
def spent(seconds: int) -> str:
    """A length of time in one line, to the second where it is short: 45 seconds, 6 min, 11 min 20 s, 1 h 5 min."""
    words = {"hours": seconds // 3600, "minutes": seconds % 3600 // 60, "seconds": seconds % 60}
    if seconds < 60:
        text = ngettext("%(seconds)d second", "%(seconds)d seconds", seconds)
    elif seconds >= 3600:
        text = _("%(hours)d h %(minutes)d min")
    else:
        text = _("%(minutes)d min %(seconds)d s") if words["seconds"] else _("%(minutes)d min")
    return (text % words).translate(UNBROKEN)
