"""The starter reviews: a partnership with two closed reviews and an open one, actions in every state, once."""

from collections import Counter

import pytest
from django.utils import timezone

from lms.audit.models import AuditEvent
from lms.demo.people import seed_people
from lms.demo.reviews import seed_reviews
from lms.outbox.models import OutgoingEmail
from tests.factories.reviews import checklist
from toolkit_pages.domain.review_results import result_of
from toolkit_pages.models import Action, ChecklistReview, PartnershipMember

pytestmark = pytest.mark.django_db


def test_the_partnership_and_its_reviews_are_seeded_once():
    seed_people()
    checklist(6, 6)
    for _time in range(2):
        seed_reviews()
    members = PartnershipMember.objects.values_list("organisation__name", "is_leading")
    assert list(members) == [("Haverley Borough Council", False), ("Marchshire Police", True)]
    recorded = AuditEvent.objects.filter(action="added member of partnership")
    assert {event.actor.email for event in recorded} == {"admin@editors.example.org"}
    assert recorded.count() == 2
    assert Counter(ChecklistReview.objects.values_list("state", flat=True)) == {"closed": 2, "open": 1}
    states = {
        "late" if one in Action.objects.late(timezone.localdate()) else one.status for one in Action.objects.all()
    }
    assert states == {"under_way", "late", "done", "to_do", "dropped"}
    assert OutgoingEmail.objects.count() == 0


def test_the_second_review_is_compared_with_the_first_which_one_agency_left_unanswered():
    seed_people()
    checklist(6, 6)
    seed_reviews()
    result = result_of(ChecklistReview.objects.get(title="Second review"))
    assert (result.earlier.review.title, result.earlier.answered, result.earlier.asked) == ("First review", 1, 2)
    assert (result.answered, result.asked) == (2, 2)
    assert sum(move.levels for move in result.moves.values()) > 0


def test_without_a_checklist_there_is_no_review():
    seed_people()
    seed_reviews()
    assert ChecklistReview.objects.count() == 0
