"""Answering for an agency, settling differences, closing, the result, and the order of its gaps."""

import pytest

from lms.audit.models import AuditEvent
from tests.factories.reviews import answer, ask, checklist, closed_review
from toolkit_pages.domain.answering import Given, mark_of, save_answers
from toolkit_pages.domain.review_access import NotAllowed, ReviewError, seat_at
from toolkit_pages.domain.review_asking import answered_and_asked, ask_people, take_off, who_has_answered
from toolkit_pages.domain.review_results import move_gap, put_back_order, result_of
from toolkit_pages.domain.reviewing import change_review, open_review
from toolkit_pages.domain.settling import close_review, contested, reopen_review, settle_item, stop_answers
from toolkit_pages.models import ChecklistTheme, ReviewAnswer

pytestmark = pytest.mark.django_db


def stopped(review, coordinator):
    stop_answers(coordinator, review=review)
    review.refresh_from_db()
    return review


def test_two_colleagues_answer_different_items_and_nothing_is_lost(review, alice, bob):
    first, second = ask(review, alice, bob)
    items = list(review.items.all())
    save_answers(first, given={items[0].pk: (Given(1), ""), items[1].pk: (Given(2, "Minutes"), "")})
    saved = save_answers(second, given={items[2].pk: (Given(3), "")})
    assert (saved.written, saved.conflicts) == (1, {})
    rows = ReviewAnswer.objects.order_by("review_item").values_list("level", "evidence", "answered_by__first_name")
    assert list(rows) == [(1, "", "Alice"), (2, "Minutes", "Alice"), (3, "", "Bob")]


def test_a_colleagues_newer_answer_is_not_written_over(review, alice, bob):
    first, second = ask(review, alice, bob)
    item = review.items.first()
    save_answers(first, given={item.pk: (Given(1), "")})
    saved = save_answers(second, given={item.pk: (Given(3), "")})
    assert saved.written == 0
    assert saved.conflicts[item.pk].level == 1
    kept = ReviewAnswer.objects.get()
    assert (kept.level, kept.answered_by) == (1, alice)
    assert save_answers(second, given={item.pk: (Given(3), mark_of(kept))}).written == 1


def test_what_a_person_left_as_it_was_does_not_undo_a_colleagues_change(review, alice, bob):
    first, second = ask(review, alice, bob)
    item = review.items.first()
    save_answers(first, given={item.pk: (Given(1), "")})
    seen = Given(1).mark
    save_answers(second, given={item.pk: (Given(2), seen)})
    saved = save_answers(first, given={item.pk: (Given(1), seen)})
    assert (saved.written, saved.conflicts) == (0, {})
    assert ReviewAnswer.objects.get().level == 2


def test_themes_not_asked_for_cannot_be_answered(review, alice):
    first = ChecklistTheme.objects.get(title="Theme 1")
    asked = ask_people(review.opened_by, review=review, addresses=[(1, alice.email)], themes=[first])
    last = review.items.last()
    assert save_answers(asked.people[0], given={last.pk: (Given(3), "")}).written == 0
    assert ReviewAnswer.objects.count() == 0


def test_after_answers_are_stopped_none_is_taken(review, alice):
    [answerer] = ask(review, alice)
    stopped(review, review.opened_by)
    with pytest.raises(ReviewError, match="not taken any more"):
        answer(answerer, [1, 1, 1, 1, 1])
    with pytest.raises(ReviewError, match="not taken any more"):
        ask(review, alice)


def test_who_has_answered_tells_each_agency_with_its_people(review, alice, henry):
    first, _second = ask(review, alice, henry)
    answer(first, [1, 2, None, None, None])
    found = [(row.organisation.name, row.answered, row.total) for row in who_has_answered(review)]
    assert found == [("Harbour Hospital", 0, 5), ("Haverley Police", 2, 5)]
    assert answered_and_asked(review) == (1, 2)


def test_an_agency_is_done_with_the_themes_it_is_asked_and_what_it_answered_before_counts(dana, review, alice, henry):
    first, second = ChecklistTheme.objects.order_by("order")
    [asked] = ask_people(dana, review=review, addresses=[(1, henry.email)], themes=[second]).people
    [police] = ask(review, alice)
    answer(asked, [None, None, None, 1, 1])
    answer(police, [2, None, None, None, 2])
    police.themes.set([first])
    found = {row.organisation.name: (row.answered, row.total) for row in who_has_answered(review)}
    assert found == {"Harbour Hospital": (2, 2), "Haverley Police": (2, 4)}
    take_off(dana, answerer=asked)
    assert [(row.answered, row.total) for row in who_has_answered(review)] == [(2, 5), (2, 4)]


def test_differences_must_be_settled_before_closing(review, alice, henry):
    dana = review.opened_by
    police, health = ask(review, alice, henry)
    answer(police, [3, 2, 1, 0, None])
    answer(health, [3, 0, 1, 0, None])
    with pytest.raises(ReviewError, match="Stop the answers first"):
        close_review(dana, review=review)
    stopped(review, dana)
    rows = contested(review)
    assert [row.waits for row in rows] == [False, True, False, False, False]
    with pytest.raises(ReviewError, match="differ on 1 item that"):
        close_review(dana, review=review)
    settle_item(dana, item=rows[1].item, level=1, note="Half the wards have it")
    closed = close_review(dana, review=review)
    assert closed.state == "closed"
    assert list(closed.items.values_list("level", "note")) == [
        (3, ""),
        (1, "Half the wards have it"),
        (1, ""),
        (0, ""),
        (None, ""),
    ]
    actions = AuditEvent.objects.order_by("pk").values_list("action", flat=True)
    assert list(actions)[-3:] == ["stopped answers of review", "settled item of review", "closed review"]


