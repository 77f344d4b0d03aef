"""Step 1 of assigning: which module or course."""

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.domain.assignable import Assignable, find_assignable


class SubjectForm(forms.Form):
    """One radio button for each module and course that the search found; the page draws them."""

    subject = forms.CharField(
        max_length=100,
        error_messages={"required": _("Choose a module or a course")},
    )

    def clean_subject(self) -> Assignable:
        found = find_assignable(self.cleaned_data["subject"])
        if found is None:
            raise forms.ValidationError(_("Choose a module or a course that is in the list"))
        return found
