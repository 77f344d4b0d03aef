"""Facets: what matches, counts that respect the other filters, orders, chips, and a way out of an empty list."""

import time
from datetime import date

import pytest

from toolkit_pages.domain.facets import Facet, Row, Shelf, Sort

TYPES = Facet("type", "Type", [("plan", "Plan"), ("form", "Form"), ("guide", "Guide")])
NATIONS = Facet("nation", "Nation", [("england", "England"), ("wales", "Wales"), ("scotland", "Scotland")])
SORTS = [
    Sort("newest", "Newest", by="changed", newest_first=True),
    Sort("title", "Title"),
    Sort("due", "Due", by="due"),
]


def row(key, title, kind, nations, changed=None, due=None):
    return Row(key, title, {"type": [kind], "nation": nations}, {"changed": changed, "due": due})


@pytest.fixture
def shelf():
    return Shelf(
        [
            row(1, "Beacon", "plan", ["england", "wales"], date(2026, 1, 5), date(2026, 9, 1)),
            row(2, "Anchor", "plan", ["scotland"], date(2026, 3, 5)),
            row(3, "Compass", "form", ["england"], date(2026, 2, 5), date(2026, 8, 1)),
            row(4, "atlas", "form", ["wales", "atlantis"]),
        ],
        facets=[TYPES, NATIONS],
        sorts=SORTS,
    )


def counts(listing, name):
    return next(
        {choice.value: choice.count for choice in shown.choices} for shown in listing.facets if shown.facet.name == name
    )


def test_without_filters_everything_is_listed_in_the_first_order(shelf):
    listing = shelf.browse({})
    assert (listing.keys, listing.total, listing.sort) == ([2, 3, 1, 4], 4, "newest")


@pytest.mark.parametrize(
    ("asked", "keys"),
    [
        ({"type": ["plan"]}, [2, 1]),
        ({"type": ["plan", "form"]}, [2, 3, 1, 4]),
        ({"type": ["plan"], "nation": ["wales", "england"]}, [1]),
        ({"type": ["guide"]}, []),
        ({"type": ["no such type"]}, [2, 3, 1, 4]),
        ({"nation": ["atlantis"]}, [2, 3, 1, 4]),
        ({"sort": ["title"]}, [2, 4, 1, 3]),
        ({"sort": ["due"]}, [3, 1, 2, 4]),
        ({"sort": ["best"]}, [2, 3, 1, 4]),
    ],
)
def test_a_row_matches_when_it_has_any_value_of_every_facet(shelf, asked, keys):
    assert shelf.browse(asked).keys == keys


def test_each_count_respects_the_other_facets_and_not_its_own(shelf):
    listing = shelf.browse({"type": ["plan"]})
    assert counts(listing, "type") == {"plan": 2, "form": 2, "guide": 0}
    assert counts(listing, "nation") == {"england": 1, "wales": 1, "scotland": 1}


def test_words_narrow_the_counts_and_put_the_best_match_first(shelf):
    listing = shelf.browse({}, words="harbour", found=[3, 99, 1])
    assert (listing.keys, listing.sort) == ([3, 1], "best")
    assert [sort.value for sort in listing.sorts] == ["best", "newest", "title", "due"]
    assert counts(listing, "type") == {"plan": 1, "form": 1, "guide": 0}
    assert shelf.browse({"sort": ["title"]}, words="harbour", found=[3, 1]).keys == [1, 3]


def test_words_that_nothing_has_leave_nothing(shelf):
    listing = shelf.browse({}, words="harbour", found=[])
    assert (listing.keys, [(chip.label, chip.query, chip.count) for chip in listing.chips]) == (
        [],
        [("“harbour”", "?", 4)],
    )


def test_each_chip_takes_one_filter_off_and_keeps_the_rest(shelf):
    asked = {"type": ["plan"], "nation": ["wales", "england"], "sort": ["title"], "page": ["2"]}
    chips = shelf.browse(asked, words="a & b", found=[1]).chips
    assert [(chip.label, chip.query) for chip in chips] == [
        ("“a & b”", "?type=plan&nation=england&nation=wales&sort=title"),
        ("Plan", "?q=a+%26+b&nation=england&nation=wales&sort=title"),
        ("England", "?q=a+%26+b&type=plan&nation=wales&sort=title"),
        ("Wales", "?q=a+%26+b&type=plan&nation=england&sort=title"),
    ]


def test_an_empty_list_names_the_filter_whose_removal_leaves_most(shelf):
    listing = shelf.browse({"type": ["form"], "nation": ["scotland"]})
    assert listing.keys == []
    assert (listing.best_way_out.label, listing.best_way_out.count) == ("Scotland", 2)
    assert shelf.browse({"type": ["guide"]}).best_way_out.count == 4
    assert shelf.browse({"type": ["plan"]}).best_way_out is None


def test_a_long_facet_shows_what_is_on_then_what_would_leave_most():
    choices = [(str(number), f"Type {number}") for number in range(9)]
    rows = [Row(n, f"Row {n}", {"type": [str(8 - n % 3)]}) for n in range(7)]
    shelf = Shelf(rows, facets=[Facet("type", "Type", choices)], sorts=SORTS)
    shown = shelf.browse({"type": ["1"]}).facets[0]
    assert [choice.value for choice in shown.first] == ["1", "8", "6", "7", "0"]
    assert [choice.value for choice in shown.rest] == []
    assert not any(choice.is_on for choice in shelf.browse({}).facets[0].choices)


def test_a_facet_is_open_when_it_says_so_or_something_in_it_is_on():
    facet = Facet("type", "Type", TYPES.choices, is_open=False)
    shelf = Shelf([row(1, "A", "plan", [])], facets=[facet], sorts=SORTS)
    assert [shelf.browse(asked).facets[0].is_open for asked in ({}, {"type": ["plan"]})] == [False, True]


def test_an_empty_library_is_listed_as_such():
    listing = Shelf([], facets=[TYPES], sorts=SORTS).browse({"type": ["plan"]})
    assert (listing.keys, listing.total, listing.best_way_out) == ([], 0, None)


def test_five_thousand_rows_are_counted_in_a_moment():
    rows = [row(n, f"Row {n}", TYPES.choices[n % 3][0], [NATIONS.choices[n % 2][0]]) for n in range(5000)]
    shelf = Shelf(rows, facets=[TYPES, NATIONS], sorts=SORTS)
    start = time.perf_counter()
    listing = shelf.browse({"type": ["plan", "form"], "nation": ["england"]}, words="x", found=list(range(4000)))
    assert len(listing.keys) == 1333
    assert time.perf_counter() - start < 0.5
