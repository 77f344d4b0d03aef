"""What answers add up to: themes, gaps in order, and movement since an earlier review."""

import pytest

from toolkit_pages.domain import maturity
from toolkit_pages.domain.maturity import Move, Standing
from toolkit_pages.models import Level


def standing(item, level, *, theme=1, risk=2, **fields):
    return Standing(
        item=item, title=f"Item {item}", theme=theme, theme_title=f"Theme {theme}", level=level, risk=risk, **fields
    )


def test_a_themes_items_stand_strongest_first_with_the_unanswered_last():
    rows = [standing(1, None), standing(2, 0), standing(3, 3), standing(4, -1), standing(5, 1), standing(6, 2)]
    [theme] = maturity.by_theme(rows)
    assert theme.levels == [3, 2, 1, 0, -1, None]
    assert theme.counts == [
        (Level.EMBEDDED, 1),
        (Level.MOSTLY, 1),
        (Level.STARTED, 1),
        (Level.NOT_STARTED, 1),
        (Level.NOT_APPLICABLE, 1),
    ]
    assert theme.unanswered == 1
    assert not theme.is_answered
    assert theme.words == ("1 embedded, 1 mostly in place, 1 started, 1 not started, 1 not applicable, 1 not answered")
    assert theme.apart == "1 not applicable, 1 not answered"


def test_themes_come_in_the_order_of_the_rows():
    rows = [standing(1, 3, theme=8), standing(2, 3, theme=2), standing(3, 3, theme=8)]
    assert [(theme.theme, theme.title, len(theme.standings)) for theme in maturity.by_theme(rows)] == [
        (8, "Theme 8", 2),
        (2, "Theme 2", 1),
    ]


def test_totals_count_what_is_in_place_and_name_the_weakest_theme():
    rows = [
        standing(1, 3),
        standing(2, 2),
        standing(3, 1),
        standing(4, 0, theme=2),
        standing(5, 0, theme=2),
        standing(6, 0, theme=1),
        standing(7, -1),
        standing(8, None),
    ]
    sums = maturity.totals(rows)
    assert (sums.items, sums.answered, sums.unanswered, sums.asked) == (8, 7, 1, 7)
    assert (sums.in_place, sums.not_started, sums.not_applicable, sums.gaps) == (2, 3, 1, 4)
    assert sums.weakest.theme == 2


@pytest.mark.parametrize(
    ("levels", "in_place", "not_started"),
    [
        ([None, None], "Nothing has been answered yet.", ""),
        ([-1, -1], "No item applies.", ""),
        ([3, -1], "1 of 1 item is mostly in place or embedded. 1 item does not apply.", ""),
        ([3, 2, -1, -1], "2 of 2 items are mostly in place or embedded. 2 items do not apply.", ""),
        ([2, 1], "1 of 2 items is mostly in place or embedded.", ""),
        ([0, None], "0 of 2 items are mostly in place or embedded.", "1 has not been started, in “Theme 1”."),
        ([0, 0], "0 of 2 items are mostly in place or embedded.", "2 have not been started, all in “Theme 1”."),
    ],
)
def test_totals_say_in_words_what_is_in_place_and_what_is_not_started(levels, in_place, not_started):
    sums = maturity.totals(standing(number, level) for number, level in enumerate(levels))
    assert (sums.in_place_in_words, sums.not_started_in_words) == (in_place, not_started)


def test_of_what_is_not_started_the_theme_with_most_of_it_is_named():
    sums = maturity.totals([standing(1, 0), standing(2, 0, theme=2), standing(3, 0, theme=2)])
    assert sums.not_started_in_words == "3 have not been started, 2 of them in “Theme 2”."


def test_totals_of_nothing_have_no_weakest_theme():
    sums = maturity.totals([])
    assert (sums.items, sums.weakest) == (0, None)


def test_only_items_not_started_or_started_are_gaps():
    rows = [standing(item, level) for item, level in enumerate([None, -1, 0, 1, 2, 3])]
    assert [gap.item for gap in maturity.gaps(rows)] == [2, 3]


def test_gaps_come_by_wish_then_risk_then_dependants_then_level():
    rows = [
        standing("low", 0, risk=1, dependants=9),
        standing("started", 1, risk=3, dependants=2),
        standing("not started", 0, risk=3, dependants=2),
        standing("held back", 0, risk=3, dependants=9, urgency=-1),
        standing("many wait", 1, risk=3, dependants=4),
        standing("wished", 1, risk=1, urgency=2),
    ]
    assert [gap.item for gap in maturity.gaps(rows)] == [
        "wished",
        "many wait",
        "not started",
        "started",
        "low",
        "held back",
    ]


def test_equal_gaps_keep_their_order():
    rows = [standing(3, 0), standing(1, 0), standing(2, 0)]
    assert [gap.item for gap in maturity.gaps(rows)] == [3, 1, 2]


def test_movement_adds_up_levels_of_items_answered_both_times():
    before = [standing(1, 0), standing(2, 3), standing(3, None), standing(4, -1), standing(5, 1, theme=2)]
    now = [
        standing(1, 2),
        standing(2, 2),
        standing(3, 3),
        standing(4, 3),
        standing(5, 1, theme=2),
        standing(6, 3, theme=3),
    ]
    assert maturity.compare(now, before) == {1: Move(1, 2), 2: Move(0, 1)}


def test_movement_ignores_items_that_no_longer_apply():
    assert maturity.compare([standing(1, -1), standing(2, None)], [standing(1, 3), standing(2, 3)]) == {}


def test_dependants_are_counted_through_others():
    assert maturity.count_dependants({1: [], 2: [1], 3: [2], 4: [2, 1]}) == {1: 3, 2: 2, 3: 0, 4: 0}


def test_a_ring_of_dependencies_does_no_harm():
    assert maturity.count_dependants({1: [2], 2: [1], 3: [3]}) == {1: 1, 2: 1, 3: 0}
