"""The checklist for anybody: answering a theme, what is wrong in it, and the result."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories.checklist import (
    ChecklistItemFactory,
    ChecklistPageFactory,
    ChecklistThemeFactory,
    helps_with,
)
from tests.factories.courses import ModuleFactory
from tests.factories.toolkit import ToolkitPageFactory
from tests.toolkit_pages.views.answering import answer, built, kept, sent

pytestmark = pytest.mark.django_db
RESULT = reverse("toolkit_pages:checklist_result")


def test_a_theme_saved_leads_to_the_next_and_the_last_to_the_result(client):
    first, last = built(2, 1)
    assert answer(client, first, 3, 0).url == last.get_absolute_url()
    assert answer(client, last, 1).url == RESULT


def test_results_can_be_seen_before_the_last_theme(client):
    first, _last = built(1, 1)
    assert client.post(first.get_absolute_url(), sent(first, 2) | {"result": "1"}).url == RESULT


def test_a_wrong_day_is_named_and_everything_typed_stays(client):
    [theme] = built(2)
    answer(client, theme, 1, 1)
    before = kept(client)
    response = answer(client, theme, 3, 2, review_by="soon", evidence="A draft")
    html = response.content.decode()
    assert "Item 1: Write the review day like this: 14 April 2027" in html
    assert 'value="soon"' in html
    assert 'value="A draft"' in html
    assert kept(client) == before


def test_evidence_without_a_level_is_asked_for_the_level(client):
    [theme] = built(1)
    response = answer(client, theme, evidence="A draft")
    assert "Choose how far you are" in response.content.decode()
    assert kept(client) is None


@pytest.mark.parametrize("level", ["4", "-2", "x"])
def test_a_level_that_does_not_exist_is_refused(client, level):
    [theme] = built(1)
    assert answer(client, theme, level).status_code == 200
    assert kept(client) is None


def test_drafts_are_neither_asked_nor_found(client):
    theme = ChecklistThemeFactory(live=False)
    ChecklistItemFactory(theme=theme)
    empty = ChecklistThemeFactory()
    ChecklistItemFactory(theme=empty, live=False)
    assert client.get(theme.get_absolute_url()).status_code == 404
    assert client.get(empty.get_absolute_url()).status_code == 404


def test_titles_tell_nothing_of_the_theme(client):
    theme = ChecklistThemeFactory(title="Victim and survivor care", slug="care")
    ChecklistItemFactory(theme=theme)
    html = client.get(theme.get_absolute_url()).content.decode()
    assert "<title>Checklist, theme 1 of 1 – Toolkit and Training</title>" in html


def test_the_result_says_what_is_in_place_and_where_the_gaps_are(client):
    first, last = built(2, 3)
    answer(client, first, 3, 2)
    answer(client, last, 0, 0, -1)
    response = client.get(RESULT)
    html = " ".join(response.content.decode().split())
    assert "2 of 4 items are mostly in place or embedded." in html
    assert f"2 have not been started, all in “{last.title}”." in html
    assert [gap.level for gap, helps in response.context["gaps"]] == [0, 0]


def test_the_result_names_the_theme_in_which_most_is_missing(client):
    first, last = built(1, 2)
    answer(client, first, 0)
    answer(client, last, 0, 0)
    html = client.get(RESULT).content.decode()
    assert f"3 have not been started, 2 of them in “{last.title}”." in html


def test_a_result_without_answers_leads_to_the_first_theme(client):
    [theme] = built(1)
    html = client.get(RESULT).content.decode()
    assert "Nothing answered yet" in html
    assert theme.get_absolute_url() in html


def test_gaps_offer_what_is_published_public_and_right_for_the_level(client, home):
    page = ToolkitPageFactory(title="The year before 18")
    draft = ToolkitPageFactory(title="Not ready", live=False)
    later = ToolkitPageFactory(title="For those who started")
    module = ModuleFactory(title="Children")
    theme = ChecklistThemeFactory()
    ChecklistItemFactory(
        theme=theme,
        helps=[
            helps_with(page),
            helps_with(draft),
            helps_with(later, levels=["1"]),
            helps_with(module=module),
        ],
    )
    answer(client, theme, 0)
    [(_gap, helps)] = client.get(RESULT).context["gaps"]
    assert [f"{help.kind}: {help.title}" for help in helps] == ["Page: The year before 18", "Training: Children"]


def test_what_is_mostly_in_place_shows_what_editors_named_for_it(client, home):
    page, other = ToolkitPageFactory(title="Keep it alive"), ToolkitPageFactory(title="For a beginning")
    theme = ChecklistThemeFactory()
    ChecklistItemFactory(theme=theme, title="Calm", risk=1, helps=[helps_with(page, levels=["2"])])
    ChecklistItemFactory(theme=theme, title="Urgent", risk=3, helps=[helps_with(other), helps_with(page, levels=["2"])])
    ChecklistItemFactory(theme=theme, title="Plain", risk=3, helps=[helps_with(other)])
    answer(client, theme, 2, 2, 2)
    response = client.get(RESULT)
    assert [(row.title, [help.title for help in helps]) for row, helps in response.context["further"]] == [
        ("Urgent", ["Keep it alive"]),
        ("Calm", ["Keep it alive"]),
    ]
    assert "Mostly in place: what can take you further" in response.content.decode()
    assert response.context["gaps"] == []

    answer(client, theme, 3, 1, 2)
    response = client.get(RESULT)
    assert response.context["further"] == []
    assert "take you further" not in response.content.decode()


def test_a_lead_is_offered_to_assign_the_module_that_helps(client, home, alice, bob):
    module = ModuleFactory(title="T2 Responding safely", slug="t2-responding-safely")
    theme = ChecklistThemeFactory()
    ChecklistItemFactory(theme=theme, helps=[helps_with(module=module)])
    link = f'<a href="{reverse("courses:new_assignment")}?module=t2-responding-safely">Assign T2 Responding safely</a>'
    for person, offered in ((alice, False), (bob, True)):
        client.force_login(person)
        answer(client, theme, 0)
        assert (link in client.get(RESULT).content.decode()) is offered


def test_more_than_ten_gaps_are_folded(client):
    [theme] = built(12)
    answer(client, theme, *[0] * 12)
    context = client.get(RESULT).context
    assert (len(context["gaps"]), len(context["more_gaps"])) == (10, 2)


def test_the_start_page_is_the_same_for_everybody_without_answers(client, home, alice):
    page = ChecklistPageFactory()
    [theme] = built(2)
    for _visit in range(2):
        html = client.get(page.get_url()).content.decode()
        assert (f'href="{theme.get_absolute_url()}">Start with theme 1</a>' in html, "2 items" in html) == (True, True)
        client.force_login(alice)


def test_the_start_page_leads_on_from_where_the_visitor_stands(client, home):
    page = ChecklistPageFactory()
    first, second, third = built(2, 2, 1)
    said = []
    for theme, levels in ((first, (3, 0)), (third, (1,)), (second, (2, None)), (second, (2, 2))):
        answer(client, theme, *levels)
        response = client.get(page.get_url())
        html = response.content.decode()
        assert "Start with theme 1" not in html
        assert response.headers["Cache-Control"] == "private, no-store"
        go_on = re.search(r'href="([^"]+)">Continue with theme (\d)</a>', html)
        said.append((re.search(r"You have answered [^<]+", html)[0], go_on and go_on.groups()))
    assert said == [
        ("You have answered 2 of 5 items.", (second.get_absolute_url(), "2")),
        ("You have answered 3 of 5 items.", (second.get_absolute_url(), "2")),
        ("You have answered 4 of 5 items.", (second.get_absolute_url(), "2")),
        ("You have answered 5 of 5 items.", None),
    ]
    assert f'href="{RESULT}">See your result</a>' in html
    another = Client().get(page.get_url()).content.decode()
    assert ("Start with theme 1" in another, "You have answered" in another) == (True, False)
    assert client.get(second.get_absolute_url()).headers["Cache-Control"].count("no-store") == 1


def test_the_start_page_of_somebody_signed_in_knows_their_account(client, home, alice, bob):
    page = ChecklistPageFactory()
    [theme] = built(2)
    client.force_login(alice)
    answer(client, theme, 1)
    html = client.get(page.get_url()).content.decode()
    assert f"You are in the middle of “{theme.title}”." in html
    assert "1 of 2 answered" in html
    client.force_login(bob)
    assert "You have answered" not in client.get(page.get_url()).content.decode()


def test_a_result_with_open_themes_leads_on(client):
    first, second = built(1, 1)
    answer(client, first, 3)
    link = f'href="{second.get_absolute_url()}">Continue with theme 2</a>'
    assert link in client.get(RESULT).content.decode()
    answer(client, second, 3)
    assert "Continue with theme" not in client.get(RESULT).content.decode()


@pytest.mark.parametrize("many", [1, 3])
def test_pages_take_the_same_queries_however_many_items_there_are(client, home, alice, many, django_assert_num_queries):
    ChecklistPageFactory()
    theme = built(*[many] * many)[0]
    client.force_login(alice)
    answer(client, theme, *[0] * many)
    client.get(theme.get_absolute_url())
    client.get(RESULT)
    with django_assert_num_queries(4):  # session, person, their memberships, their answers
        client.get(theme.get_absolute_url())
    with django_assert_num_queries(4):
        client.get(RESULT)
