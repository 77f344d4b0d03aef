"""Putting the starter content's data into StreamFields, images and published snippets, once each."""

from datetime import date
from io import BytesIO
from typing import Any, TypeVar

from django.core.files.images import ImageFile
from django.db import models

from lms.authorities.models import Authority
from lms.demo.content.authorities import AUTHORITIES
from lms.demo.illustrations import ILLUSTRATIONS
from lms.demo.people import EDITOR
from lms.people.models import User
from lms.uploads.models import Image

Snippet = TypeVar("Snippet", bound=models.Model)


def as_date(text: str | None) -> date | None:
    """A date from "2026-04-28"; None from None."""
    return date.fromisoformat(text) if text else None


def seed_authorities() -> dict[str, Authority]:
    """The law and guidance the starter content rests on, by key."""
    found = {}
    for entry in AUTHORITIES:
        found[entry["key"]], _created = Authority.objects.get_or_create(
            title=entry["title"],
            reference=entry["reference"],
            defaults={
                "kind": entry["kind"],
                "nations": entry["nations"],
                "url": entry["url"],
                "summary": entry["summary"],
                "value": entry.get("value", ""),
                "checked_on": as_date(entry["checked_on"]),
            },
        )
    return found


def illustration(key: str, description: str) -> Image:
    """The image drawn by our script of that name."""
    title = key.replace("-", " ").capitalize()
    found = Image.objects.filter(title=title).first()
    if found:
        return found
    drawing = ImageFile(BytesIO(ILLUSTRATIONS[key]().encode()), name=f"{key}.svg")
    image = Image(title=title, description=description[:255], file=drawing)
    image.save()
    return image


def as_blocks(entries: list[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """The content's blocks as StreamField values, with pictures in place of their keys."""
    blocks = []
    for name, value in entries:
        if name == "image":
            value = {
                "image": illustration(value["illustration"], value["alt"]),
                "alt": value["alt"],
                "decorative": False,
                "caption": value.get("caption", ""),
            }
        blocks.append((name, value))
    return blocks


def facts(entry: dict[str, Any], authorities: dict[str, Authority]) -> dict[str, Any]:
    """The fields of FactsChecked from an entry; the demonstration's editor looks after it where there is one."""
    return {
        "nations": entry.get("nations", []),
        "facts_checked_on": as_date(entry.get("facts_checked_on")),
        "review_on": as_date(entry.get("review_on")),
        "rests_on": [("authority", authorities[key]) for key in entry.get("rests_on", [])],
        "content_owner": User.objects.with_email(EDITOR.email).first(),
    }


def publish(snippet: Snippet) -> Snippet:
    """Save a new snippet, or a copy with its children, as a published revision."""
    if snippet.pk is None:
        snippet.live = False
        snippet.save()
    snippet.save_revision(clean=False).publish()
    snippet.refresh_from_db()
    return snippet
