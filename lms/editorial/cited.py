"""The keys of the authorities that content names or cites, read from its own fields as they are stored."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from django.db import models
from wagtail.fields import RichTextField, StreamField
from wagtail.rich_text import extract_references_from_rich_text

AUTHORITY = "authorities.Authority"
NAMED_FIRST = "rests_on"


def keys_cited(content: models.Model) -> list[int]:
    """The keys of the authorities under "Rests on", then of those in texts and blocks, in their order, each once.

    No query: fields that were left out when the content was read are left out here as well.
    """
    left_out = content.get_deferred_fields() - {NAMED_FIRST}
    found: dict[int, None] = {}
    for name in fields_that_cite(type(content)):
        if name not in left_out:
            found |= dict.fromkeys(keys_in(stored(getattr(content, name))))
    return list(found)


@cache
def fields_that_cite(model: type[models.Model]) -> tuple[str, ...]:
    """The names of the model's fields of running text and blocks, "Rests on" first."""
    names = [field.name for field in model._meta.get_fields() if isinstance(field, RichTextField | StreamField)]
    return tuple(sorted(names, key=lambda name: name != NAMED_FIRST))


def stored(value: Any) -> Any:
    """A text as it is, or the blocks of a StreamField as plain lists and dictionaries."""
    return value.get_prep_value() if hasattr(value, "get_prep_value") else value


def keys_in(value: Any) -> Iterator[int]:
    """The keys in a value as it is stored, however deep: of a block that holds an authority, and of rich text."""
    if isinstance(value, dict):
        if value.get("type") == "authority" and isinstance(value.get("value"), int):
            yield value["value"]
        for name, inner in value.items():
            if name == "authority" and isinstance(inner, int):
                yield inner
            else:
                yield from keys_in(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from keys_in(inner)
    elif isinstance(value, str) and 'type="authority' in value:
        for model, key, _model_path, _content_path in extract_references_from_rich_text(value):
            if model._meta.label == AUTHORITY:
                yield int(key)
