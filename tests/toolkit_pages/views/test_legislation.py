"""Law and reports: narrowing the list, the timeline by year, an item's history, and how many queries they take."""

from datetime import date, timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from lms import kept
from lms.design_system.wording import day
from tests.factories.libraries import LawItemFactory, LawLibraryFactory
from tests.factories.toolkit import ToolkitPageFactory
from toolkit_pages.domain.legislation import history_of
from toolkit_pages.models import LawEvent, LawItemPage

Status = LawItemPage.Status


@pytest.fixture
def library(home):
    return LawLibraryFactory()


def titles(response):
    return [row.title for row in response.context["rows"]]


def queries(client, address):
    cache.clear()  # a whole page may be kept for visitors who are not signed in
    kept.forget()  # and what is kept may not change while a page is drawn
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_the_newest_comes_first_and_what_has_no_date_last(client, library):
    LawItemFactory(parent=library, title="Old", in_force_on=date(2015, 7, 31))
    LawItemFactory(parent=library, title="Undated", in_force_on=None)
    LawItemFactory(parent=library, title="New", in_force_on=None, published_on=date(2026, 2, 19))
    assert titles(client.get("/law-and-reports/")) == ["New", "Old", "Undated"]


def test_the_list_is_narrowed_by_kind_nation_and_status_together(client, library):
    LawItemFactory(parent=library, title="English Act")
    LawItemFactory(parent=library, title="Scottish Act", nations=["scotland"])
    LawItemFactory(parent=library, title="Scottish report", nations=["scotland"], kind="report", status="published")
    LawItemFactory(parent=library, title="Repealed Act", nations=["scotland"], status="repealed")
    response = client.get("/law-and-reports/?nation=scotland&kind=act&status=in-force&status=amended")
    assert titles(response) == ["Scottish Act"]
    counts = {
        facet.facet.name: {c.value: c.count for c in facet.choices} for facet in response.context["listing"].facets
    }
    assert counts["nation"] == {"england": 1, "wales": 1, "scotland": 1, "northern-ireland": 0}
    assert counts["status"]["repealed"] == 1


def test_a_draft_is_not_listed(client, library):
    LawItemFactory(parent=library, live=False)
    assert "No law or report is published yet" in client.get("/law-and-reports/").content.decode()


def test_when_nothing_matches_the_filter_that_hides_most_is_offered(client, library):
    LawItemFactory(parent=library, nations=["england"])
    response = client.get("/law-and-reports/?kind=act&nation=scotland")
    assert response.context["nothing"].title == "Nothing matches both of these"
    assert response.context["nothing"].text == "1 matches without Scotland."
    assert response.context["nothing"].way_out.query == "?kind=act"


def test_the_timeline_lists_dates_and_events_under_their_years_the_latest_first(client, library):
    act = LawItemFactory(parent=library, title="An Act", published_on=date(2015, 3, 26), in_force_on=date(2015, 7, 31))
    LawEvent.objects.create(page=act, on=date(2022, 4, 28), text="A later Act changed it")
    LawItemFactory(parent=library, title="Elsewhere", nations=["scotland"], in_force_on=date(2016, 5, 31))
    years = client.get("/law-and-reports/?sort=timeline&nation=england").context["years"]
    assert [(year.number, [(happening.text, item.title) for happening, item in year.happenings]) for year in years] == [
        (2022, [("A later Act changed it", "An Act")]),
        (2015, [("In force from this day", "An Act"), ("Published", "An Act")]),
    ]


def test_list_and_timeline_lead_to_each_other_with_the_filters_kept(client, library):
    LawItemFactory(parent=library)
    assert client.get("/law-and-reports/?kind=act").context["other_view"] == "?kind=act&sort=timeline"
    assert client.get("/law-and-reports/?kind=act&sort=timeline").context["other_view"] == "?kind=act"


def test_an_editors_words_for_a_day_stand_instead_of_the_bare_date(library):
    item = LawItemFactory(parent=library, published_on=date(2026, 1, 5), in_force_on=None)
    LawEvent.objects.create(page=item, on=date(2026, 1, 5), text="Laid before Parliament")
    assert [happening.text for happening, _later in history_of(item)] == ["Laid before Parliament"]


def test_a_day_to_come_is_marked(library):
    item = LawItemFactory(
        parent=library,
        status=Status.CONSULTATION,
        in_force_on=None,
        published_on=date(2026, 4, 1),
        ended_on=date(2026, 6, 1),
    )
    assert [(one.text, later) for one, later in history_of(item, today=date(2026, 5, 1))] == [
        ("Last day of the consultation", True),
        ("Published", False),
    ]


@pytest.mark.parametrize(
    ("status", "days", "in_the_list", "on_its_page"),
    [
        (Status.CONSULTATION, 9, "Closes ", "Last day of the consultation"),
        (Status.CONSULTATION, -9, "Closed ", "Last day of the consultation"),
        (Status.IN_FORCE, 9, "Ends ", "Ends"),
        (Status.PUBLISHED, -9, "Ended ", "Ended"),
        (Status.REPEALED, -9, "Ended ", "Repealed"),
    ],
)
def test_an_end_is_told_as_past_or_to_come(client, library, status, days, in_the_list, on_its_page):
    end = timezone.localdate() + timedelta(days=days)
    LawItemFactory(parent=library, slug="an-act", status=status, ended_on=end)
    assert f"<li>{in_the_list}{day(end)}</li>" in client.get("/law-and-reports/").content.decode()
    html = client.get("/law-and-reports/an-act/").content.decode()
    assert f"<dt>{on_its_page}</dt><dd>{day(end)}</dd>" in html


def test_an_items_page_says_status_dates_source_and_that_the_source_counts(client, library):
    LawItemFactory(
        parent=library,
        slug="an-act",
        status=Status.AMENDED,
        source="Parliament",
        source_url="https://example.org/act",
        published_on=date(2015, 3, 26),
    )
    html = client.get("/law-and-reports/an-act/").content.decode()
    for text in (
        "Amended",
        "Parliament",
        'href="https://example.org/act"',
        "26 March 2015",
        "31 July 2015",
        "28 April 2026",
    ):
        assert text in html
    assert "not legal advice" in html


def test_guides_stand_below_the_whole_list_and_not_below_a_narrowed_one(client, library):
    LawItemFactory(parent=library)
    ToolkitPageFactory(parent=library, title="The defence, explained")
    assert [page.title for page in client.get("/law-and-reports/").context["guides"]] == ["The defence, explained"]
    assert client.get("/law-and-reports/?kind=act").context["guides"] == []


@pytest.mark.parametrize("address", ["/law-and-reports/", "/law-and-reports/?sort=timeline"])
def test_three_items_take_no_more_queries_than_one(client, library, address):
    LawItemFactory(parent=library)
    one = queries(client, address)
    for _number in range(2):
        LawEvent.objects.create(page=LawItemFactory(parent=library), on=date(2024, 1, 1), text="Changed")
    assert queries(client, address) == one <= 16
