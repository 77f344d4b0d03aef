"""The checklist for anybody: answering, the result, keeping it in an account, clearing it."""

import re

import pytest
from django.urls import reverse

from tests.factories.checklist import (
    ChecklistItemFactory,
    ChecklistPageFactory,
    ChecklistThemeFactory,
    helps_with,
)
from tests.factories.courses import ModuleFactory
from tests.factories.toolkit import ToolkitPageFactory
from toolkit_pages.models import ChecklistItem, SavedChecklist

pytestmark = pytest.mark.django_db
RESULT = reverse("toolkit_pages:checklist_result")
KEEP = reverse("toolkit_pages:checklist_keep")
CLEAR = reverse("toolkit_pages:checklist_clear")


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


def test_a_theme_saved_leads_to_the_next_and_the_last_to_the_result(client):
    first, last = built(2, 1)
    assert answer(client, first, 3, 0).url == last.get_absolute_url()
    assert answer(client, last, 1).url == RESULT


def test_results_can_be_seen_before_the_last_theme(client):
    first, _last = built(1, 1)
    assert client.post(first.get_absolute_url(), sent(first, 2) | {"result": "1"}).url == RESULT


def test_answers_stay_in_the_session_until_the_browser_closes(client):
    [theme] = built(2)
    answer(client, theme, 3, None, evidence="Signed by nine", owner="A named lead", review_by="14 April 2027")
    item = ChecklistItem.objects.first()
    expected = {"level": 3, "evidence": "Signed by nine", "owner": "A named lead", "review_by": "2027-04-14"}
    assert kept(client) == {str(item.pk): expected}
    assert client.session.get_expire_at_browser_close()
    html = client.get(theme.get_absolute_url()).content.decode()
    assert 'value="14 April 2027"' in html
    assert "1 of 2" in html


def test_reading_a_theme_starts_no_session(client):
    [theme] = built(1)
    client.get(theme.get_absolute_url())
    client.get(RESULT)
    assert "sessionid" not in client.cookies


def test_saving_nothing_starts_no_session(client):
    [theme] = built(1)
    answer(client, theme)
    assert "sessionid" not in client.cookies


def test_an_answer_taken_out_is_gone_and_other_themes_stay(client):
    first, last = built(1, 1)
    answer(client, first, 3)
    answer(client, last, 2)
    answer(client, first)
    assert [value["level"] for value in kept(client).values()] == [2]


def test_two_tabs_on_one_theme_do_not_undo_each_other(client, alice):
    [theme] = built(3)
    for person in (None, alice):
        if person:
            client.force_login(person)
        first, second = opened(client, theme), opened(client, theme)
        assert len(first) == 3
        client.post(theme.get_absolute_url(), first | sent(theme, 3, 1, evidence="Signed by nine"))
        client.post(theme.get_absolute_url(), second | sent(theme, None, 2, 0))
        answers = SavedChecklist.objects.get().answers if person else kept(client)
        assert levels(answers) == [3, 2, 0]  # the item answered in both is as it was said last
        assert min(answers.items(), key=lambda pair: int(pair[0]))[1]["evidence"] == "Signed by nine"


def test_an_answer_changed_or_taken_out_in_one_tab_stays_so(client):
    [theme] = built(2)
    answer(client, theme, 3, 2)
    first, second = opened(client, theme), opened(client, theme)
    client.post(theme.get_absolute_url(), first | sent(theme, None, 2))
    client.post(theme.get_absolute_url(), second | sent(theme, 3, 1))
    assert levels(kept(client)) == [1]


def test_a_page_with_a_mistake_still_knows_what_it_showed_at_first(client):
    [theme] = built(2)
    first = opened(client, theme)
    answer(client, theme, None, 2)
    wrong = client.post(theme.get_absolute_url(), first | sent(theme, 1, review_by="soon"))
    assert [question.seen for question in wrong.context["questions"]] == ["", ""]
    client.post(theme.get_absolute_url(), first | sent(theme, 1))
    assert levels(kept(client)) == [1, 2]


