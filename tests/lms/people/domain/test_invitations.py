"""Invitations: who may send one, to whom it is bound, and how often it works."""

import hashlib
import re
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils import timezone

from lms.audit.models import AuditEvent
from lms.outbox.models import OutgoingEmail
from lms.people.domain.errors import (
    AddressInUse,
    AlreadyInvited,
    AlreadyMember,
    InvitationClosed,
    NotAllowed,
    SentJustNow,
)
from lms.people.domain.invitations import accept, accept_with_new_account, find_open, invite, resend, withdraw
from lms.people.models import Invitation, User
from tests.factories.people import MembershipFactory, OrganisationFactory, TeamFactory, UserFactory

pytestmark = pytest.mark.django_db
ADDRESS = "new@police.example.org"


def token_in(email: OutgoingEmail) -> str:
    """The secret of the link in an e-mail."""
    return re.search(r"/invitations/([^/\s]+)/", email.text)[1]


def test_the_link_is_in_the_email_and_only_its_hash_in_the_table(bob, haverley):
    invitation = invite(bob, organisation=haverley, email=" New@Police.Example.ORG ")
    email = OutgoingEmail.objects.get()
    assert (invitation.email, email.to, email.subject) == (ADDRESS, ADDRESS, "Your invitation to training")
    assert invitation.token_hash == hashlib.sha256(token_in(email).encode()).hexdigest()
    assert token_in(email) not in str(Invitation.objects.values_list().get())


def test_a_lead_may_invite_into_a_unit_below(bob, haverley):
    unit = OrganisationFactory(parent=haverley)
    assert invite(bob, organisation=unit, email=ADDRESS).organisation == unit


@pytest.mark.parametrize("who", ["charlie", "alice", "dana", "erin"])
def test_nobody_but_a_lead_of_the_organisation_may_invite(who, request, haverley):
    with pytest.raises(NotAllowed):
        invite(request.getfixturevalue(who), organisation=haverley, email=ADDRESS)
    assert (Invitation.objects.count(), OutgoingEmail.objects.count()) == (0, 0)


def test_a_lead_of_a_unit_may_not_invite_into_the_organisation_above(haverley):
    from tests.factories.people import MembershipFactory

    unit = OrganisationFactory(parent=haverley)
    lead = MembershipFactory(organisation=unit, is_lead=True).user
    with pytest.raises(NotAllowed):
        invite(lead, organisation=haverley, email=ADDRESS)


def test_a_team_of_another_organisation_is_refused(bob, haverley, elsewhere):
    with pytest.raises(NotAllowed):
        invite(bob, organisation=haverley, email=ADDRESS, team=TeamFactory(organisation=elsewhere))


def test_a_member_is_not_invited_again(bob, alice, haverley):
    with pytest.raises(AlreadyMember):
        invite(bob, organisation=haverley, email="ALICE@police.example.org")


def test_an_open_invitation_is_not_doubled(bob, haverley):
    invite(bob, organisation=haverley, email=ADDRESS)
    with pytest.raises(AlreadyInvited):
        invite(bob, organisation=haverley, email=ADDRESS)
    assert OutgoingEmail.objects.count() == 1


def test_one_that_ran_out_gives_way_to_a_new_one(bob, haverley):
    old = invite(bob, organisation=haverley, email=ADDRESS, at=timezone.now() - timedelta(days=15))
    new = invite(bob, organisation=haverley, email=ADDRESS)
    old.refresh_from_db()
    assert old.withdrawn_at is not None
    assert list(Invitation.objects.open()) == [new]


def test_a_change_that_is_rolled_back_sends_nothing(bob, haverley):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        invite(bob, organisation=haverley, email=ADDRESS)
        1 / 0  # noqa: B018
    assert (Invitation.objects.count(), OutgoingEmail.objects.count(), AuditEvent.objects.count()) == (0, 0, 0)


def test_sending_again_stops_the_first_link(bob, haverley):
    sent_at = timezone.now() - timedelta(days=3)
    invitation = invite(bob, organisation=haverley, email=ADDRESS, at=sent_at)
    OutgoingEmail.objects.update(created_at=sent_at)
    again = resend(bob, invitation=invitation)
    first, second = OutgoingEmail.objects.order_by("pk")
    assert find_open(token_in(first)) is None
    assert find_open(token_in(second)) == invitation
    assert again.expires_at > invitation.expires_at


