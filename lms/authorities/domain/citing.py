"""Every place that rests on an authority: found in Wagtail's index of references, in texts, blocks and fields."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils.text import capfirst
from wagtail.models import ReferenceIndex

from lms.authorities.models import Authority


@dataclass(frozen=True)
class Place:
    """Something that cites an authority, and where in it: "Rests on", "Body → Text"."""

    content: Any
    where: tuple[str, ...]

    @property
    def kind(self) -> str:
        """What it is, in words: "lesson", "toolkit page"."""
        return str(self.content._meta.verbose_name)

    @property
    def is_public(self) -> bool:
        """Whether visitors see it now; a draft rests on the law too."""
        return bool(getattr(self.content, "live", True))


def references_to(authority: Authority) -> QuerySet:
    """The rows of the index that name the authority."""
    return ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(Authority), to_object_id=str(authority.pk)
    )


def citing(authority: Authority) -> list[Place]:
    """Everything that cites the authority, by kind and title; one query for each kind of content.

    The index knows what is public, and drafts that were never public; a change waiting in a draft counts from the
    day it is published.
    """
    found: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for reference in references_to(authority).order_by("content_type_id", "object_id", "content_path"):
        where = str(reference.describe_source_field()).removesuffix(f" → {capfirst(Authority._meta.verbose_name)}")
        known = found[reference.content_type_id][reference.object_id]
        if where not in known:
            known.append(where)
    places = []
    for content_type_id, objects in found.items():
        model = ContentType.objects.get_for_id(content_type_id).model_class()
        if model is None:
            continue
        rows = model._default_manager.select_related(*owner_relation(model)).in_bulk(list(objects))
        places += [Place(row, tuple(objects[str(row.pk)])) for row in rows.values()]
    return sorted(places, key=lambda place: (place.kind, str(place.content), str(place.content.pk)))


def owner_relation(model: type) -> list[str]:
    """The relation that names who looks after rows of the model, if they have one."""
    return ["content_owner"] if hasattr(model, "content_owner") else []
