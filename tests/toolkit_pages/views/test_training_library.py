"""The training library: modules and entries in one list, its facets, endorsements, and how many queries it takes."""

from datetime import date

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lms import kept
from tests.factories.courses import ModuleFactory
from tests.factories.libraries import TrainingEntryFactory, TrainingLibraryFactory
from toolkit_pages.domain.endorsing import Endorsement, endorsement_of
from toolkit_pages.domain.training_library import check_of, time_of
from toolkit_pages.models import TrainingEntryPage

ENDORSED = {
    "endorsed_by": "Example Council of Trainers",
    "endorsed_on": date(2026, 1, 1),
    "endorsement_expires_on": date(2026, 12, 31),
    "endorsement_evidence": "https://example.org/endorsed",
}


@pytest.fixture
def library(home):
    return TrainingLibraryFactory()


def titles(response):
    return [row.title for row in response.context["rows"]]


def queries(client, address):
    cache.clear()  # a whole page may be kept for visitors who are not signed in
    kept.forget()  # and what is kept may not change while a page is drawn
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_our_modules_and_others_entries_are_one_list_by_tier_then_title(client, library):
    TrainingEntryFactory(parent=library, title="B, tier 1", tier=1)
    TrainingEntryFactory(parent=library, title="D, tier 3", tier=3)
    ModuleFactory(title="A, tier 2", tier=2)
    ModuleFactory(title="C, tier 1", tier=1)
    ModuleFactory(title="A draft", live=False)
    TrainingEntryFactory(parent=library, title="Another draft", live=False)
    assert titles(client.get("/training-library/")) == ["B, tier 1", "C, tier 1", "A, tier 2", "D, tier 3"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?sector=health", ["Ours", "Theirs"]),
        ("?sector=business", ["Ours"]),
        ("?place=elsewhere", ["Theirs"]),
        ("?nation=scotland&time=30", ["Theirs"]),
        ("?about=children", ["Theirs"]),
        ("?about=adults", ["Ours"]),
        ("?exploitation=labour&format=e-learning", ["Ours", "Theirs"]),
        ("?exploitation=organs", ["Ours"]),
        ("?exploitation=financial", []),
        ("?endorsed=none", ["Ours", "Theirs"]),
        ("?tier=3", []),
        ("?q=films", ["Theirs"]),
    ],
)
def test_every_facet_narrows_modules_and_entries_alike(client, library, query, found):
    about = {"about": ["adults"], "exploitation": ["labour", "organs"]}
    ModuleFactory(title="Ours", sectors=[], nations=["england"], tier=1, minutes=45, **about)
    TrainingEntryFactory(parent=library, title="Theirs", audiences=["children"], exploitation=["labour"])
    assert titles(client.get(f"/training-library/{query}")) == found


def test_an_endorsement_in_date_can_be_looked_for_by_its_body(client, library):
    entry = TrainingEntryFactory(parent=library, **{**ENDORSED, "endorsement_expires_on": None})
    TrainingEntryFactory(parent=library)
    response = client.get("/training-library/?endorsed=by-example-council-of-trainers")
    assert titles(response) == [entry.title]
    assert "Endorsed by Example Council of Trainers on 1 January 2026" in response.content.decode()


def test_a_body_spelled_in_two_ways_is_one_choice_and_never_mistaken_for_none(client, library):
    for title, body in (("A", "Home Council"), ("B", "home council"), ("C", "None")):
        TrainingEntryFactory(
            parent=library, title=title, **{**ENDORSED, "endorsement_expires_on": None, "endorsed_by": body}
        )
    TrainingEntryFactory(parent=library, title="D")
    response = client.get("/training-library/?endorsed=by-home-council")
    assert titles(response) == ["A", "B"]
    facet = next(shown for shown in response.context["listing"].facets if shown.facet.name == "endorsed")
    assert [choice.value for choice in facet.choices] == ["by-home-council", "by-none", "none"]
    assert titles(client.get("/training-library/?endorsed=none")) == ["D"]


@pytest.mark.parametrize("missing", ["endorsed_by", "endorsed_on", "endorsement_evidence"])
def test_an_endorsement_without_body_day_or_evidence_is_none(missing):
    fields = {**ENDORSED, missing: None if missing == "endorsed_on" else ""}
    assert endorsement_of(TrainingEntryPage(**fields), today=date(2026, 5, 1)) is None


@pytest.mark.parametrize(
    ("today", "counts"),
    [
        (date(2025, 12, 31), False),
        (date(2026, 1, 1), True),
        (date(2026, 12, 31), True),
        (date(2027, 1, 1), False),
    ],
)
def test_an_endorsement_counts_from_its_first_day_to_its_last(today, counts):
    evidence, until = "https://example.org/endorsed", date(2026, 12, 31)
    expected = Endorsement("Example Council of Trainers", date(2026, 1, 1), evidence, until)
    assert endorsement_of(TrainingEntryPage(**ENDORSED), today=today) == (expected if counts else None)


def test_an_editor_must_give_the_evidence_with_the_body(library):
    entry = TrainingEntryPage(title="A", slug="a", **{**ENDORSED, "endorsement_evidence": ""})
    with pytest.raises(ValidationError) as wrong:
        entry.clean()
    assert list(wrong.value.message_dict) == ["endorsed_by"]


def test_an_entry_says_not_endorsed_plainly_and_that_it_is_elsewhere(client, library):
    TrainingEntryFactory(parent=library, slug="a-course", needs_account=True, minutes=1)
    html = client.get("/training-library/a-course/").content.decode()
    for text in (
        "Not endorsed",
        'href="https://example.org/course"',
        "On another site",
        "You must register",
        "1 minute<",
    ):
        assert text in html
    assert "Endorsed by" not in html


@pytest.mark.parametrize(("minutes", "band"), [(None, []), (30, ["30"]), (31, ["60"]), (60, ["60"]), (61, ["more"])])
def test_lengths_fall_into_bands(minutes, band):
    assert time_of(minutes) == band


@pytest.mark.parametrize(
    ("checked_on", "band"),
    [(None, "never"), (date(2026, 3, 1), "half"), (date(2025, 8, 1), "year"), (date(2025, 1, 1), "older")],
)
def test_the_last_check_falls_into_bands(checked_on, band):
    assert check_of(checked_on, today=date(2026, 5, 1)) == band


def test_three_of_each_take_no_more_queries_than_one(client, library):
    ModuleFactory()
    TrainingEntryFactory(parent=library)
    one = queries(client, "/training-library/")
    for _number in range(2):
        ModuleFactory()
        TrainingEntryFactory(parent=library)
    assert queries(client, "/training-library/") == one <= 14
