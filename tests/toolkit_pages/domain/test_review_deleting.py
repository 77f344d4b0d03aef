"""Deleting a review that was opened by mistake: only while nobody worked on it, and those asked are told."""

import datetime

import pytest
from django.utils import timezone

from lms.audit.models import AuditEvent
from lms.outbox.models import OutgoingEmail
from tests.factories.people import MembershipFactory
from tests.factories.reviews import answer, ask
from toolkit_pages.domain.actions import make_action
from toolkit_pages.domain.review_access import NotAllowed, ReviewError, reviews_visible_to
from toolkit_pages.domain.review_asking import ask_people
from toolkit_pages.domain.review_deleting import delete_review, why_kept
from toolkit_pages.domain.settling import reopen_review, settle_item, stop_answers
from toolkit_pages.models import Answerer, ChecklistItem, ChecklistReview, ReviewItem

pytestmark = pytest.mark.django_db


def letters():
    return list(OutgoingEmail.objects.filter(kind="review_deleted").order_by("to"))


def test_a_review_that_nobody_worked_on_goes_and_leaves_a_record(dana, haverley, review):
    assert why_kept(review) == ""
    assert delete_review(dana, review=review) == 0
    assert [model.objects.count() for model in (ChecklistReview, ReviewItem, ChecklistItem)] == [0, 0, 5]
    event = AuditEvent.objects.get(action="deleted review")
    assert (event.actor, event.organisation, event.subject_text) == (dana, haverley, "Spring review")
    assert event.detail == {"body": "Exampleshire Partnership", "people": []}


def test_those_asked_are_told_once_and_whoever_left_is_not(dana, review, henry, lena, alice, harbour, lantern):
    MembershipFactory(user=henry, organisation=lantern)
    themes = [review.items.first().theme]
    ask(review, henry, lena, alice, dana)
    Answerer.objects.create(review=review, user=henry, organisation=lantern, asked_by=dana).themes.set(themes)
    alice.memberships.update(ended_on=timezone.localdate())
    assert delete_review(dana, review=review) == 2
    assert [letter.to for letter in letters()] == sorted([henry.email, lena.email])
    assert letters()[0].subject == "You are not asked to answer a checklist any more"
    assert f"Questions? Ask Dana Example: {dana.email}" in letters()[0].text
    assert Answerer.objects.count() == 0
    assert [list(reviews_visible_to(person)) for person in (dana, henry)] == [[], []]


def test_a_review_stopped_by_mistake_too_can_be_deleted(dana, review):
    stop_answers(dana, review=review)
    delete_review(dana, review=review)
    assert ChecklistReview.objects.count() == 0


@pytest.mark.parametrize("who", ["alice", "bob", "charlie", "erin", "henry", "lena"])
def test_nobody_but_its_coordinators_deletes_it(request, who, review, henry):
    ask(review, henry)
    with pytest.raises(NotAllowed):
        delete_review(request.getfixturevalue(who), review=review)
    assert ChecklistReview.objects.get() == review
    assert letters() == []


def test_one_answer_keeps_it(dana, review, henry):
    [asked] = ask(review, henry)
    answer(asked, [0, None, None, None, None])
    with pytest.raises(ReviewError, match="It has answers, and nobody may lose theirs"):
        delete_review(dana, review=review)
    assert ChecklistReview.objects.get() == review
    assert letters() == []
    assert not AuditEvent.objects.filter(action="deleted review").exists()


def test_a_settled_item_keeps_it_also_when_answers_are_taken_again(dana, review):
    settle_item(dana, item=stop_answers(dana, review=review).items.first(), level=1, note="Agreed")
    reopen_review(dana, review=review, reason="Too early")
    with pytest.raises(ReviewError, match="Items of it are settled"):
        delete_review(dana, review=review)


def test_an_action_keeps_it(dana, review):
    due_on = timezone.localdate() + datetime.timedelta(days=30)
    make_action(dana, review=review, title="Meet", due_on=due_on, owner_name="The board")
    with pytest.raises(ReviewError, match="Actions were planned in it"):
        delete_review(dana, review=review)


def test_what_is_gone_already_changes_nothing(dana, review, henry):
    themes = [item.theme for item in review.items.all()]
    stale = ChecklistReview.objects.get()
    delete_review(dana, review=review)
    assert delete_review(dana, review=stale) == 0
    with pytest.raises(ReviewError, match="The review was deleted meanwhile"):
        ask_people(dana, review=stale, addresses=[(1, henry.email)], themes=themes)
    assert AuditEvent.objects.filter(action="deleted review").count() == 1
