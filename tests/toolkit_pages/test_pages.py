"""Sections and pages: groups, related pages, the way here, facts, titles that tell nothing, samples and drafts."""

from datetime import date

import pytest

from tests.factories.toolkit import AuthorityFactory, ToolkitIndexPageFactory, ToolkitPageFactory
from toolkit_pages.models import ToolkitPage

INDEX_QUERIES = 13
PAGE_QUERIES = 11


@pytest.fixture
def section(home):
    return ToolkitIndexPageFactory(title="Resources", slug="resources")


def test_a_section_groups_its_pages_in_the_order_of_their_first_page(client, section):
    ToolkitPageFactory(parent=section, title="A", group="Raise awareness")
    ToolkitPageFactory(parent=section, title="B", group="Bring in partners")
    ToolkitPageFactory(parent=section, title="C", group="Raise awareness")
    ToolkitPageFactory(parent=section, title="D", group="Raise awareness", live=False)
    groups = client.get("/resources/").context["page"].groups()
    assert [(group.anchor, [page.title for page in group.pages]) for group in groups] == [
        ("raise-awareness", ["A", "C"]),
        ("bring-in-partners", ["B"]),
    ]


def test_groups_whose_names_make_the_same_anchor_can_both_be_jumped_to(section):
    ToolkitPageFactory(parent=section, group="Partners")
    ToolkitPageFactory(parent=section, group="Partners!")
    assert [group.anchor for group in section.groups()] == ["partners", "partners-2"]


def test_a_section_with_nothing_published_says_where_to_go(client, section):
    assert "Nothing is published here yet" in client.get("/resources/").content.decode()


def test_a_section_within_a_section_is_listed_with_the_pages(client, section):
    ToolkitPageFactory(parent=section, title="A page")
    ToolkitIndexPageFactory(parent=section, title="A section")
    assert [page.title for page in client.get("/resources/").context["page"].groups()[0].pages] == [
        "A page",
        "A section",
    ]


@pytest.mark.parametrize(
    ("review_on", "notice"),
    [
        (None, ""),
        (date(2026, 6, 1), ""),
        (date(2026, 5, 31), "Review due this month"),
        (date(2026, 5, 1), "Review due this month"),
        (date(2026, 3, 31), "Review was due in March 2026"),
    ],
)
def test_a_review_is_announced_in_its_month_and_after(review_on, notice):
    assert ToolkitPage(review_on=review_on).review_notice(today=date(2026, 5, 15)) == notice


@pytest.mark.parametrize(
    ("title", "neutral", "safe"),
    [
        ("Run a useful first meeting", "", "Run a useful first meeting"),
        ("Support survivors", "Support", "Support"),
        ("Support survivors", "", "Toolkit page"),
        ("Referral figures", "Modern slavery figures", "Toolkit page"),
    ],
)
def test_the_title_of_the_browser_never_tells_what_one_reads_about(title, neutral, safe):
    assert ToolkitPage(title=title, neutral_title=neutral).safe_title == safe


def test_a_page_keeps_its_own_heading_under_a_neutral_title(client, section):
    ToolkitPageFactory(parent=section, title="Support survivors", neutral_title="Support", slug="support")
    html = client.get("/resources/support/").content.decode()
    assert "<title>Support – Toolkit and Training</title>" in html
    assert '<h1 class="measure-l">Support survivors</h1>' in html


def test_a_page_shows_the_way_here_and_what_it_rests_on(client, section):
    authority = AuthorityFactory(title="Duty to notify", url="https://www.example.org/act/52")
    ToolkitPageFactory(parent=section, slug="duty", rests_on=[("authority", authority)])
    response = client.get("/resources/duty/")
    html = response.content.decode()
    assert response.context["page"].way_here() == [("Home", "/"), ("Resources", "/resources/")]
    assert '<a href="https://www.example.org/act/52">Duty to notify</a>' in html
    assert "14 April 2026" in html
    assert "England and Wales" in html


def test_pages_of_the_same_group_come_first_beside_a_page(client, section):
    ToolkitPageFactory(parent=section, title="Other group", group="B")
    ToolkitPageFactory(parent=section, title="Draft", group="A", live=False)
    ToolkitPageFactory(parent=section, title="Same group", group="A")
    page = ToolkitPageFactory(parent=section, title="This", slug="this", group="A")
    beside = client.get("/resources/this/").context["page"].beside()
    assert [other.title for other in beside] == ["Same group", "Other group"]
    ToolkitPageFactory(parent=page, title="Template for this")
    assert [other.title for other in client.get("/resources/this/").context["page"].below()] == ["Template for this"]


def test_sample_content_says_so_and_other_content_does_not(client, section):
    ToolkitPageFactory(parent=section, slug="sample", is_sample=True)
    ToolkitPageFactory(parent=section, slug="signed-off")
    assert "Not for training until a UK expert signs it off." in client.get("/resources/sample/").content.decode()
    assert "Not for training" not in client.get("/resources/signed-off/").content.decode()


def test_the_body_is_drawn_by_its_blocks_and_escapes_what_is_typed(client, section):
    facts = {"title": "Remember <b>", "facts": ["<p>Ask first.</p>"]}
    ToolkitPageFactory(parent=section, slug="body", body=[("key_facts", facts)])
    html = client.get("/resources/body/").content.decode()
    assert "Remember &lt;b&gt;" in html
    assert "Ask first." in html


def test_a_draft_answers_404_and_so_does_an_address_nobody_gave(client, section):
    ToolkitPageFactory(parent=section, slug="draft", live=False)
    assert client.get("/resources/draft/").status_code == 404
    assert client.get("/resources/nothing/").status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_a_section_takes_the_same_queries_for_one_page_and_for_three(client, section, rows, django_assert_num_queries):
    for row in range(rows):
        ToolkitPageFactory(parent=section, group=f"Group {row}")
    with django_assert_num_queries(INDEX_QUERIES):
        client.get("/resources/")


@pytest.mark.parametrize("rows", [1, 3])
def test_a_page_takes_the_same_queries_beside_one_page_and_three(client, section, rows, django_assert_num_queries):
    authorities = [("authority", AuthorityFactory()) for _row in range(rows)]
    ToolkitPageFactory(parent=section, slug="this", rests_on=authorities)
    for _row in range(rows):
        ToolkitPageFactory(parent=section)
    with django_assert_num_queries(PAGE_QUERIES):
        client.get("/resources/this/")
