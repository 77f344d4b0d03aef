"""A review as an Excel workbook: themes, items, gaps with their actions, and where one may see them the answers."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from lms.design_system import wording
from toolkit_pages.domain.maturity_workbooks import add_sheet, as_bytes, gap_heads, gap_row, new_workbook, theme_heads
from toolkit_pages.domain.review_results import Result
from toolkit_pages.domain.settling import Contested
from toolkit_pages.models import Action


def review_workbook(result: Result, answers: Sequence[Contested], *, on: date) -> bytes:
    """The review with its plan, as XLSX; `answers` is empty for those who do not see what each agency answered."""
    book = new_workbook(_("%(body)s: %(title)s") % {"body": result.review.body_name, "title": result.review.title})
    add_sheet(book, _("Review"), [_("Review"), _("What it says")], about(result, on=on))
    since = [_("Since %(day)s") % {"day": wording.day(result.earlier.closed_at)}] if result.earlier else []
    themes = [
        [
            theme.title,
            *(number for _level, number in theme.counts),
            theme.unanswered,
            *([theme.moved] if since else []),
        ]
        for theme in result.themes
    ]
    add_sheet(book, _("Themes"), [*theme_heads(), *since], themes)
    heads = [_("Theme"), _("Item"), _("Level"), _("How it was settled"), _("Evidence"), _("Owner"), _("Review by")]
    items = [
        [item.theme_title, item.title, standing.level_label, item.note, item.evidence, item.owner, item.review_by]
        for item, standing in zip(result.items, result.standings, strict=True)
    ]
    add_sheet(book, _("Items"), heads, items)
    add_sheet(book, _("Gaps"), gap_heads(), (gap_row(n, gap.standing) for n, gap in enumerate(result.gaps, start=1)))
    add_sheet(book, _("Actions"), action_heads(), (action_row(action) for action in result.actions))
    if answers:
        add_sheet(book, _("Answers"), answer_heads(), answer_rows(answers))
    return as_bytes(book)


def about(result: Result, *, on: date) -> list[list[Any]]:
    """What the review is, in two columns."""
    review = result.review
    told = {"answered": result.answered, "asked": result.asked}
    changes = result.earlier.changes if result.earlier else []
    return [
        [_("Of"), review.body_name],
        [_("Name"), review.title],
        [_("State"), str(review.get_state_display())],
        [_("Closed"), wording.local_date(review.closed_at) if review.closed_at else None],
        [_("Agencies"), _("%(answered)d of %(asked)d answered") % told if result.asked else _("None was asked")],
        *([[_("Since the review before"), " ".join(changes)]] if changes else []),
        [_("This file is of"), on],
    ]


def action_heads() -> list[str]:
    """The heads of the sheet of actions."""
    return [_("Item"), _("Action"), _("Owner"), _("Agency"), _("Due"), _("Status"), _("Done on"), _("Evidence")]


def action_row(action: Action) -> list[Any]:
    """An action, with the item it is about."""
    return [
        action.review_item.title if action.review_item else "",
        action.title,
        action.owner_name,
        action.organisation.name if action.organisation else "",
        action.due_on,
        str(action.get_status_display()),
        action.done_on,
        action.evidence,
    ]


def answer_heads() -> list[str]:
    """The heads of the sheet of what each agency answered."""
    return [_("Theme"), _("Item"), _("Agency"), _("Level"), _("Evidence"), _("Owner"), _("Review by")]


def answer_rows(rows: Sequence[Contested]) -> list[list[Any]]:
    """What each agency answered to each item."""
    return [
        [
            row.item.theme_title,
            row.item.title,
            answer.organisation.name,
            str(answer.get_level_display()),
            answer.evidence,
            answer.owner,
            answer.review_by,
        ]
        for row in rows
        for answer in row.answers
    ]
