"""The starter people: two fictional organisations with a lead and learners each, and those who look after content."""

from dataclasses import dataclass, field
from functools import cache

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.db import transaction

from lms.people.domain.roles import ADMINISTRATORS, EDITORS, sync_roles
from lms.people.models import ApprovedDomain, Membership, Organisation, Team, User

PASSWORD = "door-ajar-2026"  # noqa: S105  printed by the command; the accounts exist in demonstrations only


@dataclass(frozen=True)
class Person:
    """One fictional person and where they belong."""

    email: str
    first_name: str
    last_name: str
    organisation: str = ""
    job_role: str = ""
    team: str = ""
    roles: dict[str, bool] = field(default_factory=dict)
    stage: str = "not_started"


POLICE, CONTROL, EAST = "Marchshire Police", "Contact and Control Room", "Neighbourhood and Response East"
COUNCIL = "Haverley Borough Council"
LEAD = {"is_lead": True}
COORDINATOR = {"is_coordinator": True}

PEOPLE = [
    Person("gwenllian@police.example.org", "Gwenllian", "Ashworth-Pryce", POLICE, "Training lead", roles=LEAD),
    Person("tomasz@police.example.org", "Tomasz", "Wiśniewski", EAST, "Custody officer", stage="in_progress"),
    Person("sian@police.example.org", "Siân", "Llewellyn", EAST, "Response officer", stage="failed_once"),
    Person("fionnuala@police.example.org", "Fionnuala", "Quayle", CONTROL, "Call handler"),
    Person(
        "bartholomew@police.example.org",
        "Bartholomew Oluwaseun",
        "Featherstonehaugh-Adeyemi",
        CONTROL,
        "Call handler",
        team="Night shift",
        stage="completed",
    ),
    Person("grace@police.example.org", "Grace", "Odhiambo", POLICE, "Detective", stage="expiring"),
    Person("dana@police.example.org", "Dana", "Marlowe", POLICE, "Partnership coordinator", roles=COORDINATOR),
    Person("charlie@council.example.org", "Charlie", "Penhaligon", COUNCIL, "Learning manager", roles=LEAD),
    Person("imogen@council.example.org", "Imogen", "Vanterpool", COUNCIL, "Housing officer", stage="completed"),
    Person("mhairi@council.example.org", "Mhairi", "Macfarlane", COUNCIL, "Licensing officer", stage="in_progress"),
    Person("idris@council.example.org", "Idris", "Okonjo-Hale", COUNCIL, "Enforcement officer"),
]
EDITOR = Person("erin@editors.example.org", "Erin", "Goldsworthy")
ADMINISTRATOR = Person("admin@editors.example.org", "Ade", "Thornbury")
# Who reads the drafts of one section: a subject expert, and then somebody with lived experience.
EXPERT = Person("rosalind@editors.example.org", "Rosalind", "Achterberg-Mbeki")
LIVED_EXPERIENCE = Person("tamsin@editors.example.org", "Tamsin", "Okwuosa")


@transaction.atomic
def seed_people() -> dict[str, User]:
    """Organisations and people by e-mail; those already there are left as they are."""
    groups = sync_roles()
    organisations = seed_organisations()
    users = {person.email: seed_person(person, organisations) for person in PEOPLE}
    for person in (EDITOR, EXPERT, LIVED_EXPERIENCE):
        users[person.email] = seed_person(person, organisations)
        users[person.email].groups.add(groups[EDITORS])
    users[ADMINISTRATOR.email] = seed_person(ADMINISTRATOR, organisations)
    users[ADMINISTRATOR.email].groups.add(groups[ADMINISTRATORS])
    return users


def seed_organisations() -> dict[str, Organisation]:
    """A police force with two units, and a council, by name."""
    found = {}
    for name, kind, code, domain in (
        (POLICE, "police", "MARCH7K4M", "police.example.org"),
        (COUNCIL, "council", "HAVER52HD", "council.example.org"),
    ):
        found[name] = Organisation.objects.filter(name=name).first() or Organisation.add_root(
            name=name, kind=kind, nation="england", join_code=code
        )
        ApprovedDomain.objects.get_or_create(domain=domain, defaults={"organisation": found[name]})
    for unit in (CONTROL, EAST):
        found[unit] = Organisation.objects.filter(name=unit).first() or Organisation.objects.get(
            pk=found[POLICE].pk
        ).add_child(name=unit, kind="police", nation="england")
    Team.objects.get_or_create(organisation=found[CONTROL], name="Night shift")
    return found


@cache
def hashed_password() -> str:
    """The demonstration's password, hashed once: a good hash is slow on purpose."""
    return make_password(PASSWORD)


def seed_person(person: Person, organisations: dict[str, Organisation]) -> User:
    """One account with its verified address and membership."""
    user = User.objects.with_email(person.email).first()
    if user:
        return user
    user = User.objects.create(
        email=person.email, password=hashed_password(), first_name=person.first_name, last_name=person.last_name
    )
    EmailAddress.objects.create(user=user, email=person.email, verified=True, primary=True)
    if person.organisation:
        organisation = organisations[person.organisation]
        Membership.objects.create(
            user=user,
            organisation=organisation,
            team=Team.objects.filter(organisation=organisation, name=person.team).first(),
            job_role=person.job_role,
            started_on="2023-09-04",
            **person.roles,
        )
    return user
