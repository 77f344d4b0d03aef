"""Filters of the list of assignments and of one assignment's people; what is not offered is ignored."""

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.models import Assignment, Module


class AssignmentsFilter(forms.Form):
    """State and module."""

    state = forms.ChoiceField(
        label=_("State"), choices=[("", _("Any state")), *Assignment.State.choices], required=False
    )
    module = forms.ModelChoiceField(
        label=_("Module"),
        queryset=Module.objects.none(),
        to_field_name="slug",
        required=False,
        empty_label=_("Every module"),
    )

    def __init__(self, *args, modules, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["module"].queryset = modules

    def chosen(self) -> dict:
        """The filters that are on and offered."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
