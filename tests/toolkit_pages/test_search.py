"""Search: what is found and what never is, phrases, synonyms, facets, pages of results, the log, odd input, queries."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from wagtail.models import PageViewRestriction

from tests.factories.checklist import ChecklistItemFactory
from tests.factories.courses import ModuleFactory
from tests.factories.libraries import GlossaryTermFactory, PartnershipFactory
from tests.factories.toolkit import ToolkitIndexPageFactory, ToolkitPageFactory
from toolkit_pages.domain.excerpts import excerpt, marked, words_of
from toolkit_pages.domain.search_misses import forget_old_misses, note_miss
from toolkit_pages.domain.searching import clean_query
from toolkit_pages.models import SearchMiss, SearchSynonym

SEARCH = "/search/"
QUERIES = 6 if connection.vendor == "postgresql" else 9  # one for pages and one for the rest; or one for each source


@pytest.fixture
def section(home):
    return ToolkitIndexPageFactory(title="Resources", slug="resources")


def titles(client, **query):
    return [row.item.title for row in client.get(SEARCH, query).context["rows"]]


def test_modules_and_pages_are_found_modules_first(client, section):
    ToolkitPageFactory(parent=section, title="Housing officers")
    ModuleFactory(title="Housing and homes")
    assert titles(client, q="housing") == ["Housing and homes", "Housing officers"]


def test_the_body_of_a_page_is_searched_and_quoted(client, section):
    ToolkitPageFactory(parent=section, title="A page", body=[("rich_text", "<p>Ask the caravan site owner.</p>")])
    (row,) = client.get(SEARCH, {"q": "caravan"}).context["rows"]
    assert "Ask the <mark>caravan</mark> site owner." in row.excerpt


def test_a_heading_does_not_run_into_the_text_that_is_quoted(client, section):
    body = [("rich_text", "<h2>Who is asked</h2><p>Neighbours of the quayside.</p>")]
    ToolkitPageFactory(parent=section, title="Asking around", body=body)
    (row,) = client.get(SEARCH, {"q": "quayside"}).context["rows"]
    assert "Who is asked. Neighbours of the <mark>quayside</mark>." in row.excerpt


def test_drafts_and_private_pages_are_never_found(client, section):
    ToolkitPageFactory(parent=section, title="Housing draft", live=False)
    ModuleFactory(title="Housing module draft", live=False)
    private = ToolkitPageFactory(parent=section, title="Housing private")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    assert titles(client, q="housing") == []


def test_words_in_quotes_are_found_side_by_side_only(client, section):
    ToolkitPageFactory(parent=section, title="Duty to notify")
    ToolkitPageFactory(parent=section, title="Notify them of a duty to act")
    assert titles(client, q='"duty to notify"') == ["Duty to notify"]


def test_when_nothing_has_every_word_any_word_will_do_and_the_page_says_so(client, section):
    ToolkitPageFactory(parent=section, title="Housing officers")
    response = client.get(SEARCH, {"q": "housing zebra"})
    assert [row.item.title for row in response.context["rows"]] == ["Housing officers"]
    assert "Nothing has all of these words." in response.content.decode()


def test_what_nobody_may_read_does_not_tell_that_it_has_every_word(client, section):
    ToolkitPageFactory(parent=section, title="Housing officers")
    asked = {"q": "housing zebra"}
    before = client.get(SEARCH, asked).content.decode()
    ToolkitPageFactory(parent=section, title="Housing zebra draft", live=False)
    ModuleFactory(title="Housing zebra module draft", live=False)
    private = ToolkitPageFactory(parent=section, title="Housing zebra private")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    response = client.get(SEARCH, asked)
    assert [row.item.title for row in response.context["rows"]] == ["Housing officers"]
    assert response.context["findings"].any_word is True
    assert response.content.decode() == before


def counts(response, name):
    (shown,) = [facet for facet in response.context["listing"].facets if facet.facet.name == name]
    return {choice.value: choice.count for choice in shown.choices if choice.count}


def test_a_kind_narrows_the_rows_and_keeps_the_counts(client, section):
    ToolkitPageFactory(parent=section, title="Housing officers")
    ModuleFactory(title="Housing and homes")
    response = client.get(SEARCH, {"q": "housing", "kind": "training"})
    assert [row.item.title for row in response.context["rows"]] == ["Housing and homes"]
    assert counts(response, "kind") == {"pages": 1, "training": 1}
    assert titles(client, q="housing", kind="people") == ["Housing and homes", "Housing officers"]


def test_a_nation_narrows_the_rows(client, section):
    ToolkitPageFactory(parent=section, title="Housing in Wales", nations=["wales"])
    ToolkitPageFactory(parent=section, title="Housing in Scotland", nations=["scotland"])
    response = client.get(SEARCH, {"q": "housing", "nation": "wales"})
    assert [row.item.title for row in response.context["rows"]] == ["Housing in Wales"]
    assert counts(response, "nation") == {"wales": 1, "scotland": 1}


def test_filters_that_leave_nothing_lead_back_to_everything(client, section):
    ToolkitPageFactory(parent=section, title="Housing officers", nations=["wales"])
    html = client.get(SEARCH, {"q": "housing", "kind": "training", "nation": "wales"}).content.decode()
    assert 'href="?q=housing">Show everything that was found</a>' in html


def test_everything_that_is_public_is_found(client, section):
    GlossaryTermFactory(term="Quayside", definition="Where boats land.")
    PartnershipFactory(name="Quayside Partnership")
    ChecklistItemFactory(title="The quayside is visited")
    ModuleFactory(title="Quayside module")
    ToolkitPageFactory(parent=section, title="A day at the quayside")
    assert sorted(str(row.item) for row in client.get(SEARCH, {"q": "quayside"}).context["rows"]) == [
        "A day at the quayside",
        "Quayside",
        "Quayside Partnership",
        "Quayside module",
        "The quayside is visited",
    ]


def test_what_bears_the_words_as_its_title_comes_first(client, section):
    ModuleFactory(title="The duty to notify and more")
    ToolkitPageFactory(parent=section, title="Duty to notify")
    assert titles(client, q="duty to notify")[0] == "Duty to notify"


def test_what_has_the_words_in_its_title_comes_before_what_has_them_in_its_body(client, section):
    body = [("rich_text", "<p>Sign the information sharing agreement, and keep the agreement.</p>")]
    ModuleFactory(title="Working together", summary="On information sharing by agreement.")
    ToolkitPageFactory(parent=section, title="Delivery plan", body=body)
    ToolkitPageFactory(parent=section, title="An agreement on sharing of information", body=body)
    ToolkitPageFactory(parent=section, title="Information sharing agreement for agencies", body=body)
    assert titles(client, q="information sharing agreement") == [
        "Information sharing agreement for agencies",
        "An agreement on sharing of information",
        "Working together",
        "Delivery plan",
    ]


def test_words_that_editors_say_mean_the_same_are_found_too(client, section):
    ToolkitPageFactory(parent=section, title="Duty to notify the Home Office")
    SearchSynonym.objects.create(words="MS1, DtN, duty to notify")
    assert titles(client, q="ms1") == ["Duty to notify the Home Office"]
    assert titles(client, q="ms1 office") == ["Duty to notify the Home Office"]
    assert titles(client, q="ms1 zebras") == ["Duty to notify the Home Office"]


def test_a_short_form_of_the_glossary_finds_what_it_stands_for(client, section):
    GlossaryTermFactory(term="NRM", stands_for="National Referral Mechanism", definition="How people are identified.")
    ToolkitPageFactory(parent=section, title="The National Referral Mechanism in brief")
    found = [str(row.item) for row in client.get(SEARCH, {"q": "NRM"}).context["rows"]]
    assert found == ["NRM", "The National Referral Mechanism in brief"]


def test_a_search_without_results_is_counted_by_the_day_and_by_nobody(client, home):
    for _time in range(3):
        client.get(SEARCH, {"q": "Zebra  crossing"})
    assert list(SearchMiss.objects.values_list("query", "number")) == [("zebra crossing", 3)]


@pytest.mark.parametrize("query", ["gwen@example.org", "07700 900123", "x" * 101])
def test_what_may_name_somebody_is_not_kept(client, home, query):
    client.get(SEARCH, {"q": query})
    assert not SearchMiss.objects.exists()


def test_no_flood_fills_the_log(home):
    SearchMiss.objects.bulk_create([SearchMiss(query=f"q{n}", day=timezone.localdate()) for n in range(500)])
    note_miss("zebra")
    assert SearchMiss.objects.count() == 500


def test_old_searches_are_forgotten(home):
    today = timezone.localdate()
    for days in (89, 91):
        SearchMiss.objects.create(query="zebra", day=today - timedelta(days=days))
    assert forget_old_misses() == 1
    assert SearchMiss.objects.get().day == today - timedelta(days=89)


def test_nothing_found_gives_next_steps_and_no_words_asks_for_some(client, section):
    nothing = client.get(SEARCH, {"q": "zebra"}).content.decode()
    assert "Nothing has “zebra”" in nothing
    assert '<li><a href="/resources/">Resources</a></li>' in nothing
    assert "Type one word or a few." in client.get(SEARCH).content.decode()


def test_ten_results_fill_a_page_and_the_rest_come_on_the_next(client, section):
    for number in range(12):
        ToolkitPageFactory(parent=section, title=f"Housing {number}")
    ModuleFactory(title="Housing module")
    first = titles(client, q="housing")
    second = titles(client, q="housing", page=2)
    assert len(first) == 10
    assert len(set(first + second)) == 13
    assert titles(client, q="housing", page="no number") == first


def test_the_title_never_says_what_was_searched_for(client, home):
    assert "<title>Search – Toolkit and Training</title>" in client.get(SEARCH, {"q": "victim"}).content.decode()


@pytest.mark.parametrize(
    "query",
    [
        '"',
        "'",
        '"unfinished phrase',
        "* OR NEAR(a b)",
        "(((",
        "a:b title:x",
        "-housing AND NOT",
        "x" * 1000,
        "housing " * 200,
        "nul\x00byte",
        "\ud7ff\ufffe☃️",
        "%",
        "\\",
        "{[^$]}",
        "T1",
    ],
)
def test_odd_input_is_answered(client, section, query):
    ToolkitPageFactory(parent=section, title="Housing")
    assert client.get(SEARCH, {"q": query}).status_code == 200


def test_what_was_typed_is_escaped_wherever_it_is_shown(client, section):
    ToolkitPageFactory(parent=section, title="Tags <script>alert(1)</script> script", intro="<img src=x> script")
    typed = client.get(SEARCH, {"q": "<script>alert(1)</script>"}).content.decode()
    assert "<script>alert" not in typed
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in typed
    found = client.get(SEARCH, {"q": "alert script"}).content.decode()
    assert "<script>alert" not in found
    assert "<img src=x>" not in found
    assert "&lt;<mark>script</mark>&gt;<mark>alert</mark>(1)" in found


def test_marked_words_are_whole_words_with_plain_endings():
    assert marked("A sign, two signs & a signal", words=["sign"]) == (
        "A <mark>sign</mark>, two <mark>signs</mark> &amp; a signal"
    )


def test_an_excerpt_is_cut_between_words_around_the_first_word_found():
    text = "before " * 60 + "caravan " + "after " * 60
    cut = excerpt(text, words=["caravan"])
    assert cut.startswith("…before before")
    assert "<mark>caravan</mark>" in cut
    assert cut.endswith("after…")
    assert excerpt("Short.", words=["caravan"]) == "Short."


def test_words_and_queries_are_kept_within_bounds():
    assert words_of("Duty, duty TO notify! a") == ["duty", "to", "notify"]
    assert clean_query("  a\x00b\n c ") == "a b c"
    assert len(clean_query("x" * 1000)) == 250


@pytest.mark.parametrize("rows", [1, 3])
def test_search_takes_the_same_queries_for_one_result_and_for_three(client, section, rows, django_assert_num_queries):
    for _row in range(rows):
        ToolkitPageFactory(parent=section, title="Housing officers")
        ModuleFactory(title="Housing and homes")
    client.get(SEARCH, {"q": "zebra"})  # what all searches share is read once and kept
    with django_assert_num_queries(QUERIES):
        client.get(SEARCH, {"q": "housing"})
