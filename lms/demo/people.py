"""The starter people: two fictional organisations with a lead and learners each, and those who look after content."""

from dataclasses import dataclass, field
from datetime import date
from functools import cache

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.db import transaction

from lms.people.domain.appointing import appoint_editor
from lms.people.domain.memberships import set_roles
from lms.people.domain.organisations import approve_domain, create_organisation, create_team, renew_join_code
from lms.people.domain.roles import ADMINISTRATORS, EDITORS, sync_roles
from lms.people.models import Membership, Organisation, Team, User

PASSWORD = "door-ajar-2026"  # noqa: S105  printed by the command; the accounts exist in demonstrations only
JOINED_ON = date(2023, 9, 4)


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
    administrator = seed_account(ADMINISTRATOR)
    administrator.groups.add(groups[ADMINISTRATORS])
    organisations = seed_organisations(administrator)
    users = {person.email: seed_person(person, organisations, administrator) for person in PEOPLE}
    for person in (EDITOR, EXPERT, LIVED_EXPERIENCE):
        users[person.email] = seed_account(person)
        if not users[person.email].groups.filter(name=EDITORS).exists():
            appoint_editor(administrator, email=person.email)
    return {**users, ADMINISTRATOR.email: administrator}


def seed_organisations(administrator: User) -> dict[str, Organisation]:
    """A police force with two units, and a council, by name."""
    found = {organisation.name: organisation for organisation in Organisation.objects.all()}
    for name, kind, domain in ((POLICE, "police", "police.example.org"), (COUNCIL, "council", "council.example.org")):
        if name not in found:
            found[name] = create_organisation(administrator, name=name, kind=kind, nation="england")
            renew_join_code(administrator, organisation=found[name])
            approve_domain(administrator, organisation=found[name], domain=domain)
    for unit in (CONTROL, EAST):
        if unit not in found:
            found[unit] = create_organisation(administrator, name=unit, kind="police", parent=found[POLICE])
    create_team(administrator, organisation=found[CONTROL], name="Night shift")
    return found


@cache
def hashed_password() -> str:
    """The demonstration's password, hashed once: a good hash is slow on purpose."""
    return make_password(PASSWORD)


def seed_account(person: Person) -> User:
    """One account with its verified address. Written as rows: people make their accounts with a password and a link."""
    user = User.objects.with_email(person.email).first()
    if user is None:
        names = {"first_name": person.first_name, "last_name": person.last_name}
        user = User.objects.create(email=person.email, password=hashed_password(), **names)
        EmailAddress.objects.create(user=user, email=person.email, verified=True, primary=True)
    return user


def seed_person(person: Person, organisations: dict[str, Organisation], administrator: User) -> User:
    """One account with its membership and roles; one that is there already is left alone."""
    user = User.objects.with_email(person.email).first()
    if user:
        return user
    user, organisation = seed_account(person), organisations[person.organisation]
    # A row too: on the site nobody joins in the past.
    membership = Membership.objects.create(
        user=user,
        organisation=organisation,
        team=Team.objects.filter(organisation=organisation, name=person.team).first(),
        job_role=person.job_role,
        started_on=JOINED_ON,
    )
    if person.roles:
        set_roles(administrator, membership=membership, **{"is_lead": False, "is_coordinator": False, **person.roles})
    return user
