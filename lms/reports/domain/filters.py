"""What a lead asks a report for, read from the address; a value that is not offered is ignored."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.domain.digests import done_lately, due_soon
from courses.models import Module
from lms.people.domain.access import memberships_led_on, organisations_led_by
from lms.people.models import Membership, Organisation, Team, User
from lms.reports.domain.counting import Scope

STATES = {
    "late": _("Late"),
    "soon": _("Due within 14 days"),
    "in_progress": _("In progress, in time"),
    "not_started": _("Not started, in time"),
    "completed": _("Completed"),
    "lately": _("Completed something in the last 7 days"),
    "expiring": _("Runs out within 60 days"),
    "never": _("Never signed in"),
    "nothing": _("Nothing assigned"),
}
OF_THE_DIGEST = {"soon": due_soon, "lately": done_lately}
GROUPS = {"first": _("Works for a first responder"), "child": _("Works with children")}
EARLIEST = date(2000, 1, 1)


@dataclass(frozen=True)
class Filters:
    """Filters that are on; `day` is the day a report is about, today unless `is_past`."""

    day: date
    today: date
    q: str = ""
    unit: Organisation | None = None
    own: bool = False
    team: str = ""
    role: str | None = None
    group: str = ""
    state: str = ""
    module: Module | None = None
    units: list[Organisation] = field(default_factory=list)

    @property
    def is_past(self) -> bool:
        return self.day < self.today

    @property
    def seen_today(self) -> QuerySet[Membership]:
        """The memberships of today in the units the user leads: whoever has left has none, whatever a past day says."""
        return Membership.objects.current(self.today).filter(organisation__in=[unit.pk for unit in self.units])

    @property
    def organisations(self) -> list[Organisation] | None:
        """The organisations of everybody the filters leave; None when they leave out some people of theirs."""
        if self.q or self.team or self.role is not None or self.group or self.state or self.is_past:
            return None
        if self.unit is None:
            return self.units
        if self.own:
            return [self.unit]
        return [unit for unit in self.units if unit.path.startswith(self.unit.path)]

    @property
    def any(self) -> bool:
        """Whether the list of people is narrowed."""
        return bool(self.q or self.unit or self.team or self.role is not None or self.group or self.state)


def read_filters(user: User, query: Mapping[str, str], *, today: date | None = None) -> Filters:
    """The filters of an address's query, with the units the user may choose from."""
    today = today or timezone.localdate()
    units = list(organisations_led_by(user).order_by("path"))
    chosen = query.get("unit", "")
    team = query.get("team", "")
    slug = query.get("module", "")
    return Filters(
        day=read_day(query.get("on", ""), today=today),
        today=today,
        q=query.get("q", "").strip()[:100],
        unit=next((unit for unit in units if str(unit.pk) == chosen), None),
        own=query.get("own") == "1",
        team=team if team == "none" or (team.isdecimal() and team.isascii() and len(team) < 18) else "",
        role=query.get("role", "")[:100] if query.get("role") else ("" if query.get("no_role") == "1" else None),
        group=query.get("group", "") if query.get("group", "") in GROUPS else "",
        state=query.get("state", "") if query.get("state", "") in STATES else "",
        module=Module.objects.filter(slug=slug[:80]).first() if slug else None,
        units=units,
    )


def read_day(text: str, *, today: date) -> date:
    """The day of a report as links write it (2026-03-31); today when it is empty, not a day, or yet to come."""
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        return today
    return day if EARLIEST <= day <= today else today


def memberships_asked_for(user: User, filters: Filters, *, with_state: bool = True) -> QuerySet[Membership]:
    """The memberships a report is about: those of its day in the units the user leads, narrowed by the filters.

    With a state of today, one for each person.
    """
    found = memberships_led_on(user, filters.day)
    if filters.unit and filters.own:
        found = found.filter(organisation=filters.unit)
    elif filters.unit:
        below = [unit.pk for unit in filters.units if unit.path.startswith(filters.unit.path)]
        found = found.filter(organisation__in=below)
    if filters.team == "none":
        found = found.filter(team=None)
    elif filters.team:
        found = found.filter(team=int(filters.team))
    if filters.role is not None:
        found = found.filter(job_role=filters.role)
    if filters.group:
        found = found.filter(**{{"first": "is_first_responder", "child": "is_child_facing"}[filters.group]: True})
    for word in filters.q.split():
        address = Q(user__email__icontains=word)
        if filters.is_past:
            address &= Q(user__in=filters.seen_today.values("user"))
        found = found.filter(Q(user__first_name__icontains=word) | Q(user__last_name__icontains=word) | address)
    if with_state and filters.state == "never":
        found = found.filter(user__in=User.objects.never_signed_in().order_by().values("pk"))
    elif with_state and filters.state in OF_THE_DIGEST:
        found = found.filter(pk__in=OF_THE_DIGEST[filters.state](filters.today).values("membership"))
    elif with_state and filters.state:
        everybody = replace(filters, state="").organisations
        found = Scope(found, today=filters.today, organisations=everybody).in_state(filters.state)
    return found


def teams_of(filters: Filters) -> QuerySet[Team]:
    """The teams to choose from."""
    chosen = [filters.unit] if filters.unit else filters.units
    return Team.objects.filter(organisation__in=chosen).select_related("organisation").order_by("name", "pk")
