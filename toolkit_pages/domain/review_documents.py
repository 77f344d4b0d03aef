"""A review with its plan as a Word document: themes in a table, gaps with their actions, every item."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lms.design_system import wording
from toolkit_pages.domain.maturity_documents import (
    add_further,
    add_gaps,
    add_table,
    add_theme_table,
    as_bytes,
    new_document,
)
from toolkit_pages.domain.review_results import Earlier, Result
from toolkit_pages.domain.settling import Contested


def review_document(result: Result, answers: Sequence[Contested], *, on: date) -> bytes:
    """The review as DOCX; `answers` is empty for those who do not see what each agency answered."""
    review, earlier = result.review, result.earlier
    document = new_document(_("%(body)s: %(title)s") % {"body": review.body_name, "title": review.title})
    for line in opening_lines(result, on=on):
        document.add_paragraph(line)
    document.add_heading(_("Where you stand"), level=1)
    since = _("Since %(day)s") % {"day": wording.day(earlier.closed_at)} if earlier else ""
    add_theme_table(document, result.standings, since=since, moves=result.moves)
    for line in comparison_lines(earlier):
        document.add_paragraph(line)
    document.add_heading(_("Gaps, most urgent first"), level=1)
    add_gaps(document, [gap.standing for gap in result.gaps])
    document.add_heading(_("Action plan"), level=1)
    add_actions(document, result)
    add_further(document, result.standings)
    document.add_heading(_("Every item"), level=1)
    add_items(document, result)
    if answers:
        document.add_heading(_("What each agency answered"), level=1)
        add_answers(document, answers)
    return as_bytes(document)


def opening_lines(result: Result, *, on: date) -> list[str]:
    """What the review is, and what it comes to."""
    review = result.review
    state = (
        _("Closed on %(day)s.") % {"day": wording.day(review.closed_at)}
        if review.closed_at
        else _("Not closed yet: this can still change.")
    )
    agencies = ngettext(
        "%(answered)d of %(asked)d agency answered.", "%(answered)d of %(asked)d agencies answered.", result.asked
    ) % {"answered": result.answered, "asked": result.asked}
    return [
        f"{state} {agencies}" if result.asked else f"{state} {_('No agency was asked.')}",
        result.totals.in_place_in_words,
        _("This document is of %(day)s. It says how agencies work, and never describes a person or a case.")
        % {"day": wording.day(on)},
    ]


def comparison_lines(earlier: Earlier | None) -> list[str]:
    """What the comparison with the review before counts, and what to mind in it."""
    if earlier is None:
        return []
    counted = _("“Levels” adds up how far items moved, counting those with a level both times.")
    care = [care_words(earlier.answered, earlier.asked, earlier.closed_at)] if earlier.is_partial else []
    return [" ".join([counted, *earlier.changes]), *care]


def care_words(answered: int, asked: int, closed_at: Any) -> str:
    """That an earlier review was answered by some agencies alone."""
    words = ngettext(
        "On %(day)s, %(answered)d of %(asked)d agency had answered, so compare with care.",
        "On %(day)s, %(answered)d of %(asked)d agencies had answered, so compare with care.",
        asked,
    )
    return words % {"day": wording.day(closed_at), "answered": answered, "asked": asked}


def add_actions(document: Any, result: Result) -> None:
    """What is planned, by the day it is due."""
    rows = [
        [
            action.title,
            action.review_item.title if action.review_item else "",
            ", ".join(filter(None, [action.owner_name, action.organisation.name if action.organisation else ""])),
            wording.day(action.due_on),
            str(action.get_status_display()),
        ]
        for action in result.actions
    ]
    if not rows:
        document.add_paragraph(_("Nothing is planned yet."))
        return
    add_table(document, [_("Action"), _("Item"), _("Owner"), _("Due"), _("Status")], rows)


def add_items(document: Any, result: Result) -> None:
    """The items theme by theme, with how each was settled."""
    heads = [_("Item"), _("Level"), _("How it was settled"), _("Evidence"), _("Owner and review day")]
    for theme in result.themes:
        document.add_heading(theme.title, level=2)
        rows = [
            [
                item.title,
                standing.level_label,
                item.note,
                item.evidence,
                ", ".join(filter(None, [item.owner, wording.day(item.review_by) if item.review_by else ""])),
            ]
            for item, standing in zip(result.items, result.standings, strict=True)
            if item.theme_id == theme.theme
        ]
        add_table(document, heads, rows)


def add_answers(document: Any, answers: Sequence[Contested]) -> None:
    """What each agency answered, item by item."""
    rows = [
        [row.item.title, answer.organisation.name, str(answer.get_level_display()), answer.evidence]
        for row in answers
        for answer in row.answers
    ]
    add_table(document, [_("Item"), _("Agency"), _("Level"), _("Evidence")], rows)
