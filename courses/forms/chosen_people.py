"""Choosing people one by one: by search and tick, or by pasting their addresses."""

import re
from contextlib import suppress
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

MOST_LINES = 5000


class AddressesForm(forms.Form):
    """Addresses, one on each line; commas and semicolons part them too."""

    addresses = forms.CharField(
        label=_("E-mail addresses, one on each line"),
        help_text=_("A column copied from a spreadsheet will do. At most 5,000 at once."),
        max_length=MOST_LINES * 100,
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false", "autocomplete": "off"}),
        error_messages={
            "required": _("Paste at least one e-mail address"),
            "max_length": _("Paste at most 5,000 addresses at once"),
        },
    )

    def clean_addresses(self) -> list[tuple[int, str]]:
        """Each address in small letters with the number of its line."""
        found = [
            (number, address.strip().lower())
            for number, line in enumerate(self.cleaned_data["addresses"].splitlines(), start=1)
            for address in re.split(r"[,;\s]+", line)
            if address.strip()
        ]
        if len(found) > MOST_LINES:
            raise forms.ValidationError(_("Paste at most 5,000 addresses at once"))
        return found


def ticked(posted: QueryDict) -> list[UUID]:
    """The public ids of the people ticked; what is no id is left aside."""
    found = []
    for value in posted.getlist("person"):
        with suppress(ValueError):
            found.append(UUID(value))
    return found
