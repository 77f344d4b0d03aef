"""A short list of ticked choices, kept as JSON, as a model field and as a block, and such choices in words."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db import models
from wagtail.blocks import MultipleChoiceBlock


class TickedChoicesField(models.JSONField):
    """A list of values out of a few; edited as tick boxes, in the order of the choices.

    Kept as a plain JSON list, so that a migration sees an ordinary JSONField and new choices need none.
    """

    def __init__(self, *args: Any, options: list[tuple[str, Any]] | None = None, **kwargs: Any) -> None:
        self.options = list(options or [])
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.JSONField", args, kwargs

    def formfield(self, **kwargs: Any) -> forms.Field:
        return forms.MultipleChoiceField(
            choices=self.options,
            required=not self.blank,
            label=kwargs.get("label", self.verbose_name.capitalize()),
            help_text=kwargs.get("help_text", self.help_text),
            widget=forms.CheckboxSelectMultiple,
        )


def labels_of(values: Iterable[str] | None, choices: Iterable[tuple[str, Any]]) -> str:
    """The labels of the values, in the order of the choices: "Police, Health"."""
    chosen = set(values or ())
    return ", ".join(str(label) for value, label in choices if value in chosen)


class TickedChoicesBlock(MultipleChoiceBlock):
    """Several choices of a block, each with its own box: a list in which one click takes the others away loses them."""

    def get_field(self, **kwargs: Any) -> forms.Field:
        return super().get_field(**{**kwargs, "widget": forms.CheckboxSelectMultiple()})
