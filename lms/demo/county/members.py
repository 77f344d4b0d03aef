"""The county's people as accounts and memberships: movers have two of them, leavers an ended one."""

from datetime import datetime, time, timedelta

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from lms.demo.county.stories import Story
from lms.demo.people import hashed_password
from lms.people.models import Membership, Organisation, Team, User


def seed_members(found: list[Story], organisations: dict[str, Organisation]) -> dict[str, User]:
    """Accounts by e-mail for every story, with addresses and memberships. None of them may exist yet."""
    nobody = make_password(None)
    users = User.objects.bulk_create([account(story, nobody) for story in found])
    by_email = {user.email: user for user in users}
    EmailAddress.objects.bulk_create(
        EmailAddress(user=by_email[story.email], email=story.email, verified=story.has_signed_in, primary=True)
        for story in found
    )
    teams = {(team.organisation_id, team.name): team for team in Team.objects.all()}
    rows = []
    for story in found:
        rows += memberships(story, by_email[story.email], organisations, teams)
    Membership.objects.bulk_create(rows)
    return by_email


def account(story: Story, nobody: str) -> User:
    """One account; who has never signed in has no password."""
    joined = timezone.make_aware(datetime.combine(story.joined, time(9)))
    active = story.completed[-1] if story.completed else story.joined + timedelta(days=9)
    return User(
        email=story.email,
        password=hashed_password() if story.has_signed_in else nobody,
        first_name=story.first_name,
        last_name=story.last_name,
        date_joined=joined,
        last_login=timezone.make_aware(datetime.combine(active, time(9, 5))) if story.has_signed_in else None,
    )


def memberships(story: Story, user: User, organisations: dict, teams: dict) -> list[Membership]:
    """The person's places: the one before a move, and the one they have or had last."""
    here = organisations[story.body.name]
    rows = []
    if story.moved:
        before = Membership(user=user, organisation=organisations[story.came_from], job_role=story.job_role)
        before.started_on, before.ended_on = story.joined, story.moved
        before.is_first_responder = story.body.first_responder
        rows.append(before)
    rows.append(
        Membership(
            user=user,
            organisation=here,
            team=teams.get((here.pk, story.team)),
            job_role=story.job_role,
            is_lead=story.is_lead,
            is_first_responder=story.body.first_responder,
            is_child_facing=story.job_role in story.body.child_facing,
            started_on=story.moved or story.joined,
            ended_on=story.left,
        )
    )
    return rows
