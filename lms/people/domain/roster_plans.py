"""What happens to a row of a list: its words read, its person and unit found, and the change told in one sentence."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lms.editorial.models import Nation
from lms.people.domain.access import organisations_led_by, units_of
from lms.people.domain.roster_cells import CellError, read_day, read_email, read_name, read_yes_no
from lms.people.domain.roster_people import Person
from lms.people.models import Membership, Organisation, RosterImport, RosterRow, Team, User

Action = RosterRow.Action
NATIONS = {str(nation.label).lower(): nation.value for nation in Nation} | {
    nation.value: nation.value for nation in Nation
}
FLAGS = {
    "is_first_responder": gettext_lazy("Works for a first responder"),
    "is_child_facing": gettext_lazy("Works with children"),
    "is_lead": gettext_lazy("Training lead"),
}


@dataclass
class Said:
    """A row read: what each cell says in our terms; None or an empty text where it says nothing."""

    email: str
    first_name: str
    last_name: str
    unit: Organisation | None
    team: str
    job_role: str
    nation: str
    joined: date | None
    left: date | None
    flags: dict[str, bool]


@dataclass
class Plan:
    """What will happen to one row, with all that carrying it out needs."""

    action: str
    detail: str = ""
    name: str = ""
    email: str = ""
    membership: Membership | None = None
    user: User | None = None
    said: Said | None = None
    unit: Organisation | None = None
    team: str = ""
    changes: dict[str, Any] = field(default_factory=dict)
    names: tuple[str, str] | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    invites: bool = False


class Scope:
    """What every row of one import is held against: the lead, the units, the teams and the day."""

    def __init__(self, roster_import: RosterImport) -> None:
        self.actor: User = roster_import.uploaded_by
        self.organisation: Organisation = Organisation.objects.get(pk=roster_import.organisation_id)
        self.on: date = roster_import.effective_on
        self.led: set[int] = set(organisations_led_by(self.actor).values_list("pk", flat=True))
        self.units: dict[int, Organisation] = {unit.pk: unit for unit in units_of(self.organisation.pk)}
        self.unit_names: dict[str, list[Organisation]] = {}
        by_path = {unit.path: unit for unit in self.units.values()}
        for unit in self.units.values():
            self.unit_names.setdefault(plain(unit.name), []).append(unit)
            above = by_path.get(unit.path[: -Organisation.steplen])
            if above is not None:
                self.unit_names.setdefault(plain(f"{above.name} / {unit.name}"), []).append(unit)
        self.invited: set[str] = set()
        self.teams: dict[tuple[int, str], Team] = {
            (team.organisation_id, plain(team.name)): team for team in Team.objects.filter(organisation__in=self.units)
        }

    def look_again(self) -> None:
        """Read anew what the lead leads: in the minutes a long list takes, a role may go and the tree may move."""
        self.actor = User.objects.get(pk=self.actor.pk)
        self.led = set(organisations_led_by(self.actor).values_list("pk", flat=True))

    def find_unit(self, text: str) -> Organisation:
        """The unit of this name. Raises CellError, with the nearest name where one is near."""
        found = self.unit_names.get(plain(text), [])
        if len(found) == 1:
            return found[0]
        if found:
            raise CellError(
                _("%(count)s units are called “%(name)s”. Write the unit above it first: Above / %(name)s")
                % {"count": len(found), "name": text}
            )
        unknown = _("Unit “%(name)s” is not known.") % {"name": text}
        near = get_close_matches(plain(text), self.unit_names, n=1, cutoff=0.6) or [
            name for name in self.unit_names if plain(text) in name or name in plain(text)
        ]
        if near:
            name = self.unit_names[near[0]][0].name
            raise CellError(unknown + " " + _("Did you mean %(name)s?") % {"name": name})
        raise CellError(unknown)

    def find_team(self, unit: Organisation, name: str) -> Team | None:
        """The unit's team of this name, if it is there already."""
        return self.teams.get((unit.pk, plain(name)))


def plain(name: str) -> str:
    """A name as it is compared: small letters, single spaces, “and” for “&”."""
    return " ".join(name.lower().replace("&", " and ").replace("-", " ").split())


def read_row(values: Mapping[str, str], scope: Scope) -> Said:
    """Read a row's cells. Raises CellError with everything that cannot be used, so that mending once is enough."""
    wrong: list[str] = []
    email = first = last = ""
    unit = None
    days: dict[str, date] = {}
    flags: dict[str, bool] = {}
    with noting(wrong):
        email = read_email(values.get("email", ""))
    with noting(wrong):
        names = {name: values.get(f"{name}_name", "") for name in ("first", "last", "full")}
        first, last = read_name(**names)
    if values.get("unit"):
        with noting(wrong):
            unit = scope.find_unit(values["unit"])
    for name, label in (("joined", _("Joined on")), ("left", _("Left on"))):
        if values.get(name):
            with noting(wrong, label=label):
                days[name] = read_day(values[name])
    if len(days) == 2 and days["left"] < days["joined"]:
        wrong.append(_("Left before joining"))
    for name in FLAGS:
        if values.get(name):
            with noting(wrong, label=FLAGS[name]):
                flags[name] = read_yes_no(values[name])
    nation = values.get("nation", "")
    if nation and nation.lower() not in NATIONS:
        wrong.append(
            _("Nation “%(text)s” is not one of England, Wales, Scotland and Northern Ireland") % {"text": nation}
        )
    if len(values.get("job_role", "")) > 100:
        wrong.append(_("The job role is longer than 100 characters"))
    if len(values.get("team", "")) > 150:
        wrong.append(_("The team is longer than 150 characters"))
    if wrong:
        raise CellError(wrong[0] if len(wrong) == 1 else " ".join(f"{one.rstrip('.')}." for one in wrong))
    return Said(
        email=email,
        first_name=first,
        last_name=last,
        unit=unit,
        team=values.get("team", ""),
        job_role=values.get("job_role", ""),
        nation=NATIONS.get(nation.lower(), ""),
        joined=days.get("joined"),
        left=days.get("left"),
        flags=flags,
    )


@contextmanager
def noting(wrong: list[str], *, label: Any = "") -> Iterator[None]:
    """Note what is wrong with a cell, after its label where it needs one, and read on."""
    try:
        yield
    except CellError as error:
        wrong.append(f"{label}: {error}" if label else str(error))


def name_of(values: Mapping[str, str]) -> str:
    """A row's name for lists, "Last, First", also where the row is refused."""
    try:
        first, last = read_name(
            first=values.get("first_name", ""), last=values.get("last_name", ""), full=values.get("full_name", "")
        )
    except CellError:
        return values.get("full_name") or values.get("last_name") or ""
    return ", ".join(part for part in (last, first) if part)


def email_of(values: Mapping[str, str]) -> str:
    """A row's address as it is looked up, whether or not the row can be used."""
    return values.get("email", "").lower().removeprefix("mailto:")[:254]


def refused(values: Mapping[str, str], why: str, *, person: Person | None = None) -> Plan:
    """A row that changes nothing. Its person, where one is known here, is not missing from the list."""
    membership = person.here[0] if person is not None and person.here else None
    return Plan(Action.REFUSED, why, name=name_of(values)[:170], email=email_of(values), membership=membership)
