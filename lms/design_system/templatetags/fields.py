"""Tags that draw a form's fields with the right classes and descriptions: `{% load fields %}`."""

from collections.abc import Iterator
from typing import Any

from django import forms, template
from django.forms import BaseForm, BoundField
from django.utils.safestring import SafeString

register = template.Library()

CLASSES: list[tuple[type[forms.Widget], str]] = [
    (forms.CheckboxSelectMultiple, "govuk-checkboxes__input"),  # before RadioSelect, its parent in Django
    (forms.RadioSelect, "govuk-radios__input"),
    (forms.CheckboxInput, "govuk-checkboxes__input"),
    (forms.PasswordInput, "govuk-input govuk-password-input__input govuk-js-password-input-input"),
    (forms.FileInput, "govuk-file-upload"),
    (forms.Textarea, "govuk-textarea"),
    (forms.Select, "govuk-select"),
    (forms.widgets.Input, "govuk-input"),
]


def widget_class(widget: forms.Widget) -> str:
    """The GOV.UK Frontend classes of a widget."""
    return next((names for kind, names in CLASSES if isinstance(widget, kind)), "")


@register.filter
def kind_of(field: BoundField) -> str:
    """Which of the component's shapes a field has."""
    widget = field.field.widget
    if isinstance(widget, forms.CheckboxSelectMultiple):
        return "checkboxes"
    if isinstance(widget, forms.RadioSelect):
        return "radios"
    if isinstance(widget, forms.CheckboxInput):
        return "checkbox"
    if isinstance(widget, forms.PasswordInput):
        return "password"
    return "group" if widget.use_fieldset else "input"


def add_classes(widget: forms.Widget, wrong: bool, more: str = "") -> None:
    """Put the classes into the widget's own attributes, once each, after those it has; labels replace placeholders."""
    base = widget_class(widget)
    names = [*widget.attrs.get("class", "").split(), *base.split(), *more.split()]
    if wrong and base and "__input" not in base.split()[0]:
        names.append(f"{base.split()[0]}--error")
    widget.attrs["class"] = " ".join(dict.fromkeys(names))
    widget.attrs.pop("placeholder", None)


@register.simple_tag
def control(field: BoundField, described_by: str = "") -> SafeString:
    """The input itself. Django links it to its hint and its error; `described_by` names one more text."""
    widget = field.field.widget
    if isinstance(widget, forms.MultiWidget):
        wrong_parts = [bool(getattr(part.widget, "errors", None)) for part in field.field.fields]
        any_part = any(wrong_parts)
        for part, wrong in zip(widget.widgets, wrong_parts, strict=True):
            add_classes(part, wrong if any_part else bool(field.errors))
        return field.as_widget()
    add_classes(widget, bool(field.errors))
    if described_by:
        ids = " ".join(filter(None, [field.aria_describedby, described_by]))
        return field.as_widget(attrs={"aria-describedby": ids})
    return field.as_widget()


@register.filter
def choice_inputs(field: BoundField) -> Iterator[dict[str, Any]]:
    """Each radio or checkbox of a field, with the hint and divider that its choice may carry."""
    field.field.widget.attrs.setdefault("class", "")
    add_classes(field.field.widget, wrong=False)
    for choice, subwidget in zip(field.field.choices, field.subwidgets, strict=True):
        input_id = subwidget.id_for_label
        hint = getattr(choice, "hint", "")
        if hint:
            subwidget.data["attrs"]["aria-describedby"] = f"{input_id}_hint"
        subwidget.data["attrs"].pop("aria-invalid", None)
        yield {
            "tag": subwidget.tag(),
            "id": input_id,
            "label": subwidget.choice_label,
            "hint": hint,
            "divider": getattr(choice, "divider", ""),
        }


def first_input_id(field: BoundField) -> str:
    """The id of the first thing in a field that can take the focus; groups and dates have no id of their own."""
    if field.field.widget.use_fieldset:
        parts = getattr(field.field, "fields", [])
        wrong = [number for number, part in enumerate(parts) if getattr(part.widget, "errors", None)]
        return f"{field.auto_id}_{wrong[0] if wrong else 0}"
    return field.id_for_label or field.auto_id


def form_errors(form: BaseForm) -> Iterator[tuple[str, str]]:
    """Each error once, with the id of the input to go to."""
    usable = [field for field in form.visible_fields() if not field.field.disabled]
    start = first_input_id(usable[0]) if usable else ""
    for error in form.non_field_errors():
        yield error, start
    for field in form:
        for error in dict.fromkeys(field.errors):
            yield error, start if field.is_hidden else first_input_id(field)


@register.inclusion_tag("components/error_summary.html")
def error_summary(*forms_shown: BaseForm | None) -> dict[str, Any]:
    """All that is wrong with one or more forms, with links to the inputs; takes the focus when the page opens."""
    shown = [form for form in forms_shown if form and getattr(form, "is_bound", False)]
    return {"errors": [pair for form in shown for pair in form_errors(form)]}
