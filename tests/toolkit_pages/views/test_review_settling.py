"""Settling on its page: two coordinators at once, a review that was closed meanwhile, and garbage in the form."""

import datetime
import re

import pytest

from lms.audit.models import AuditEvent
from tests.conftest import member
from tests.factories.people import OrganisationFactory
from tests.factories.reviews import PartnershipFactory, answer, ask, checklist
from toolkit_pages.domain.reviewing import open_review
from toolkit_pages.domain.settling import close_review, settle_item, settled_mark, stop_answers

pytestmark = pytest.mark.django_db


@pytest.fixture
def other(haverley):
    """A second coordinator of the leading member."""
    return member("Dora", haverley, is_coordinator=True)


@pytest.fixture
def review(dana, haverley, alice, elsewhere):
    """A review with one difference to settle."""
    hospital = OrganisationFactory(name="Harbour Hospital", kind="health")
    checklist(1)
    review = open_review(dana, title="Spring", partnership=PartnershipFactory(members=[haverley, hospital]))
    for answerer, level in zip(ask(review, alice, member("Henry", hospital)), (3, 0), strict=True):
        answer(answerer, [level])
    return stop_answers(dana, review=review)


def sent(item, *, level, note, seen=""):
    return {
        "item": item.pk,
        f"item-{item.pk}-level": level,
        f"item-{item.pk}-note": note,
        f"item-{item.pk}-seen": seen,
    }


def test_what_another_coordinator_settled_meanwhile_is_replaced_only_knowingly(client, dana, other, review):
    item, path = review.items.get(), f"/reviews/{review.uuid}/differences/"
    client.force_login(dana)
    client.post(path, sent(item, level=1, note="Dana's words"))
    client.force_login(other)
    html = client.post(path, sent(item, level=2, note="Dora's words")).content.decode()
    assert "Dana Example settled it on “Started” today at" in html
    assert "Dora&#x27;s words" in html
    item.refresh_from_db()
    assert (item.level, item.note) == (1, "Dana's words")
    assert f'name="item-{item.pk}-seen" value="{settled_mark(item)}"' in html
    client.post(path, sent(item, level=2, note="Dora's words", seen=settled_mark(item)))
    item.refresh_from_db()
    assert (item.level, item.settled_by) == (2, other)


def test_words_about_what_another_coordinator_took_off_the_list_meanwhile_stay_on_screen(client, dana, other, haverley):
    checklist(12)
    review = stop_answers(dana, review=open_review(dana, title="Ours", organisation=haverley))
    *_rest, last = review.items.order_by("theme_order", "order", "pk")
    path = f"/reviews/{review.uuid}/differences/?show=unanswered&page=2"
    client.force_login(other)
    assert last.title in client.get(path).content.decode()
    for item in review.items.all():
        settle_item(dana, item=item, level=1, note="Dana's words")
    html = client.post(path, sent(last, level=2, note="Dora's words")).content.decode()
    assert "Dana Example settled it on “Started” today at" in html
    assert "Dora&#x27;s words" in html


def test_a_button_pressed_twice_settles_once(client, dana, review):
    item = review.items.get()
    client.force_login(dana)
    for _time in range(2):
        answered = client.post(f"/reviews/{review.uuid}/differences/", sent(item, level=1, note="Agreed"))
        assert answered["Location"] == f"/reviews/{review.uuid}/differences/#item-{item.pk}"
    assert AuditEvent.objects.filter(action="settled item of review").count() == 1


def test_a_review_that_was_closed_in_another_tab_keeps_the_words_on_screen(client, dana, review):
    item = review.items.get()
    settle_item(dana, item=item, level=1, note="Agreed")
    close_review(dana, review=review)
    client.force_login(dana)
    seen = settled_mark(review.items.get())
    page = client.post(f"/reviews/{review.uuid}/differences/", sent(item, level=2, note="A late thought", seen=seen))
    assert "The review was closed meanwhile, so nothing was settled." in page.content.decode()
    assert "A late thought" in page.content.decode()
    item.refresh_from_db()
    assert (item.level, item.note) == (1, "Agreed")


