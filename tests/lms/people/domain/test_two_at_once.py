"""Two clicks on one button: one account, one membership, one team."""

import pytest

from lms.audit.models import AuditEvent
from lms.people.domain.errors import PeopleError
from lms.people.domain.invitations import accept_with_new_account, invite
from lms.people.domain.organisations import create_team
from lms.people.models import Membership, Team, User
from tests.courses.domain.test_concurrency import at_once

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
ADDRESS = "new@police.example.org"


def test_accepting_an_invitation_at_once_makes_one_account(bob, haverley):
    invitation = invite(bob, organisation=haverley, email=ADDRESS)

    def accept(_number) -> bool:
        try:
            accept_with_new_account(invitation, first_name="New", last_name="Person", password="three-plain-words")
        except PeopleError:
            return False
        return True

    assert sum(at_once(accept)) == 1
    assert Membership.objects.filter(user=User.objects.get(email=ADDRESS), organisation=haverley).count() == 1


def test_making_a_team_at_once_makes_one(bob, haverley):
    teams = at_once(lambda _number: create_team(bob, organisation=haverley, name="Custody").pk)
    assert set(teams) == {Team.objects.get().pk}
    assert AuditEvent.objects.filter(action="created team").count() == 1
