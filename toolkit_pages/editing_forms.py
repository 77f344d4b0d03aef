"""Forms of the editors: what a governance document must be before it is saved or published."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm

FORMATS = ("word", "pdf", "odt", "spreadsheet")


class GovernanceDocumentForm(WagtailAdminPageForm):
    """A document whose versions have numbers of their own, and something to read."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        versions = self.formsets["versions"]
        versions.is_valid()
        rows = [form for form in versions.forms if form not in versions.deleted_forms]
        seen = set()
        for form in rows:
            number = getattr(form, "cleaned_data", {}).get("number", "").strip()
            if number and number in seen:
                form.add_error("number", _("There is a version with this number already."))
            seen.add(number)
        if not self.is_deferred_validation and not cleaned.get("web_version"):
            self.check_files(rows)
        return cleaned

    def check_files(self, rows: list[Any]) -> None:
        """Refuse to publish a version that nobody could read."""
        for form in rows:
            values = getattr(form, "cleaned_data", {})
            if values.get("number") and not any(values.get(name) for name in FORMATS):
                form.add_error("word", _("Choose a file for this version, or write the document as a web page."))
