"""Forms of the editors: what a course, a module and a lesson must be before they are saved or published."""

from typing import Any

from django.forms import BaseFormSet
from django.utils.translation import gettext as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from courses.models import Lesson


def refuse_twice(formset: BaseFormSet, field: str, message: str) -> None:
    """Put `message` beside each row whose choice an earlier row has already."""
    formset.is_valid()
    seen = set()
    for form in formset.forms:
        value = form[field].value()
        if not value or form in formset.deleted_forms:
            continue
        if str(value) in seen:
            form.add_error(field, message)
        seen.add(str(value))


class CourseForm(WagtailAdminModelForm):
    """A course with its modules, each once."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        refuse_twice(self.formsets["course_modules"], "module", _("This module is in the course already."))
        return cleaned


class ModuleForm(WagtailAdminModelForm):
    """A module with its lessons and prerequisites; to publish it, its lessons must be published."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        refuse_twice(self.formsets["module_lessons"], "lesson", _("This lesson is in the module already."))
        prerequisites = self.formsets["prerequisites"]
        refuse_twice(prerequisites, "required_module", _("This module is named already."))
        for form in prerequisites.forms:
            chosen = getattr(form, "cleaned_data", {}).get("required_module")
            if chosen and chosen.pk == self.instance.pk:
                form.add_error("required_module", _("A module cannot come before itself."))
        if not self.is_deferred_validation:
            self.check_complete(cleaned)
        return cleaned

    def check_complete(self, cleaned: dict[str, Any]) -> None:
        """Refuse to publish what learners could not do."""
        places = self.formsets["module_lessons"]
        kept = [form for form in places.forms if form not in places.deleted_forms]
        rows = [form for form in kept if getattr(form, "cleaned_data", {}).get("lesson")]
        if not rows:
            self.add_error(None, _("Put at least one lesson in the module before you publish it."))
        elif not any(form.cleaned_data["lesson"].live for form in rows):
            self.add_error(None, _("None of the lessons is published yet. Publish them first."))
        elif cleaned.get("completion_rule") == "required" and not any(f.cleaned_data.get("is_required") for f in rows):
            self.add_error("completion_rule", _("No lesson is required, so nobody could complete the module."))


class LessonForm(WagtailAdminModelForm):
    """A lesson; to publish it, it must have something to read, play or answer."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.is_deferred_validation:
            self.check_complete(cleaned)
        return cleaned

    def check_complete(self, cleaned: dict[str, Any]) -> None:
        """Refuse to publish what learners could not do."""
        kind, package = cleaned.get("kind"), cleaned.get("scorm_package")
        if kind == Lesson.Kind.CONTENT and not cleaned.get("body"):
            self.add_error("body", _("There is nothing to read yet."))
        if kind == Lesson.Kind.SCORM and package is not None and package.current_version_id is None:
            why = _("No version of this package can be played yet. Its own page under “SCORM packages” says why.")
            self.add_error("scorm_package", why)
