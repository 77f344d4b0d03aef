"""Answering the checklist as a browser does, and what is kept of it."""

import re

from tests.factories.checklist import ChecklistItemFactory, ChecklistThemeFactory
from toolkit_pages.models import ChecklistItem


def built(*counts):
    """Published themes with so many items each."""
    themes = [ChecklistThemeFactory() for _count in counts]
    for theme, count in zip(themes, counts, strict=True):
        ChecklistItemFactory.create_batch(count, theme=theme)
    return themes


def sent(theme, *levels, **fields):
    """What a browser sends for a theme's items: these levels, and notes on the first item."""
    items = list(ChecklistItem.objects.filter(theme=theme))
    data = {f"item-{item.pk}-level": level for item, level in zip(items, levels, strict=False) if level is not None}
    return data | {f"item-{items[0].pk}-{name}": value for name, value in fields.items()}


def answer(client, theme, *levels, **fields):
    return client.post(theme.get_absolute_url(), sent(theme, *levels, **fields))


def opened(client, theme):
    """What a tab sends back of the answers that it showed: the hidden marks of the page as it is now."""
    html = client.get(theme.get_absolute_url()).content.decode()
    return dict(re.findall(r'<input type="hidden" name="(item-\d+-seen)" value="([0-9a-f]*)">', html))


def levels(answers):
    """The levels in a set of answers, in the order of the items."""
    return [answers[key]["level"] for key in sorted(answers, key=int)]


def kept(client):
    """The answers in the session, by item."""
    return client.session.get("checklist")
