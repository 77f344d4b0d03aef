"""Where answers to the checklist are: in the session, in an account, in two tabs at once, and how they are deleted."""

import pytest
from django.urls import reverse

from tests.toolkit_pages.views.answering import answer, built, kept, levels, opened, sent
from toolkit_pages.models import ChecklistItem, SavedChecklist

pytestmark = pytest.mark.django_db
RESULT = reverse("toolkit_pages:checklist_result")
KEEP = reverse("toolkit_pages:checklist_keep")
CLEAR = reverse("toolkit_pages:checklist_clear")


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


def test_clearing_an_account_leaves_alone_what_waits_in_the_browser(client, alice):
    [theme] = built(1)
    answer(client, theme, 3)
    waiting = kept(client)
    client.force_login(alice)
    answer(client, theme, 1)
    assert "1 answer will be deleted" in client.get(CLEAR).content.decode()
    client.post(CLEAR)
    assert (SavedChecklist.objects.exists(), kept(client)) == (False, waiting)
    assert "There are no answers to delete." in client.get(CLEAR).content.decode()


def test_one_theme_can_be_cleared_alone(client):
    first, last = built(1, 1)
    answer(client, first, 3)
    answer(client, last, 2)
    assert client.post(CLEAR, {"theme": first.slug}).url == first.get_absolute_url()
    assert [value["level"] for value in kept(client).values()] == [2]
    assert client.get(CLEAR, {"theme": "unknown"}).status_code == 404
