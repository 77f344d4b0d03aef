"""Answers that no form asks for, and keys of another organisation in those it does: nothing comes of them."""

import pytest
from django.utils import timezone

from courses.models import Assignment, Evidence, Exemption, Requirement
from lms.people.models import ApprovedDomain, Invitation, Membership, Organisation, Team, User
from tests.factories.days import typed
from tests.permissions.asking import Asker
from tests.permissions.world import World, build

pytestmark = pytest.mark.django_db

MODELS = [Assignment, Evidence, Exemption, Requirement, ApprovedDomain, Invitation, Team]


def test_charlie_changes_nothing_of_haverley_and_gives_nobody_power(db):
    world = build()
    before = state_of(world)
    client = Asker(world.people["charlie"]).client
    codes = {path: client.post(path, data).status_code for path, data in asked(world).items()}
    assert [path for path, code in codes.items() if code >= 500] == []
    assert state_of(world) == before
    charlie = world.people["charlie"]
    charlie.refresh_from_db()
    assert (charlie.first_name, charlie.is_superuser, charlie.is_staff) == ("Changed", False, False)
    assert charlie.email == "zqelsorglead@example.org"
    assert Membership.objects.get(pk=world.elsewhere.membership.pk).job_role == "Changed"


def asked(world: World) -> dict[str, dict]:
    """What charlie posts, by path: each with Haverley's keys, and with fields that are nobody's to write."""
    mine, theirs = world.elsewhere, world.haverley
    person = theirs.learner
    powers = {"is_superuser": "on", "is_staff": "on", "groups": "1", "state": "active", "email": "x@example.org"}
    keys = {
        "organisation": theirs.organisation.pk,
        "organisation_id": theirs.organisation.pk,
        "user": person.pk,
        "user_id": person.pk,
        "owner": person.pk,
        "created_by": person.pk,
        "membership": theirs.membership.pk,
        "team": theirs.arguments["team"]["pk"],
        "teams": theirs.arguments["team"]["pk"],
        "parent": theirs.organisation.pk,
        "to": theirs.organisation.pk,
    }
    said = {**powers, **keys, "name": "Changed", "first_name": "Changed", "last_name": "Changed", "reason": "Changed"}
    today = timezone.localdate()
    about = f"/people/{mine.learner.public_id}"
    draft = f"/assignments/{mine.arguments['draft']['public_id']}"
    member = f"{about}/membership/{mine.membership.pk}"
    no_team = {**said, "team": "", "job_role": "Changed"}
    return {
        "/account/name/": said,
        f"{member}/move/": {**said, **typed("on", today)},
        f"{member}/": no_team,
        "/people/teams/": said,
        "/people/units/": {**said, "kind": "police"},
        "/people/invite/": {**said, "email": "new@example.org", "roles": "is_lead"},
        "/people/invitations/send/": {**said, "people": person.pk, "memberships": theirs.membership.pk},
        "/assignments/reminders/": said,
        f"{draft}/who/": {**said, "audience": "teams", "include_units": "on"},
        f"{draft}/people/": {**said, "people": theirs.membership.pk, "chosen": theirs.membership.pk},
        f"{about}/exempt/": {**said, **typed("begins_on", today)},
        "/reports/exports/": {**said, "report": "people", "format": "csv"},
        f"/people/joining/{mine.organisation.pk}/domain/": {**said, "domain": "zqhavleddomain.example.org"},
    }


def state_of(world: World) -> dict:
    """Every row that is Haverley's, who has power anywhere, and whose each membership is."""
    place = world.haverley.organisation
    rows = {
        model.__name__: list(model.objects.filter(pk__in=of(model, place)).order_by("pk").values()) for model in MODELS
    }
    powers = list(
        User.objects.order_by("pk", "groups").values_list("pk", "email", "is_superuser", "is_staff", "groups")
    )
    places = list(Organisation.objects.filter(path__startswith=place.path).order_by("pk").values())
    people = list(Membership.objects.order_by("pk").values_list("pk", "user", "organisation", "is_lead", "team"))
    return {**rows, "powers": powers, "places": places, "people": people}


def of(model, place):
    """The keys of the rows of one kind that belong to an organisation."""
    field = "membership__organisation" if model is Requirement else "organisation"
    return model.objects.filter(**{field: place}).values("pk")
