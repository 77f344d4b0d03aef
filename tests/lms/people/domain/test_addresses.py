"""Another address for an account that nobody has opened: whoever has the old one gets in nowhere."""

import pytest
from django.utils import timezone

from lms.people.domain.addresses import correct_address
from lms.people.domain.claiming import activation_link, find_activation
from lms.people.domain.errors import AlreadyMember, NotAllowed
from lms.people.domain.invitations import accept, invite
from lms.people.domain.inviting_many import ask_for_batch, sweep
from lms.people.models import Invitation, Membership, User
from tests.factories.assigning import EvidenceFactory
from tests.factories.courses import ModuleFactory
from tests.factories.people import MembershipFactory, OrganisationFactory, TeamFactory, UserFactory

pytestmark = pytest.mark.django_db
WRONG, RIGHT = "aliec@police.example.org", "alice.new@police.example.org"


@pytest.fixture
def listed(haverley) -> Membership:
    """Somebody whom a list brought in under a wrong address."""
    user = User(email=WRONG, first_name="Alice")
    user.set_unusable_password()
    user.save()
    return Membership.objects.create(user=user, organisation=haverley)


def test_links_and_invitations_sent_to_the_wrong_address_open_nothing(bob, haverley, listed):
    token = activation_link(listed.user, membership=listed).rstrip("/").rsplit("/", 1)[-1]
    ask_for_batch(bob, kind="send", organisation=haverley)
    sweep()
    assert find_activation(token) == listed
    assert Invitation.objects.open().filter(email=WRONG).count() == 1

    correct_address(bob, user=listed.user, email=RIGHT)
    assert find_activation(token) is None
    assert Invitation.objects.open().filter(email=WRONG).count() == 0
    assert User.objects.get(pk=listed.user_id).email == RIGHT


@pytest.mark.parametrize("who", ["charlie", "alice", "dana", "erin"])
def test_nobody_but_their_lead_corrects_it(who, request, listed):
    with pytest.raises(NotAllowed):
        correct_address(request.getfixturevalue(who), user=listed.user, email=RIGHT)


def test_an_address_that_nobody_has_is_given_to_the_account_and_invited(bob, haverley, listed):
    assert correct_address(bob, user=listed.user, email=f" {RIGHT.upper()}")
    listed.refresh_from_db()
    assert (listed.user.email, listed.ended_on) == (RIGHT, None)
    assert [(one.organisation, one.email) for one in Invitation.objects.open()] == [(haverley, RIGHT)]


def test_an_address_that_has_an_account_turns_the_membership_into_an_invitation(bob, haverley, elsewhere, listed):
    module, team = ModuleFactory(), TeamFactory(organisation=haverley)
    Membership.objects.filter(pk=listed.pk).update(job_role="Officer", team=team, is_coordinator=True)
    evidence = EvidenceFactory(user=listed.user, organisation=haverley, module=module, accepted_by=bob)
    owner = MembershipFactory(organisation=elsewhere).user
    assert correct_address(bob, user=listed.user, email=owner.email)
    listed.refresh_from_db()
    assert (listed.user.email, listed.ended_on) == (WRONG, timezone.localdate())
    evidence.refresh_from_db()
    assert (evidence.user, evidence.withdrawn_at) == (listed.user, None)
    assert not owner.memberships.filter(organisation=haverley).exists()

    joined = accept(Invitation.objects.open().get(), user=owner)
    said = (joined.organisation, joined.job_role, joined.team, joined.is_coordinator, joined.is_lead)
    assert said == (haverley, "Officer", team, True, False)


def test_every_unit_the_list_put_them_in_invites_the_owner(bob, haverley, listed):
    unit = OrganisationFactory(parent=haverley, name="West")
    MembershipFactory(user=listed.user, organisation=unit)
    owner = UserFactory()
    correct_address(bob, user=listed.user, email=owner.email)
    assert {one.organisation for one in Invitation.objects.open().filter(email=owner.email)} == {haverley, unit}
    assert not listed.user.memberships.current().exists()


def test_an_invitation_that_is_out_already_stays_the_one(bob, haverley, listed):
    before = invite(bob, organisation=haverley, email=RIGHT)
    assert correct_address(bob, user=listed.user, email=RIGHT)
    assert list(Invitation.objects.open()) == [before]


def test_the_same_address_changes_nothing(bob, listed):
    assert not correct_address(bob, user=listed.user, email=WRONG.upper())
    assert not Invitation.objects.exists()


def test_somebody_who_is_there_already_is_no_second_person(bob, alice, haverley, listed):
    with pytest.raises(AlreadyMember):
        correct_address(bob, user=listed.user, email=alice.email)
    listed.refresh_from_db()
    assert (listed.user.email, listed.ended_on) == (WRONG, None)
