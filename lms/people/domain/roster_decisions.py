"""Deciding each row of a list: create, move, update, end, leave alone or refuse. Nothing is changed here."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from lms.design_system.wording import day
from lms.editorial.models import Nation
from lms.people.domain.roster_cells import CellError
from lms.people.domain.roster_people import Person, find_people
from lms.people.domain.roster_plans import FLAGS, Action, Plan, Said, Scope, email_of, name_of, plain, read_row, refused
from lms.people.models import Invitation, Membership, Organisation

NATION_NAMES = {nation.value: str(nation.label) for nation in Nation}


def decide_rows(rows: Sequence[Mapping[str, str]], *, scope: Scope) -> list[Plan]:
    """A plan for each row, in order; the same six queries for one row and for five hundred."""
    emails = {email_of(values) for values in rows} - {""}
    people = find_people(emails, units=scope.units.keys(), led=scope.led)
    open_here = Invitation.objects.open().filter(organisation__in=scope.units, email__in=emails)
    scope.invited = set(open_here.values_list("email", flat=True))
    return [decide(values, person=people.get(email_of(values)), scope=scope) for values in rows]


def decide(values: Mapping[str, str], *, person: Person | None, scope: Scope) -> Plan:
    """What happens to one row. Whether an account exists elsewhere changes no word of the answer."""
    try:
        said = read_row(values, scope)
    except CellError as error:
        return refused(values, str(error), person=person)
    plan = Plan(Action.UNCHANGED, name=name_of(values)[:170], email=said.email, said=said)
    plan.user = person.user if person else None
    if person is None or not person.here:
        return decide_new(plan, said, person=person, scope=scope)
    if said.left is not None and (gone := left_before(person, said.left, unit=said.unit)):
        assert gone.ended_on is not None
        plan.membership = person.here[0]  # not missing from the list
        values = {"unit": gone.organisation.name, "day": day(gone.ended_on)}
        plan.detail = _("Left %(unit)s on %(day)s.") % values
        return plan
    try:
        plan.membership = choose_membership(person, said)
        check_not_self(plan.membership, said, scope=scope)
    except CellError as error:
        return refused(values, str(error), person=person)
    return decide_known(plan, said, person=person, scope=scope)


def decide_new(plan: Plan, said: Said, *, person: Person | None, scope: Scope) -> Plan:
    """Somebody who is not in the organisation now."""
    if said.left is not None and said.left <= timezone.localdate():
        plan.detail = _("Left on %(day)s, and is not in your list of people.") % {"day": day(said.left)}
        return plan
    if said.email in scope.invited:
        plan.detail = _("Has an open invitation, and is in as soon as it is accepted.")
        return plan
    plan.action = Action.CREATE
    plan.invites = person is not None and person.has_to_agree
    plan.unit = said.unit or scope.organisation
    plan.team = said.team
    last_left = (
        max((before.ended_on for before in person.been_here if before.ended_on), default=None) if person else None
    )
    plan.starts_on = max(said.joined or scope.on, last_left or date.min)
    plan.ends_on = said.left
    plan.changes = {"job_role": said.job_role, "nation": said.nation, "is_lead": False, **said.flags}
    if last_left:
        words = [_("Was here until %(day)s and comes back.") % {"day": day(last_left)}]
    else:
        words = [_("New person.")] if person is None or not person.also_in else []
    if person is not None and person.also_in:
        also = _(" and ").join(membership.organisation.name for membership in person.also_in)
        words.append(_("Is in %(units)s and stays there too.") % {"units": also})
    if said.unit is not None and said.unit.pk != scope.organisation.pk:
        words.append(_("Unit: %(name)s.") % {"name": said.unit.name})
    if said.flags.get("is_lead"):
        words.append(_("Becomes training lead."))
    plan.detail = " ".join(words)
    return plan


def left_before(person: Person, left: date, *, unit: Organisation | None) -> Membership | None:
    """The membership, in the unit if the row names one, that has ended on the leaving day or since.

    Then the row tells nothing new, whatever began there or runs elsewhere.
    """
    of_unit = [row for row in person.been_here if unit is None or row.organisation_id == unit.pk]
    gone = [row for row in of_unit if row not in person.here and row.ended_on and row.ended_on >= left]
    return gone[-1] if gone else None


def choose_membership(person: Person, said: Said) -> Membership:
    """The membership a row is about. Raises CellError where several could be meant; to leave, where none is there."""
    names = {"units": _(" and ").join(row.organisation.name for row in person.here)}
    if said.unit is not None:
        at_unit = [row for row in person.here if row.organisation_id == said.unit.pk]
        if at_unit:
            return at_unit[0]
        if said.left is not None:
            names["unit"] = said.unit.name
            raise CellError(_("Is in %(units)s, not in %(unit)s: name the unit they have left") % names)
        if len(person.here) > 1:
            raise CellError(_("Is in %(units)s: end one of these first, or name one of them") % names)
    elif said.left is not None and len(person.here) > 1:
        raise CellError(_("Is in %(units)s: name the unit they have left") % names)
    return person.here[0]


def check_not_self(membership: Membership, said: Said, *, scope: Scope) -> None:
    """Raise CellError where a lead would end, move or demote themselves."""
    if membership.user_id != scope.actor.pk:
        return
    if said.left is not None:
        raise CellError(_("You cannot end your own membership. Ask another lead, or us."))
    if membership.is_lead and said.unit is not None and said.unit.pk != membership.organisation_id:
        raise CellError(_("You cannot move yourself away from what you lead. Ask another lead, or us."))
    if membership.is_lead and said.flags.get("is_lead") is False:
        raise CellError(_("You cannot stop being a lead by yourself. Ask another lead, or us."))


def decide_known(plan: Plan, said: Said, *, person: Person, scope: Scope) -> Plan:
    """Somebody who is in the organisation: ended, moved, updated or left alone."""
    membership = plan.membership
    assert membership is not None
    if said.left is not None:
        return decide_end(plan, said.left, membership=membership)
    words: list[str] = []
    moves = said.unit is not None and said.unit.pk != membership.organisation_id
    if said.unit is not None and moves:
        plan.action, plan.unit = Action.MOVE, said.unit
        plan.starts_on = max(scope.on, membership.started_on)
        values = {"before": membership.organisation.name, "after": said.unit.name, "day": day(plan.starts_on)}
        words.append(_("From %(before)s to %(after)s, on %(day)s. History kept.") % values)
        if membership.is_lead and "is_lead" not in said.flags:
            words.append(_("Stops being training lead there."))
        plan.ends_on = membership.ended_on
        if plan.ends_on:
            words.append(_("Leaves on %(day)s, as planned.") % {"day": day(plan.ends_on)})
    changed = [*name_change(plan, said, person=person), *field_changes(plan, said, membership=membership, moves=moves)]
    if not moves:
        changed += joined_change(plan, said, person=person)
    if changed and not moves:
        plan.action = Action.UPDATE
    plan.detail = " ".join([*words, "; ".join(changed)]).strip()
    return plan


def decide_end(plan: Plan, left: date, *, membership: Membership) -> Plan:
    """Somebody whose row says when they left."""
    ends_on = max(left, membership.started_on)
    if membership.ended_on == ends_on:
        return plan
    plan.action, plan.ends_on = Action.END, ends_on
    values = {"unit": membership.organisation.name, "day": day(ends_on)}
    plan.detail = _("Membership in %(unit)s ends on %(day)s. Certificates kept.") % values
    return plan


def becomes(label: Any, before: Any, after: Any) -> str:
    """ "Job role: Officer becomes Detective", or "Job role: Detective" where there was none."""
    label = str(label)[:1].upper() + str(label)[1:]
    if not before:
        return _("%(label)s: %(after)s") % {"label": label, "after": after}
    return _("%(label)s: %(before)s becomes %(after)s") % {"label": label, "before": before, "after": after}


def name_change(plan: Plan, said: Said, *, person: Person) -> list[str]:
    """The account's name, where it is this lead's to change."""
    user, names = person.user, (said.first_name, said.last_name)
    if not person.may_be_renamed or names == (user.first_name, user.last_name):
        return []
    plan.names = names
    return [becomes(_("name"), f"{user.first_name} {user.last_name}".strip(), " ".join(names).strip())]


def field_changes(plan: Plan, said: Said, *, membership: Membership, moves: bool) -> list[str]:
    """Job role, nation, flags, lead and team; an empty cell changes nothing."""
    words = []
    if said.job_role and said.job_role != membership.job_role:
        plan.changes["job_role"] = said.job_role
        words.append(becomes(_("job role"), membership.job_role, said.job_role))
    if said.nation and said.nation != membership.nation:
        plan.changes["nation"] = said.nation
        words.append(becomes(_("nation"), NATION_NAMES.get(membership.nation, ""), NATION_NAMES[said.nation]))
    for name, value in said.flags.items():
        before = getattr(membership, name) and not (moves and name == "is_lead")
        if value != before:
            plan.changes[name] = value
            words.append(becomes(FLAGS[name], yes_no(before), yes_no(value)))
    team = membership.team.name if membership.team and not moves else ""
    if said.team and plain(said.team) != plain(team):
        plan.team = said.team
        words.append(becomes(_("team"), team, said.team))
    return words


def yes_no(value: bool) -> str:
    """The word for a flag."""
    return _("yes") if value else _("no")


def joined_change(plan: Plan, said: Said, *, person: Person) -> list[str]:
    """The day of joining, for somebody who has had one membership here; a mover keeps the days of each unit."""
    if said.joined is None or len(person.been_here) != 1:
        return []
    membership = person.been_here[0]
    if said.joined == membership.started_on or (membership.ended_on and said.joined > membership.ended_on):
        return []
    plan.changes["started_on"] = said.joined
    return [becomes(_("joined"), day(membership.started_on), day(said.joined))]
