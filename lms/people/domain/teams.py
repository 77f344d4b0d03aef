"""Teams of an organisation: listed with their people, renamed and removed by its lead."""

from django.db import transaction
from django.db.models import Count, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.audit.domain.recording import record
from lms.people.domain.access import organisations_led_by
from lms.people.domain.errors import NameTaken
from lms.people.domain.organisations import check_may_change
from lms.people.models import Membership, Team, User
from lms.people.models.membership import running


def teams_visible_to(user: User) -> QuerySet[Team]:
    """The teams of the organisations the user leads, each with `people`, how many are in it today."""
    teams = Team.objects.filter(organisation__in=organisations_led_by(user)).select_related("organisation")
    return teams.annotate(people=people_today()).order_by("organisation__path", "name")


def people_today() -> Count:
    """How many people are in a team today, as an expression."""
    return Count("memberships", filter=running(timezone.localdate(), prefix="memberships__"))


@transaction.atomic
def rename_team(actor: User, *, team: Team, name: str) -> Team:
    """Change what a team is called. Raises NotAllowed, or NameTaken."""
    check_may_change(actor, organisation=team.organisation)
    locked = Team.objects.select_for_update().get(pk=team.pk)
    name = " ".join(name.split())
    if name == locked.name:
        return locked
    if Team.objects.filter(organisation=locked.organisation, name__iexact=name).exclude(pk=locked.pk).exists():
        raise NameTaken(_("%(organisation)s has a team of this name.") % {"organisation": locked.organisation})
    before, locked.name = locked.name, name
    locked.save(update_fields=["name"])
    record(actor, action="renamed team", subject=locked, organisation=locked.organisation, was=before)
    return locked


@transaction.atomic
def remove_team(actor: User, *, team: Team) -> int:
    """Remove a team; its people stay in the organisation, in no team. Returns how many. Raises NotAllowed."""
    check_may_change(actor, organisation=team.organisation)
    members = Membership.objects.filter(team=team)
    count = members.update(team=None, changed_at=timezone.now())
    record(actor, action="removed team", subject=team, organisation=team.organisation, people=count)
    team.delete()
    return count
