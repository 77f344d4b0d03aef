"""Who is shown what closing took from agencies' answers."""

import pytest

from tests.factories.reviews import answer, ask, checklist
from toolkit_pages.domain.review_access import seat_at
from toolkit_pages.domain.review_results import result_for
from toolkit_pages.domain.reviewing import open_review
from toolkit_pages.domain.settling import close_review, reopen_review, settle_item, stop_answers

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
