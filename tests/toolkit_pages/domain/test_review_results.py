"""Who is shown what closing took from agencies' answers, and what a comparison with an earlier review counts."""

import pytest

from tests.factories.reviews import ThemeFactory, answer, ask, checklist, closed_review
from toolkit_pages.domain.review_access import seat_at
from toolkit_pages.domain.review_results import result_for, result_of
from toolkit_pages.domain.reviewing import open_review
from toolkit_pages.domain.settling import close_review, reopen_review, settle_item, stop_answers
from toolkit_pages.models import ChecklistItem, ChecklistReview

pytestmark = pytest.mark.django_db


def closed(dana, review):
    stop_answers(dana, review=review)
    return close_review(dana, review=review)


def evidence_for(user, review):
    return [item.evidence for item in result_for(seat_at(user, uuid=review.uuid)).items]


def test_what_the_only_agency_asked_told_the_coordinators_alone_stays_with_them(dana, partnership, alice, lena):
    checklist(1)
    review = open_review(dana, title="Spring", partnership=partnership)
    [answerer] = ask(review, alice)
    answer(answerer, [1], evidence="Kept at the station", owner="Alice")
    closed(dana, review)
    assert (evidence_for(dana, review), evidence_for(lena, review)) == (["Kept at the station"], [""])
    assert result_for(seat_at(lena, uuid=review.uuid)).items[0].owner == ""


def test_shared_answers_are_shown_to_those_who_answer_and_not_to_a_coordinator_who_does_not(
    dana, partnership, alice, henry, lena
):
    checklist(1)
    review = open_review(dana, title="Spring", partnership=partnership, sharing="members")
    for answerer in ask(review, alice, henry):
        answer(answerer, [1], evidence=f"Kept by {answerer.user.first_name}")
    closed(dana, review)
    both = ["Harbour Hospital: Kept by Henry\nHaverley Police: Kept by Alice"]
    assert [evidence_for(person, review) for person in (dana, alice, henry, lena)] == [both, both, both, [""]]


def test_what_the_coordinators_wrote_when_they_settled_is_for_every_member(dana, partnership, lena):
    checklist(1)
    review = open_review(dana, title="Spring", partnership=partnership)
    stop_answers(dana, review=review)
    settle_item(dana, item=review.items.get(), level=1, note="Agreed in June", evidence="The minutes")
    close_review(dana, review=review)
    [item] = result_for(seat_at(lena, uuid=review.uuid)).items
    assert (item.note, item.evidence) == ("Agreed in June", "The minutes")


def test_closing_again_takes_the_answers_as_they_are_then(dana, haverley, alice):
    checklist(1)
    review = open_review(dana, title="Ours", organisation=haverley)
    [answerer] = ask(review, alice)
    answer(answerer, [1], evidence="A draft")
    review = reopen_review(dana, review=closed(dana, review), reason="News")
    assert review.items.get().evidence == ""
    answer(answerer, [2], evidence="Signed")
    assert closed(dana, review).items.get().evidence == "Signed"


def test_a_note_of_an_item_that_was_answered_anew_goes_once_all_agree(dana, haverley, alice):
    checklist(1)
    review = open_review(dana, title="Ours", organisation=haverley)
    [answerer] = ask(review, alice)
    answer(answerer, [1])
    stop_answers(dana, review=review)
    settle_item(dana, item=review.items.get(), level=0, note="Too early to say")
    review = reopen_review(dana, review=close_review(dana, review=review), reason="News")
    answer(answerer, [2])
    item = closed(dana, review).items.get()
    assert (item.level, item.note) == (2, "")


def test_how_an_item_was_settled_is_not_shown_of_a_new_answer(client, dana, haverley, alice):
    checklist(1)
    review = open_review(dana, title="Ours", organisation=haverley)
    [answerer] = ask(review, alice)
    answer(answerer, [1])
    stop_answers(dana, review=review)
    settle_item(dana, item=review.items.get(), level=0, note="Too early to say", evidence="The minutes")
    review = reopen_review(dana, review=close_review(dana, review=review), reason="News")
    path = f"/reviews/{review.uuid}/themes/{review.items.get().theme.slug}/"
    client.force_login(dana)
    assert "Too early to say" in client.get(path).content.decode()
    answer(answerer, [2])
    [item] = result_for(seat_at(dana, uuid=review.uuid)).items
    assert (item.level, item.note, item.evidence) == (2, "", "")
    assert "Too early to say" not in client.get(path).content.decode()
    stop_answers(dana, review=review)
    assert "Too early to say" in client.get(f"/reviews/{review.uuid}/differences/?show=all").content.decode()


def test_a_comparison_says_what_is_new_gone_and_worded_otherwise(dana, haverley):
    first, second = checklist(3, 1)
    closed_review(dana, organisation=haverley, levels=[1, 1, 1, 1])
    ChecklistItem.objects.filter(title="Item 1.1").update(title="Item 1.1 in other words")
    ChecklistItem.objects.filter(title="Item 1.2").update(looks_started="Somebody has begun")
    ChecklistItem.objects.filter(title="Item 1.3").update(live=False)
    ChecklistItem.objects.filter(theme=second).update(hint="A hint changes nothing")
    for number in (4, 5):
        ChecklistItem.objects.create(theme=first, title=f"Item 1.{number}", order=number, live=True)
    review = closed_review(dana, organisation=haverley, levels=[2, 2, 3, 3, 0])
    earlier = result_of(review).earlier
    assert earlier.changes == [
        "2 items are new.",
        "1 item is gone.",
        "2 items have other words now: compare them with care.",
    ]
    assert [theme.moved for theme in result_of(review).themes] == ["+2 levels (2 of 4 items)", "−1 level"]


def test_a_theme_that_is_new_or_does_not_apply_cannot_be_compared(dana, haverley):
    checklist(1, 1)
    closed_review(dana, organisation=haverley, levels=[-1, 2])
    ThemeFactory(title="Theme 3", order=30_000, items=["Item 3.1"])
    review = closed_review(dana, organisation=haverley, levels=[3, -1, 1])
    found = result_of(review)
    assert [theme.moved for theme in found.themes] == ["not comparable"] * 3
    assert (found.totals.asked, found.totals.in_place, [gap.item.title for gap in found.gaps]) == (2, 1, ["Item 3.1"])


def test_a_review_is_compared_with_those_of_its_own_body_alone(dana, haverley, partnership):
    checklist(1)
    closed_review(dana, partnership=partnership, levels=[0])
    own = closed_review(dana, organisation=haverley, levels=[1])
    assert result_of(own).earlier is None
    assert result_of(closed_review(dana, organisation=haverley, levels=[2])).earlier.review == own


def test_an_older_review_that_was_closed_later_is_not_the_one_before(dana, haverley):
    checklist(1)
    oldest, older, own = [closed_review(dana, organisation=haverley, levels=[level]) for level in (0, 1, 2)]
    assert result_of(own).earlier.review == older
    closed(dana, reopen_review(dana, review=older, reason="News"))
    assert result_of(own).earlier.review == oldest
    after = closed_review(dana, organisation=haverley, levels=[3])
    assert result_of(after).earlier.review == older


def test_a_review_that_nobody_answered_has_no_gaps_and_nothing_in_place(dana, review):
    found = result_of(review)
    assert (found.gaps, found.totals.answered, found.answered, found.asked) == ([], 0, 0, 0)
    assert ChecklistReview.objects.get().state == "open"