def test_sending_again_within_a_minute_is_refused(bob, haverley):
    invitation = invite(bob, organisation=haverley, email=ADDRESS)
    with pytest.raises(SentJustNow):
        resend(bob, invitation=invitation)


def test_only_a_lead_of_the_organisation_may_send_again_or_withdraw(bob, charlie, haverley):
    invitation = invite(bob, organisation=haverley, email=ADDRESS)
    for change in (resend, withdraw):
        with pytest.raises(NotAllowed):
            change(charlie, invitation=invitation)


def test_a_withdrawn_link_does_not_work(bob, haverley):
    invitation = invite(bob, organisation=haverley, email=ADDRESS)
    withdraw(bob, invitation=invitation)
    withdraw(bob, invitation=invitation)
    assert find_open(token_in(OutgoingEmail.objects.get())) is None
    assert list(AuditEvent.objects.values_list("action", flat=True)) == ["withdrew invitation", "invited"]
    with pytest.raises(InvitationClosed):
        accept_with_new_account(invitation, first_name="New", last_name="Example", password="long enough words")


def test_a_link_stops_after_fourteen_days(bob, haverley):
    invite(bob, organisation=haverley, email=ADDRESS)
    token = token_in(OutgoingEmail.objects.get())
    assert find_open(token, at=timezone.now() + timedelta(days=13, hours=23)) is not None
    assert find_open(token, at=timezone.now() + timedelta(days=14, seconds=1)) is None


def test_the_link_makes_an_account_with_a_confirmed_address(bob, haverley):
    invitation = invite(bob, organisation=haverley, email=ADDRESS, is_lead=True, job_role="Detective")
    user = accept_with_new_account(invitation, first_name="New", last_name="Example", password="long enough words")
    address = EmailAddress.objects.get(user=user)
    membership = user.current_memberships[0]
    assert (address.email, address.verified, address.primary) == (ADDRESS, True, True)
    assert (membership.organisation, membership.is_lead, membership.job_role) == (haverley, True, "Detective")
    assert user.check_password("long enough words")


def test_an_account_is_never_made_for_an_address_that_has_one(bob, charlie, haverley):
    invitation = invite(bob, organisation=haverley, email=charlie.email)
    with pytest.raises(AddressInUse):
        accept_with_new_account(invitation, first_name="X", last_name="Y", password="long enough words")
    assert User.objects.with_email(charlie.email).count() == 1


def test_somebody_with_that_confirmed_address_joins_once(bob, charlie, haverley):
    invitation = invite(bob, organisation=haverley, email=charlie.email)
    membership = accept(invitation, user=charlie)
    assert (membership.organisation, membership.is_lead) == (haverley, False)
    with pytest.raises(InvitationClosed):
        accept(invitation, user=charlie)


def test_the_link_is_of_no_use_to_somebody_else(bob, charlie, haverley):
    invitation = invite(bob, organisation=haverley, email=ADDRESS, is_lead=True)
    with pytest.raises(InvitationClosed):
        accept(invitation, user=charlie)
    assert [m.organisation.name for m in charlie.current_memberships] == ["Elsewhere Council"]


def test_an_address_that_is_not_confirmed_does_not_count(bob, haverley):
    invitation = invite(bob, organisation=haverley, email=ADDRESS)
    thief = UserFactory()
    EmailAddress.objects.create(user=thief, email=ADDRESS, verified=False)
    with pytest.raises(InvitationClosed):
        accept(invitation, user=thief)


def test_accepting_adds_roles_and_takes_none(bob, alice, haverley):
    unit = OrganisationFactory(parent=haverley)
    from tests.factories.people import MembershipFactory

    MembershipFactory(user=alice, organisation=unit, is_coordinator=True)
    invitation = Invitation.objects.create(
        organisation=unit,
        email=alice.email,
        is_lead=True,
        token_hash="0" * 64,
        invited_by=bob,
        expires_at=timezone.now() + timedelta(days=1),
    )
    membership = accept(invitation, user=alice)
    assert (membership.is_lead, membership.is_coordinator) == (True, True)


def test_who_is_on_a_list_for_a_day_to_come_comes_in_when_they_accept(bob, haverley):
    user, today = UserFactory(email=ADDRESS), timezone.localdate()
    listed = MembershipFactory(user=user, organisation=haverley, started_on=today + timedelta(days=9))
    joined = accept(invite(bob, organisation=haverley, email=ADDRESS, is_lead=True), user=user)
    assert (joined.pk, joined.started_on, joined.is_lead) == (listed.pk, today, True)
