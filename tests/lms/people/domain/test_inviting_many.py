"""Invitations by the hundred: each person once, under kills and repeats, and only where the lead leads."""

from datetime import timedelta

import pytest
from django.utils import timezone

from lms.outbox.models import OutgoingEmail
from lms.people.domain import inviting_many
from lms.people.domain.errors import NotAllowed
from lms.people.domain.inviting_many import ask_for_batch, by_state, sweep, units_to_invite
from lms.people.models import Invitation, Organisation
from tests.factories.people import MembershipFactory, OrganisationFactory
from tests.factories.rosters import applied_import

pytestmark = pytest.mark.django_db


@pytest.fixture
def five(bob, haverley):
    """Five people of a list: three in the organisation, two in a unit."""
    OrganisationFactory(parent=haverley, name="West")
    rows = [f"p{n}@police.example.org,Person Number{n},{'West' if n > 2 else ''}" for n in range(5)]
    applied_import(bob, haverley, "E-mail,Name,Unit", *rows)
    bob.last_login = timezone.now()
    bob.save(update_fields=["last_login"])


def addresses() -> list[str]:
    return sorted(OutgoingEmail.objects.values_list("to", flat=True))


def test_everybody_who_never_signed_in_gets_one_email(bob, haverley, five):
    batch = ask_for_batch(bob, kind="send", organisation=haverley)
    assert batch.people_to_do == 5
    assert (sweep(), sweep()) == (1, 0)
    ask_for_batch(bob, kind="send", organisation=haverley)
    sweep()
    assert addresses() == [f"p{n}@police.example.org" for n in range(5)]
    batch.refresh_from_db()
    assert (batch.people_done, batch.finished_at is not None) == (5, True)


def test_a_unit_is_counted_with_what_is_below(bob, haverley, five):
    assert [(unit.name, count) for unit, count in units_to_invite(bob)] == [("Haverley Police", 5), ("West", 2)]


def test_who_is_in_two_units_counts_once_and_gets_one_email(bob, haverley, five):
    west = Organisation.objects.get(name="West")
    far = OrganisationFactory(parent=west, name="Far West")
    both = MembershipFactory(organisation=west, user__email="p9@police.example.org")
    MembershipFactory(organisation=far, user=both.user)
    counted = [("Haverley Police", 6), ("West", 3), ("Far West", 1)]
    assert [(unit.name, count) for unit, count in units_to_invite(bob)] == counted
    assert ask_for_batch(bob, kind="send", organisation=west).people_to_do == 3
    sweep()
    assert addresses() == ["p3@police.example.org", "p4@police.example.org", "p9@police.example.org"]
    assert [count for _unit, count in units_to_invite(bob)] == [3, 0, 0]
    ask_for_batch(bob, kind="send", organisation=haverley)
    sweep()
    assert len(addresses()) == 6


def test_a_killed_sweep_goes_on_where_it_stopped(bob, haverley, five, monkeypatch):
    monkeypatch.setattr(inviting_many, "BATCH", 2)
    ask_for_batch(bob, kind="send", organisation=haverley)
    do_one, done = inviting_many.do_one, []

    def killed(batch, row, *, at):
        done.append(row)
        if len(done) == 4:
            raise KeyboardInterrupt
        do_one(batch, row, at=at)

    monkeypatch.setattr(inviting_many, "do_one", killed)
    with pytest.raises(KeyboardInterrupt):
        sweep()
    assert len(addresses()) == 2
    assert sweep() == 0
    later = timezone.now() + timedelta(minutes=3)
    monkeypatch.setattr(inviting_many.timezone, "now", lambda: later)
    assert sweep() == 1
    assert addresses() == [f"p{n}@police.example.org" for n in range(5)]


def test_sending_again_makes_new_links_and_withdrawing_stops_them(bob, haverley, five):
    ask_for_batch(bob, kind="send", organisation=haverley)
    sweep()
    before = set(Invitation.objects.values_list("token_hash", flat=True))
    ask_for_batch(bob, kind="resend", organisation=haverley)
    sweep()
    assert len(addresses()) == 10
    assert before.isdisjoint(Invitation.objects.values_list("token_hash", flat=True))
    ask_for_batch(bob, kind="withdraw", organisation=haverley)
    sweep()
    assert Invitation.objects.filter(withdrawn_at=None).count() == 0


@pytest.mark.parametrize("kind", ["resend", "withdraw"])
def test_an_invitation_accepted_in_the_same_moment_is_left_alone(bob, haverley, five, monkeypatch, kind):
    monkeypatch.setattr(inviting_many, "BATCH", 1)
    ask_for_batch(bob, kind="send", organisation=haverley)
    sweep()
    first, *others = Invitation.objects.order_by("pk")
    ask_for_batch(bob, kind=kind, organisation=haverley)
    still_due = inviting_many.still_due

    def accepted_first(batch, keys):
        Invitation.objects.filter(pk=first.pk).update(accepted_at=timezone.now())
        return still_due(batch, keys)

    monkeypatch.setattr(inviting_many, "still_due", accepted_first)
    sweep()
    links = dict(Invitation.objects.values_list("pk", "token_hash"))
    assert links[first.pk] == first.token_hash
    assert Invitation.objects.get(pk=first.pk).withdrawn_at is None
    if kind == "resend":
        assert not {one.token_hash for one in others} & set(links.values())
    else:
        assert Invitation.objects.filter(withdrawn_at=None).count() == 1


@pytest.mark.parametrize("who", ["charlie", "alice", "dana", "erin"])
def test_nobody_but_a_lead_may_ask(who, request, haverley):
    with pytest.raises(NotAllowed):
        ask_for_batch(request.getfixturevalue(who), kind="send", organisation=haverley)


def test_a_lead_of_a_unit_invites_nobody_above_it(haverley, five):
    west = Organisation.objects.get(name="West")
    lead = MembershipFactory(organisation=west, is_lead=True, user__last_login=timezone.now()).user
    ask_for_batch(lead, kind="send", organisation=west)
    sweep()
    assert addresses() == ["p3@police.example.org", "p4@police.example.org"]


def test_invitations_are_found_by_state(bob, haverley, five):
    ask_for_batch(bob, kind="send", organisation=haverley)
    sweep()
    first, second, third, fourth, _fifth = Invitation.objects.order_by("email")
    now = timezone.now()
    Invitation.objects.filter(pk=first.pk).update(expires_at=now)
    Invitation.objects.filter(pk=second.pk).update(accepted_at=now)
    Invitation.objects.filter(pk=third.pk).update(withdrawn_at=now)
    found = {state: by_state(Invitation.objects.all(), state).count() for state in (*inviting_many.STATES, "")}
    assert found == {"open": 2, "expired": 1, "bounced": 0, "used": 1, "withdrawn": 1, "": 5}
