"""What is looked after: every kind of content with an owner and a review date, what is due, and what is late."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Q, QuerySet, Value

from lms.editorial.models import FactsChecked, Owned
from lms.keys import key_in

DUE_SOON = timedelta(days=30)
STATES = ("overdue", "due", "undated", "unowned", "all")


@dataclass(frozen=True)
class Row:
    """One piece of content in a list; `key` is what a form sends back."""

    key: str
    content: Any
    review_on: date | None

    @property
    def kind(self) -> str:
        return str(self.content._meta.verbose_name)

    @property
    def says_when_checked(self) -> bool:
        """Whether this kind of content says when its facts were checked: a file or a partnership does not."""
        return isinstance(self.content, FactsChecked)


def kinds() -> list[type[Any]]:
    """The models whose rows have an owner and a review date, by name."""
    models = [model for model in apps.get_models() if issubclass(model, Owned) and not model._meta.abstract]
    return sorted(models, key=lambda model: str(model._meta.verbose_name))


def looked_after(model: type[Any]) -> QuerySet:
    """The rows of a kind that visitors see: a draft that was never public grows no older."""
    rows = model._default_manager.all()
    return rows.filter(live=True) if any(field.name == "live" for field in model._meta.get_fields()) else rows


def condition(state: str, today: date) -> Q:
    """Which content is in a state; "due" means within 30 days."""
    return {
        "overdue": Q(review_on__lt=today),
        "due": Q(review_on__gte=today, review_on__lte=today + DUE_SOON),
        "undated": Q(review_on=None),
        "unowned": Q(content_owner=None) | Q(content_owner__is_active=False),
        "all": Q(),
    }[state]


def listed(*, state: str, today: date, kind: str = "", owner_id: int | None = None) -> QuerySet:
    """Light rows (content type, key, review date) of all kinds together, the oldest date first; one query.

    `kind` is a model's label in small letters; `owner_id` keeps what one person looks after.
    """
    wanted = condition(state, today)
    if owner_id is not None:
        wanted &= Q(content_owner_id=owner_id)
    parts = []
    for model in kinds():
        if kind and model._meta.label_lower != kind:
            continue
        content_type = ContentType.objects.get_for_model(model)
        rows = looked_after(model).filter(wanted).order_by()
        parts.append(rows.annotate(of=Value(content_type.pk), row=F("pk")).values_list("of", "row", "review_on"))
    if not parts:
        return ContentType.objects.none()
    return parts[0].union(*parts[1:], all=True).order_by(F("review_on").asc(nulls_last=True), "of", "row")


def numbers(today: date, *, kind: str = "", owner_id: int | None = None) -> dict[str, int]:
    """How much content is in each state, of one kind or all."""
    return {state: listed(state=state, today=today, kind=kind, owner_id=owner_id).count() for state in STATES}


def fetched(rows: Iterable[tuple[int, int, date | None]]) -> list[Row]:
    """The content of light rows, in their order; one query for each kind among them."""
    rows = list(rows)
    found: dict[tuple[int, int], Any] = {}
    for content_type_id in {of for of, _row, _day in rows}:
        model = ContentType.objects.get_for_id(content_type_id).model_class()
        if model is None:
            continue
        keys = [row for of, row, _day in rows if of == content_type_id]
        heavy = [name for name in ("body", "rests_on", "web_version") if hasattr(model, name)]
        contents = model._default_manager.select_related("content_owner").defer(*heavy).in_bulk(keys)
        found |= {(content_type_id, key): content for key, content in contents.items()}
    return [Row(f"{of}-{row}", found[of, row], day) for of, row, day in rows if (of, row) in found]


def by_keys(keys: Iterable[str]) -> list[Any]:
    """The content that a form's keys name; what is unknown or gone is left out."""
    known = {ContentType.objects.get_for_model(model).pk for model in kinds()}
    pairs = [(key_in(of), key_in(row)) for of, _dash, row in (key.partition("-") for key in keys)]
    rows = [(of, row, None) for of, row in pairs if of in known and row is not None]
    return [row.content for row in fetched(rows)]