def test_answers_outlive_a_new_version_of_their_item_and_a_while_without_it(client):
    [theme] = built(2)
    answer(client, theme, 3, 1, evidence="Signed by nine")
    item = theme.items.first()
    item.title, item.looks_embedded = "An agreement in other words", "Signed by all."
    item.save_revision().publish()
    html = client.get(theme.get_absolute_url()).content.decode()
    assert "An agreement in other words" in html
    assert 'value="Signed by nine"' in html
    item.unpublish()
    client.post(theme.get_absolute_url(), opened(client, theme) | {f"item-{theme.items.last().pk}-level": 2})
    item.refresh_from_db()
    item.save_revision().publish()
    assert levels(kept(client)) == [3, 2]


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


def test_somebody_signed_in_answers_into_their_account(client, alice, charlie):
    [theme] = built(1)
    client.force_login(alice)
    answer(client, theme, 2)
    assert [value["level"] for value in SavedChecklist.objects.get(user=alice).answers.values()] == [2]
    client.force_login(charlie)
    assert "Nothing answered yet" in client.get(RESULT).content.decode()


def test_answers_from_before_signing_in_are_kept_when_the_person_says_so(client, alice):
    [theme] = built(2)
    answer(client, theme, 3, 1)
    brought = kept(client)
    client.force_login(alice)
    assert "2 answers from before you signed in are not among them" in client.get(RESULT).content.decode()
    assert "2 answers were given in this browser" in client.get(KEEP).content.decode()
    assert client.post(KEEP, {"choice": "new"}).url == RESULT
    assert SavedChecklist.objects.get(user=alice).answers == brought
    assert kept(client) is None


@pytest.mark.parametrize(("choice", "level"), [("new", 3), ("saved", 1)])
def test_where_both_have_an_answer_the_person_chooses(client, alice, choice, level):
    [theme] = built(1)
    SavedChecklist.objects.create(
        user=alice,
        answers={str(ChecklistItem.objects.get().pk): {"level": 1, "evidence": "", "owner": "", "review_by": ""}},
    )
    answer(client, theme, 3)
    client.force_login(alice)
    assert "1 item has a different answer in each." in client.get(KEEP).content.decode()
    client.post(KEEP, {"choice": choice})
    assert [value["level"] for value in SavedChecklist.objects.get(user=alice).answers.values()] == [level]


def test_answers_of_somebody_else_at_the_same_browser_can_be_dropped(client, alice):
    [theme] = built(1)
    answer(client, theme, 3)
    client.force_login(alice)
    client.post(KEEP, {"choice": "drop"})
    assert kept(client) is None
    assert not SavedChecklist.objects.filter(user=alice).exists()


def test_keeping_asks_to_sign_in_first(client):
    assert client.get(KEEP).url == f"{reverse('account_login')}?next={KEEP}"


def test_clearing_asks_once_more_and_then_deletes_everything(client, alice):
    [theme] = built(1)
    answer(client, theme, 3)
    assert "1 answer will be deleted" in client.get(CLEAR).content.decode()
    assert kept(client) != {}
    client.post(CLEAR)
    assert kept(client) is None
    client.force_login(alice)
    answer(client, theme, 3)
    client.post(CLEAR)
    assert not SavedChecklist.objects.exists()


def test_one_theme_can_be_cleared_alone(client):
    first, last = built(1, 1)
    answer(client, first, 3)
    answer(client, last, 2)
    assert client.post(CLEAR, {"theme": first.slug}).url == first.get_absolute_url()
    assert [value["level"] for value in kept(client).values()] == [2]
    assert client.get(CLEAR, {"theme": "unknown"}).status_code == 404


def test_the_start_page_is_the_same_for_everybody(client, home):
    page = ChecklistPageFactory()
    [theme] = built(2)
    before = client.get(page.get_url())
    assert theme.title in before.content.decode()
    answer(client, theme, 3, 3)
    assert client.get(page.get_url()).content == before.content
    assert client.get(theme.get_absolute_url()).headers["Cache-Control"].count("no-store") == 1


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