def test_a_review_that_nobody_answered_is_not_closed(review):
    stopped(review, review.opened_by)
    with pytest.raises(ReviewError, match="Nobody has answered"):
        close_review(review.opened_by, review=review)


def test_nobody_but_the_coordinators_settles_closes_or_opens_again(review, alice, charlie, lena):
    ask(review, alice)
    stopped(review, review.opened_by)
    for person in (alice, charlie, lena):
        with pytest.raises(NotAllowed):
            settle_item(person, item=review.items.first(), level=3, note="")
        with pytest.raises(NotAllowed):
            close_review(person, review=review)
        with pytest.raises(NotAllowed):
            reopen_review(person, review=review, reason="")


def test_opening_again_is_recorded_and_an_item_answered_anew_is_open_again(dana, review, alice, henry):
    police, health = ask(review, alice, henry)
    answer(police, [3, 2, 1, 0, 0])
    answer(health, [0, 2, 1, 0, 0])
    stopped(review, dana)
    settle_item(dana, item=review.items.first(), level=1, note="Agreed")
    review = close_review(dana, review=review)
    review = reopen_review(dana, review=review, reason="The trust has news")
    assert review.state == "open"
    assert [row.is_settled for row in contested(review)] == [True, False, False, False, False]
    answer(health, [2, 2, 1, 0, 0])
    assert [row.is_settled for row in contested(review)] == [False, False, False, False, False]
    assert review.items.first().note == "Agreed"
    assert AuditEvent.objects.get(action="reopened review").detail == {
        "before": "closed",
        "reason": "The trust has news",
    }


def test_evidence_is_carried_over_only_where_the_setting_shows_it_to_all(dana, partnership, alice, henry):
    checklist(1)
    told = {}
    for sharing in ("coordinators", "members"):
        review = open_review(dana, title=sharing, partnership=partnership, sharing=sharing)
        for answerer in ask(review, alice, henry):
            answer(answerer, [1], evidence=f"Kept by {answerer.user.first_name}")
        stopped(review, dana)
        told[sharing] = close_review(dana, review=review).items.get().evidence
    assert told == {
        "coordinators": "",
        "members": "Harbour Hospital: Kept by Henry\nHaverley Police: Kept by Alice",
    }


def test_where_one_of_several_agencies_answered_its_evidence_stays_with_the_coordinators(dana, review, alice, henry):
    first, _second = ask(review, alice, henry)
    answer(first, [1, 1, 1, 1, 1], evidence="Kept at the station")
    stopped(review, dana)
    assert set(close_review(dana, review=review).items.values_list("level", "evidence")) == {(1, "")}


def test_answers_given_to_the_coordinators_alone_are_not_shown_to_others_afterwards(dana, review, alice):
    change_review(dana, review=review, title="Spring", sharing="members", due_on=None)
    review = change_review(dana, review=review, title="Spring", sharing="coordinators", due_on=None)
    [answerer] = ask(review, alice)
    answer(answerer, [1, 1, 1, 1, 1])
    with pytest.raises(ReviewError, match="for the coordinators alone"):
        change_review(dana, review=review, title="Spring", sharing="members", due_on=None)


def test_the_result_compares_with_the_closed_review_before(dana, partnership, alice, henry):
    checklist(2, 1)
    before = closed_review(dana, partnership=partnership, levels=[0, 1, 2])
    review = open_review(dana, title="Now", partnership=partnership)
    police, _health = ask(review, alice, henry)
    answer(police, [1, 3, 1])
    stopped(review, dana)
    result = result_of(close_review(dana, review=review))
    assert result.earlier.review == before
    assert [result.moves[theme.theme].levels for theme in result.themes] == [3, -1]
    assert (result.answered, result.asked) == (1, 2)
    assert [gap.item.title for gap in result.gaps] == ["Item 1.1", "Item 2.1"]
    assert result.totals.in_place == 1


def test_the_coordinator_puts_gaps_in_an_order_of_their_own(dana, haverley, charlie):
    [theme] = checklist(3)
    theme.items.filter(title="Item 1.3").update(risk=3)
    review = closed_review(dana, organisation=haverley, levels=[0, 0, 0])

    def order():
        return [gap.item.title[-1] for gap in result_of(review).gaps]

    def item(number):
        return next(one for one in review.items.all() if one.title == f"Item 1.{number}")

    assert order() == ["3", "1", "2"]
    move_gap(dana, item=item(2), where="top")
    assert order() == ["2", "3", "1"]
    move_gap(dana, item=item(3), where="down")
    assert order() == ["2", "1", "3"]
    move_gap(dana, item=item(3), where="up")
    assert order() == ["2", "3", "1"]
    with pytest.raises(NotAllowed):
        move_gap(charlie, item=item(3), where="up")
    put_back_order(dana, review=review)
    assert order() == ["3", "1", "2"]


def test_a_closed_review_is_seen_by_coordinators_of_the_members_without_the_answers(dana, partnership, lena, charlie):
    checklist(1)
    review = closed_review(dana, partnership=partnership, levels=[1])
    seat = seat_at(lena, uuid=review.uuid)
    assert (seat.coordinates, seat.sees_result, seat.sees_answers) == (False, True, False)
    assert seat_at(charlie, uuid=review.uuid) is None
