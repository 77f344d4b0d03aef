"""A list cannot bring in somebody whom another organisation knows: they are asked, and their record stays hidden."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from lms.people.domain.access import people_visible_to
from lms.people.domain.invitations import accept
from lms.people.domain.roster_changes import apply_rows
from lms.people.domain.roster_decisions import decide_rows
from lms.people.domain.roster_plans import Scope
from lms.people.models import Invitation, Membership, RosterImport, RosterRow
from tests.factories.people import MembershipFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def imports(charlie, elsewhere):
    """Carry out a list of addresses for Elsewhere; returns the rows."""

    def carry_out(*emails: str) -> list[RosterRow]:
        roster_import = RosterImport.objects.create(
            organisation=elsewhere, uploaded_by=charlie, file=SimpleUploadedFile("people.csv", b"email")
        )
        scope = Scope(roster_import)
        said = [{"email": email, "first_name": "Somebody", "last_name": "Typed"} for email in emails]
        rows = [
            RosterRow.objects.create(
                roster_import=roster_import,
                number=number,
                said=values,
                action=plan.action,
                detail=plan.detail,
                email=plan.email,
            )
            for number, (values, plan) in enumerate(zip(said, decide_rows(said, scope=scope), strict=True), start=2)
        ]
        apply_rows(rows, scope=scope)
        return rows

    return carry_out


def test_a_person_of_another_organisation_is_invited_and_not_seen(imports, alice, charlie, elsewhere):
    imports("alice@police.example.org", "new@council.example.org")
    seen = people_visible_to(charlie).exclude(pk=charlie.pk)
    assert [person.email for person in seen] == ["new@council.example.org"]
    invitation = Invitation.objects.get(organisation=elsewhere)
    assert invitation.email == "alice@police.example.org"
    accept(invitation, user=alice)
    assert people_visible_to(charlie).filter(pk=alice.pk).exists()


def test_the_check_says_the_same_of_both(imports, alice):
    known, new = imports("alice@police.example.org", "new@council.example.org")
    assert (known.action, known.detail) == (new.action, new.detail)


def test_a_second_list_does_not_ask_again(imports, alice, elsewhere):
    imports("alice@police.example.org")
    imports("alice@police.example.org")
    assert Invitation.objects.filter(organisation=elsewhere).count() == 1


def test_somebody_who_moved_to_another_agency_does_not_come_back_unasked(imports, alice, elsewhere):
    today = timezone.localdate()
    MembershipFactory(user=alice, organisation=elsewhere, started_on=today, ended_on=today)
    imports("alice@police.example.org")
    assert not Membership.objects.current().filter(user=alice, organisation=elsewhere).exists()


def test_somebody_who_was_only_ever_here_comes_back(imports, elsewhere):
    today = timezone.localdate()
    left = MembershipFactory(
        organisation=elsewhere, user=UserFactory(email="sam@council.example.org"), started_on=today, ended_on=today
    )
    imports("sam@council.example.org")
    assert Membership.objects.filter(user=left.user, organisation=elsewhere).count() == 2


def test_an_account_of_nobody_yet_is_asked_too(imports):
    stranger = UserFactory(email="kim@council.example.org")
    imports("kim@council.example.org")
    assert not stranger.memberships.exists()
