"""The boundary between partnerships: coordinators of two, agencies that leave, units that move, people who leave."""

import datetime

import pytest

from lms.people.domain.organisations import create_organisation
from lms.people.models import Membership, Organisation, User
from tests.conftest import member
from tests.factories.people import MembershipFactory, OrganisationFactory
from tests.factories.reviews import PartnershipFactory, ask, checklist, closed_review
from toolkit_pages.domain.actions import NoSuchOwner, make_action
from toolkit_pages.domain.review_access import (
    able_to_answer,
    actions_visible_to,
    answerers_of,
    organisations_coordinated_by,
    organisations_of,
    reviews_coordinated_by,
    reviews_visible_to,
    seat_at,
)
from toolkit_pages.domain.reviewing import open_review
from toolkit_pages.models import PartnershipMember

pytestmark = pytest.mark.django_db
YESTERDAY = datetime.date.today() - datetime.timedelta(days=1)


def fresh(user):
    """The person as their next request knows them."""
    return User.objects.get(pk=user.pk)


def test_a_coordinator_of_two_partnerships_keeps_them_apart(dana, partnership, haverley, henry, lena):
    fire = OrganisationFactory(name="Exampleshire Fire", kind="fire")
    fiona = member("Fiona", fire, is_coordinator=True)
    haverley.refresh_from_db()
    other = PartnershipFactory(name="Coast Partnership", members=[haverley, fire])
    checklist(1)
    dana = fresh(dana)
    here, there = (closed_review(dana, partnership=one, levels=[0]) for one in (partnership, other))
    assert set(reviews_coordinated_by(dana)) == {here, there}
    assert (list(reviews_visible_to(lena)), list(reviews_visible_to(fiona))) == ([here], [there])
    day = datetime.date(2126, 6, 30)
    make_action(dana, review=here, title="Sign it", due_on=day, owner_email=henry.email)
    with pytest.raises(NoSuchOwner):
        make_action(dana, review=there, title="Sign it", due_on=day, owner_email=henry.email)
    assert (actions_visible_to(lena).count(), actions_visible_to(fiona).count()) == (1, 0)


def test_whose_agency_left_and_joined_again_answers_again(review, henry, harbour, partnership):
    ask(review, henry)
    PartnershipMember.objects.filter(organisation=harbour).update(left_on=YESTERDAY)
    assert seat_at(fresh(henry), uuid=review.uuid) is None
    PartnershipMember.objects.create(partnership=partnership, organisation=harbour)
    assert seat_at(fresh(henry), uuid=review.uuid).may_answer is True


def test_a_unit_that_moved_to_another_force_answers_no_more(dana, haverley, elsewhere):
    checklist(1)
    unit = OrganisationFactory(parent=haverley, name="Control Room")
    una = MembershipFactory(organisation=unit).user
    review = open_review(dana, title="Ours", organisation=Organisation.objects.get(pk=haverley.pk))
    [answerer] = ask(review, una)
    answerer.organisation = unit
    answerer.save()
    assert [one.pk for one in answerers_of(fresh(una))] == [answerer.pk]
    Organisation.objects.get(pk=unit.pk).move(Organisation.objects.get(pk=elsewhere.pk), "sorted-child")
    assert list(answerers_of(fresh(una))) == []
    assert able_to_answer(review) == {}


def test_who_is_able_to_answer_is_the_same_rule_for_one_person_and_for_all(review, alice, henry, lena, bob, harbour):
    asked = ask(review, alice, henry, lena, bob)
    Membership.objects.filter(user=alice).update(started_on=YESTERDAY, ended_on=YESTERDAY)
    PartnershipMember.objects.filter(organisation=harbour).update(left_on=YESTERDAY)
    User.objects.filter(pk=lena.pk).update(is_active=False)
    each = {one.pk for answerer in asked for one in answerers_of(fresh(answerer.user))}
    assert set(able_to_answer(review)) == each == {asked[3].pk}


def test_an_organisation_that_moves_the_others_opens_nobody_else_s_reviews(dana, charlie, haverley, elsewhere):
    """A person's memberships are read once for a request; the tree may change before the rest of it is read."""
    MembershipFactory(user=charlie, organisation=OrganisationFactory(parent=elsewhere), is_coordinator=True)
    charlie = fresh(charlie)
    assert haverley in organisations_coordinated_by(dana)
    assert elsewhere in organisations_of(charlie)
    own = set(organisations_of(charlie))
    create_organisation(None, name="Aardvark Rescue", kind="charity")
    assert not organisations_coordinated_by(dana).exists()
    assert not organisations_coordinated_by(charlie).exists()
    assert set(organisations_of(charlie)) == own
    assert haverley in organisations_coordinated_by(fresh(dana))
