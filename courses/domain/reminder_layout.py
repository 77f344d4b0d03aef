"""A reminder laid out as plain text and HTML: each template is rendered once for a shape, and the words put in."""

from dataclasses import replace
from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.html import conditional_escape, urlize
from django.utils.translation import get_language

from courses.domain.reminder_words import Words

MARK = "\ue000"  # a private character: stands on both sides of each name in a frame
SINGLE = ("subject", "greeting", "lead", "action", "url", "tell", "lead_email", "small", "organisation")

# What a template asks of its words: which single ones there are, which items have an address, how many paragraphs.
Shape = tuple[tuple[bool, ...], tuple[bool, ...], int]


def laid_out(words: Words) -> tuple[str, str]:
    """The plain text and the HTML part. Thousands of e-mails have a few shapes, and each renders its templates once."""
    present = tuple(bool(getattr(words, name)) for name in SINGLE)
    shape = (present, tuple(bool(url) for _text, url in words.items), len(words.paragraphs))
    text, html = frames(shape, get_language())
    values = {name: getattr(words, name) for name in SINGLE}
    for number, (line, url) in enumerate(words.items):
        values |= {f"item{number}": line, f"url{number}": url}
    values |= {f"paragraph{number}": paragraph for number, paragraph in enumerate(words.paragraphs)}
    linking = {"small", *(f"paragraph{number}" for number in range(len(words.paragraphs)))}
    escaped = {name: linked(value) if name in linking else conditional_escape(value) for name, value in values.items()}
    return filled(text, values).strip() + "\n", filled(html, escaped)


@lru_cache(maxsize=256)
def frames(shape: Shape, language: str | None) -> tuple[list[str], list[str]]:
    """Both templates in a language, cut where words go: every second piece is the name of what belongs there."""
    present, with_url, count = shape
    names = {name: marked(name) if there else "" for name, there in zip(SINGLE, present, strict=True)}
    items = [(marked(f"item{n}"), marked(f"url{n}") if url else "") for n, url in enumerate(with_url)]
    words = replace(Words("", "", ""), **names, items=items, paragraphs=[marked(f"paragraph{n}") for n in range(count)])
    # No mark holds anything that escaping would change; what takes its place in the HTML is escaped before it does.
    context = {"words": words, "paragraphs": words.paragraphs, "small": words.small}
    text, html = (render_to_string(f"emails/reminder.{kind}", context) for kind in ("txt", "html"))
    return text.split(MARK), html.split(MARK)


def marked(name: str) -> str:
    """The place of a word in a frame."""
    return f"{MARK}{name}{MARK}"


def filled(pieces: list[str], values: dict[str, str]) -> str:
    """The frame with the words in; a word is never looked through for the place of another."""
    return "".join(values[piece] if number % 2 else piece for number, piece in enumerate(pieces))


@lru_cache(maxsize=512)
def linked(text: str) -> str:
    """HTML of a text with its addresses as links; many e-mails of one sweep say the same, so it is kept."""
    return urlize(text, autoescape=True)
