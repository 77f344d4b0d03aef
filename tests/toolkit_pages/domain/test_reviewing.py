"""Opening a review and asking people: who may, who is found, and who sees it."""

import datetime

import pytest

from lms.audit.models import AuditEvent
from lms.outbox.models import OutgoingEmail
from lms.people.models import Membership
from tests.factories.people import MembershipFactory, OrganisationFactory
from tests.factories.reviews import ask, checklist
from toolkit_pages.domain.review_access import (
    NotAllowed,
    ReviewError,
    reviews_visible_to,
    seat_at,
)
from toolkit_pages.domain.review_asking import ask_people
from toolkit_pages.domain.reviewing import open_review
from toolkit_pages.models import ChecklistTheme, PartnershipMember, ReviewAnswer, SavedChecklist

pytestmark = pytest.mark.django_db


def test_a_review_keeps_the_words_of_the_day(review):
    theme = ChecklistTheme.objects.get(title="Theme 1")
    theme.title = "Another name"
    theme.save()
    item = theme.items.first()
    item.title = "Other words"
    item.save()
    assert [(row.theme_title, row.title) for row in review.items.all()] == [
        ("Theme 1", "Item 1.1"),
        ("Theme 1", "Item 1.2"),
        ("Theme 1", "Item 1.3"),
        ("Theme 2", "Item 2.1"),
        ("Theme 2", "Item 2.2"),
    ]
    assert AuditEvent.objects.filter(action="opened review", actor=review.opened_by).count() == 1


def test_without_published_items_there_is_nothing_to_review(dana, haverley):
    with pytest.raises(ReviewError, match="no published items"):
        open_review(dana, title="Empty", organisation=haverley)


@pytest.mark.parametrize("who", ["alice", "bob", "charlie", "erin", "lena"])
def test_only_a_coordinator_of_the_leading_member_opens_a_partnerships_review(request, who, partnership):
    checklist(1)
    with pytest.raises(NotAllowed):
        open_review(request.getfixturevalue(who), title="Mine", partnership=partnership)


def test_a_coordinator_above_opens_a_review_of_a_unit_but_not_the_other_way(dana, haverley):
    checklist(1)
    unit = OrganisationFactory(parent=haverley, name="Control Room")
    below = MembershipFactory(organisation=unit, is_coordinator=True).user
    assert open_review(dana, title="Unit", organisation=unit).organisation == unit
    with pytest.raises(NotAllowed):
        open_review(below, title="All", organisation=haverley)


def test_only_members_of_the_agencies_are_found_by_address(review, alice, henry, charlie):
    lines = [(1, alice.email.upper()), (2, charlie.email), (3, "nobody@example.org"), (4, henry.email)]
    asked = ask_people(review.opened_by, review=review, addresses=lines, themes=ChecklistTheme.objects.all())
    assert [answerer.user for answerer in asked.people] == [alice, henry]
    assert asked.unknown == [(2, charlie.email), (3, "nobody@example.org")]
    assert sorted(OutgoingEmail.objects.filter(kind="review_asked").values_list("to", "subject")) == [
        (alice.email, "You are asked to answer a checklist"),
        (henry.email, "You are asked to answer a checklist"),
    ]


def test_asking_again_adds_themes_and_sends_nothing(review, alice):
    first, second = ChecklistTheme.objects.order_by("order")
    for theme in (first, second):
        ask_people(review.opened_by, review=review, addresses=[(1, alice.email)], themes=[theme])
    assert list(review.answerers.get().themes.order_by("order")) == [first, second]
    assert OutgoingEmail.objects.filter(kind="review_asked").count() == 1


def test_somebody_of_a_unit_answers_for_the_member_above(review, haverley):
    unit = OrganisationFactory(parent=haverley, name="Control Room")
    una = MembershipFactory(organisation=unit).user
    [answerer] = ask(review, una)
    assert answerer.organisation == haverley
    assert [found.pk for found in reviews_visible_to(una)] == [review.pk]


@pytest.mark.parametrize("who", ["charlie", "bob", "erin", "lena"])
def test_an_open_review_is_seen_by_its_coordinators_and_those_asked_alone(request, who, review, alice):
    ask(review, alice)
    assert seat_at(request.getfixturevalue(who), uuid=review.uuid) is None
    assert seat_at(alice, uuid=review.uuid).answering[0].user == alice
    assert seat_at(review.opened_by, uuid=review.uuid).coordinates is True


def test_whoever_leaves_the_agency_or_whose_agency_leaves_sees_the_review_no_more(review, alice, henry, harbour):
    ask(review, alice, henry)
    yesterday = datetime.date.today() - datetime.timedelta(days=1)
    Membership.objects.filter(user=alice).update(started_on=yesterday, ended_on=yesterday)
    PartnershipMember.objects.filter(organisation=harbour).update(left_on=yesterday)
    for person in (alice, henry):
        person.__dict__.pop("current_memberships", None)
        assert list(reviews_visible_to(person)) == []


def test_a_former_coordinator_leads_nothing(review):
    Membership.objects.filter(user=review.opened_by).update(is_coordinator=False)
    review.opened_by.__dict__.pop("current_memberships", None)
    assert seat_at(review.opened_by, uuid=review.uuid) is None


def test_starting_from_ones_own_checklist_brings_its_answers(dana, haverley):
    themes = checklist(2)
    item = themes[0].items.first()
    kept = {"level": 2, "evidence": "Plan of May", "owner": "Dana", "review_by": "2026-12-01"}
    SavedChecklist.objects.create(user=dana, answers={str(item.pk): kept, "999": {**kept, "level": 1}})
    review = open_review(dana, title="Ours", organisation=haverley, start_from_own=True)
    row = ReviewAnswer.objects.get()
    assert (row.review_item.item, row.level, row.evidence, row.owner) == (item, 2, "Plan of May", "Dana")
    assert row.review_by == datetime.date(2026, 12, 1)
    assert review.answerers.get().user == dana
