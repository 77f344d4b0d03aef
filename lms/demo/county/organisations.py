"""The organisations of the county: a police force and its units, councils, a hospital trust, fire, charities."""

from dataclasses import dataclass

from lms.demo.people import CONTROL, COUNCIL, EAST, POLICE
from lms.people.domain.organisations import create_organisation
from lms.people.models import Organisation, Team


@dataclass(frozen=True)
class Body:
    """One organisation or unit: how many people it gets, their job roles, and its teams."""

    name: str
    kind: str
    domain: str
    people: int
    roles: tuple[str, ...]
    parent: str = ""
    teams: tuple[str, ...] = ()
    first_responder: bool = True
    child_facing: tuple[str, ...] = ()


WEST, PROTECTION = "Neighbourhood and Response West", "Public Protection"
HOSPITAL, FIRE = "Marchshire Hospitals NHS Trust", "Marchshire Fire and Rescue Service"
PATROL = ("Response officer", "Neighbourhood officer", "Police community support officer", "Custody officer")

BODIES = (
    Body(EAST, "police", "police.example.org", 42, PATROL, POLICE, ("Haverley station", "Oakmere station")),
    Body(WEST, "police", "police.example.org", 36, PATROL, POLICE, ("Port Brannock station", "Tarn station")),
    Body(
        PROTECTION,
        "police",
        "police.example.org",
        22,
        ("Detective", "Safeguarding officer", "Analyst"),
        POLICE,
        child_facing=("Safeguarding officer",),
    ),
    Body(
        CONTROL,
        "police",
        "police.example.org",
        28,
        ("Call handler", "Dispatcher"),
        POLICE,
        ("Day shift", "Night shift"),
    ),
    Body(
        COUNCIL,
        "council",
        "council.example.org",
        34,
        ("Housing officer", "Licensing officer", "Social worker", "Enforcement officer", "Customer adviser"),
        teams=("Housing", "Adult social care", "Licensing"),
        child_facing=("Social worker",),
    ),
    Body(
        "Port Brannock City Council",
        "council",
        "city.example.org",
        30,
        ("Housing officer", "Environmental health officer", "Social worker", "Community safety officer"),
        child_facing=("Social worker",),
    ),
    Body(
        HOSPITAL,
        "health",
        "hospitals.example.org",
        40,
        ("Nurse", "Midwife", "Emergency department doctor", "Receptionist", "Sexual health adviser"),
        teams=("Emergency department", "Maternity", "Sexual health"),
        first_responder=False,
        child_facing=("Midwife", "Nurse"),
    ),
    Body(
        FIRE,
        "fire",
        "fire.example.org",
        26,
        ("Firefighter", "Watch manager", "Fire safety inspector"),
        teams=("Red watch", "Blue watch"),
        first_responder=False,
    ),
    Body(
        "Lantern House",
        "charity",
        "lantern.example.org",
        12,
        ("Support worker", "Volunteer"),
        child_facing=("Support worker",),
    ),
    Body(
        "Marchshire Night Shelter",
        "charity",
        "shelter.example.org",
        9,
        ("Support worker", "Volunteer"),
        first_responder=False,
    ),
    Body("Harbour Advice", "charity", "harbour.example.org", 8, ("Adviser", "Volunteer"), first_responder=False),
)


def seed_bodies() -> dict[str, Organisation]:
    """Every organisation of the county by name, made where it is missing, with its teams."""
    found = {organisation.name: organisation for organisation in Organisation.objects.all()}
    for body in BODIES:
        if body.name not in found:
            above = found.get(body.parent)
            found[body.name] = create_organisation(None, name=body.name, kind=body.kind, nation="england", parent=above)
        for team in body.teams:
            Team.objects.get_or_create(organisation=found[body.name], name=team)
    # The tree is kept in the order of names: one that was added may have moved those after it.
    return {organisation.name: organisation for organisation in Organisation.objects.all()}