@pytest.mark.parametrize(("who", "seen"), [("dana", True), ("alice", False)])
def test_what_is_settled_is_read_by_coordinators_alone_until_the_review_is_closed(
    client, request, dana, review, who, seen
):
    review.sharing = "members"
    review.save(update_fields=["sharing"])
    settle_item(dana, item=review.items.get(), level=2, note="Agreed in June")
    client.force_login(request.getfixturevalue(who))
    path = f"/reviews/{review.uuid}/differences/?show=all"
    html = client.get(path).content.decode()
    assert ("Agreed in June" in html, ">Settled<" in html, "Agencies differ</" in html) == (seen, seen, not seen)
    close_review(dana, review=review)
    html = client.get(path).content.decode()
    assert ("Agreed in June" in html, ">Settled<" in html) == (True, True)


@pytest.mark.parametrize("key", ["", "abc", "0", "-1", "9" * 30, "9" * 5000])
def test_an_item_that_is_none_is_not_there(client, dana, review, key):
    client.force_login(dana)
    assert client.post(f"/reviews/{review.uuid}/differences/", {"item": key}).status_code == 404


def test_stopping_a_closed_review_says_nothing_untrue(client, dana, review):
    settle_item(dana, item=review.items.get(), level=1, note="Agreed")
    close_review(dana, review=review)
    client.force_login(dana)
    page = client.post(f"/reviews/{review.uuid}/stop/", follow=True)
    assert "Answers are stopped" not in page.content.decode()


def test_a_review_that_nobody_answered_offers_to_take_answers_again(client, dana, haverley):
    checklist(1)
    review = stop_answers(dana, review=open_review(dana, title="Ours", organisation=haverley))
    client.force_login(dana)
    html = client.get(f"/reviews/{review.uuid}/close/").content.decode()
    assert "Nobody has answered anything yet" in html
    assert "<button" not in html.split("<main")[1].split("</main>")[0]


def test_a_wrong_review_day_is_said_with_its_item_and_all_that_was_typed_is_kept(client, dana, review):
    item = review.items.get()
    client.force_login(dana)
    day = {f"item-{item.pk}-review_by_{part}": typed for part, typed in enumerate(["31", "2", "2027"])}
    more = {f"item-{item.pk}-evidence": "Minutes of June", f"item-{item.pk}-owner": "The board", **day}
    data = {**sent(item, level=1, note="Agreed in June"), **more}
    page = client.post(f"/reviews/{review.uuid}/differences/", data)
    html = page.content.decode()
    error = f"{item.title}: Enter a day that exists, with all four figures of the year"
    assert f'<li><a href="#id_item-{item.pk}-review_by_0">{error}</a></li>' in html
    for words in ("Agreed in June", 'value="Minutes of June"', 'value="The board"', 'value="31"', 'value="2027"'):
        assert words in html
    item.refresh_from_db()
    assert item.settled_at is None

    data[f"item-{item.pk}-review_by_0"] = "28"
    client.post(f"/reviews/{review.uuid}/differences/", data)
    item.refresh_from_db()
    assert (item.level, item.evidence, item.owner, item.review_by) == (
        1,
        "Minutes of June",
        "The board",
        datetime.date(2027, 2, 28),
    )
    again = client.get(f"/reviews/{review.uuid}/differences/").content.decode()
    assert f'id="id_item-{item.pk}-review_by_2" name="item-{item.pk}-review_by_2"' in again
    assert 'value="2027"' in again


def test_what_may_stay_empty_says_so(client, dana, review):
    client.force_login(dana)
    html = client.get(f"/reviews/{review.uuid}/differences/").content.decode()
    for label in ("Evidence (optional)", "Owner (optional)", "Review by (optional)", "For example, 14 4 2027"):
        assert label in html
    assert "How it was settled (optional)" not in html


def test_errors_are_listed_in_the_order_of_the_form(client, dana, review):
    item = review.items.get()
    client.force_login(dana)
    data = {**sent(item, level="", note=""), f"item-{item.pk}-review_by_0": "3"}
    html = client.post(f"/reviews/{review.uuid}/differences/", data).content.decode()
    summary = html.split("There is a problem")[1].split("</ul>")[0]
    assert re.findall(rf">{item.title}: ([^<]+)<", summary) == [
        "Choose the level on which you settle",
        "Say how the difference was settled",
        "Enter the month",
        "Enter the year",
    ]
