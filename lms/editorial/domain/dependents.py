"""What would be lost with an object: the records that keep edited content from being deleted, and how many."""

from collections.abc import Sequence

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from modelcluster.fields import ParentalKey


def records_kept_by(instances: Sequence[models.Model], *, with_content: bool = False) -> dict[type[models.Model], int]:
    """How many records of each kind PROTECT these objects from being deleted, also through what would go with them.

    Counts in the database, a query for each kind, so that a module with a hundred thousand learners costs no more than
    one with three. Content that points at them from another snippet's draft (a lesson's place in a module) is left
    out unless `with_content`: Wagtail's own usage page says where it is, with links.
    """
    if not instances:
        return {}
    model = type(instances[0])
    found: dict[type[models.Model], int] = {}
    _count(model._default_manager.filter(pk__in=[instance.pk for instance in instances]), found, with_content)
    return found


def _count(doomed: models.QuerySet, found: dict[type[models.Model], int], with_content: bool) -> None:
    for relation in doomed.model._meta.get_fields(include_hidden=True):
        if not (relation.one_to_many or relation.one_to_one) or not relation.auto_created or relation.concrete:
            continue
        rows = relation.related_model._default_manager.filter(**{f"{relation.field.name}__in": doomed.values("pk")})
        if relation.on_delete is models.PROTECT:
            number = rows.count() if with_content or not _is_content(relation.related_model) else 0
            if number:
                found[relation.related_model] = found.get(relation.related_model, 0) + number
        elif relation.on_delete is models.CASCADE and relation.related_model is not doomed.model:
            _count(rows, found, with_content)


def _is_content(model: type[models.Model]) -> bool:
    """Whether rows of this model are edited as part of something else, such as a lesson's place in a module."""
    return any(isinstance(field, ParentalKey) for field in model._meta.fields)


def explanation(instances: Sequence[models.Model], records: dict[type[models.Model], int]) -> str:
    """Why these objects cannot be deleted, and what to do instead."""
    counted = [
        f"{number:,} {model._meta.verbose_name if number == 1 else model._meta.verbose_name_plural}"
        for model, number in sorted(records.items(), key=lambda item: -item[1])
    ]
    what = f"“{instances[0]}”" if len(instances) == 1 else capfirst(_("what you ticked"))
    return _(
        "%(what)s cannot be deleted: %(records)s would lose what they are about. Unpublish it instead; nobody new "
        "will see it, and the records stay."
    ) % {"what": what, "records": ", ".join(counted)}
