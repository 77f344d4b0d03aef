"""Organisations, their units and teams, join codes and approved e-mail domains: made and changed here, and recorded."""

import re
import secrets

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils.translation import gettext as _

from lms.audit.domain.recording import record
from lms.people.domain.access import leads
from lms.people.domain.errors import DomainRefused, NameTaken, NotAllowed
from lms.people.models import ApprovedDomain, Organisation, Team, User

CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # nothing that is mistaken for something else when read out
CODE_LENGTH = 9
PUBLIC_MAIL = {
    "aol.com",
    "btinternet.com",
    "gmail.com",
    "gmx.com",
    "googlemail.com",
    "hotmail.co.uk",
    "hotmail.com",
    "icloud.com",
    "live.co.uk",
    "live.com",
    "mail.com",
    "me.com",
    "msn.com",
    "outlook.com",
    "proton.me",
    "protonmail.com",
    "sky.com",
    "talktalk.net",
    "virginmedia.com",
    "yahoo.co.uk",
    "yahoo.com",
}
SHARED_MAIL = {  # of a whole service: many organisations that know nothing of each other
    "c2kni.net",
    "cjsm.net",
    "hscni.net",
    "hwbcymru.net",
    "nhs.net",
    "nhs.scot",
    "wales.nhs.uk",
}
DOMAIN = re.compile(r"^(?=.{4,150}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$")


def may_change(actor: User, *, organisation: Organisation) -> bool:
    """Whether `actor` leads the organisation or manages all organisations."""
    return leads(actor, organisation_id=organisation.pk) or actor.has_perm("people.change_organisation")


def check_may_change(actor: User, *, organisation: Organisation) -> None:
    """Raise NotAllowed unless may_change."""
    if not may_change(actor, organisation=organisation):
        raise NotAllowed(_("You can change only organisations that you lead."))


@transaction.atomic
def create_organisation(
    actor: User | None, *, name: str, kind: str, nation: str = "", parent: Organisation | None = None
) -> Organisation:
    """Add an organisation, or a unit below `parent`, whose nation it has unless it names another.

    `actor` is None for the system. Raises NameTaken when a unit beside it has the name.
    """
    fields = {"name": name.strip(), "kind": kind}
    lock_tree()
    if parent is None:
        organisation = Organisation.add_root(**fields, nation=nation)
    else:
        above = Organisation.objects.get(pk=parent.pk)
        check_name_is_free(above, name=name)
        organisation = above.add_child(**fields, nation=nation or above.nation)
    record(actor, action="created organisation", subject=organisation, organisation=organisation)
    return organisation


def create_unit(actor: User, *, parent: Organisation, name: str, kind: str, nation: str = "") -> Organisation:
    """Add a unit below an organisation that `actor` leads, and so will lead it too. Raises NotAllowed or NameTaken."""
    check_may_change(actor, organisation=parent)
    return create_organisation(actor, name=name, kind=kind, nation=nation, parent=parent)


@transaction.atomic
def rename_organisation(actor: User, *, organisation: Organisation, name: str, kind: str, nation: str) -> Organisation:
    """Change what an organisation is called and is; a unit without a nation gets that above it. Raises NotAllowed.

    Another name gives it another place among its neighbours, which stand by name. Raises NameTaken when one has it.
    """
    check_may_change(actor, organisation=organisation)
    lock_tree()
    locked = Organisation.objects.select_for_update().get(pk=organisation.pk)
    before, above = locked.name, locked.get_parent()
    if above is not None:
        check_name_is_free(above, name=name, but=locked)
    nation = nation or (above.nation if above is not None else "")
    locked.name, locked.kind, locked.nation = name.strip(), kind, nation
    locked.save(update_fields=["name", "kind", "nation"])
    if locked.name != before:
        put_in_order(locked, above=above)
    record(actor, action="changed organisation", subject=locked, organisation=locked, was=before)
    return locked


def check_name_is_free(above: Organisation, *, name: str, but: Organisation | None = None) -> None:
    """Raise NameTaken when another unit right below `above` is called that: a list could not tell the two apart."""
    beside = above.get_children().filter(name__iexact=name.strip())
    if beside.exclude(pk=but.pk if but is not None else None).exists():
        raise NameTaken(_("%(organisation)s has a unit of this name.") % {"organisation": above})


def lock_tree() -> None:
    """Let whoever else changes the tree wait: to make room among neighbours, many rows are given other paths."""
    Organisation.objects.select_for_update(no_key=True).order_by("pk").first()


def put_in_order(organisation: Organisation, *, above: Organisation | None) -> None:
    """Move an organisation, and all below it, to where its name belongs among those beside it."""
    if above is not None:
        organisation.move(above, pos="sorted-child")
    else:
        organisation.move(Organisation.get_first_root_node(), pos="sorted-sibling")


@transaction.atomic
def create_team(actor: User, *, organisation: Organisation, name: str) -> Team:
    """Add a team; the same name again, whatever its capitals, answers the team that is there. Raises NotAllowed.

    Safe under concurrency.
    """
    check_may_change(actor, organisation=organisation)
    name = " ".join(name.split())
    team = Team.objects.filter(organisation=organisation, name__iexact=name).first()
    if team is not None:
        return team
    team, is_new = Team.objects.get_or_create(organisation=organisation, name=name)
    if is_new:
        record(actor, action="created team", subject=team, organisation=organisation)
    return team


@transaction.atomic
def renew_join_code(actor: User, *, organisation: Organisation) -> str:
    """Give the organisation a new join code; the old one stops working. Raises NotAllowed."""
    check_may_change(actor, organisation=organisation)
    locked = Organisation.objects.select_for_update().get(pk=organisation.pk)
    code = new_code()
    while Organisation.objects.filter(join_code=code).exists():
        code = new_code()
    locked.join_code = code
    locked.save(update_fields=["join_code"])
    organisation.join_code = code
    record(actor, action="renewed join code", subject=locked, organisation=locked)
    return code


@transaction.atomic
def stop_join_code(actor: User, *, organisation: Organisation) -> None:
    """Take the join code away; people join by invitation or domain alone. Safe to repeat. Raises NotAllowed."""
    check_may_change(actor, organisation=organisation)
    stopped = Organisation.objects.filter(pk=organisation.pk).exclude(join_code=None).update(join_code=None)
    organisation.join_code = None
    if stopped:
        record(actor, action="stopped join code", subject=organisation, organisation=organisation)


def new_code() -> str:
    """Nine letters and digits, about 44 random bits, so that it cannot be guessed within the limit on tries."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))


@transaction.atomic
def approve_domain(actor: User, *, organisation: Organisation, domain: str) -> ApprovedDomain:
    """Let holders of addresses at `domain` join by themselves.

    A lead may approve only a domain in which they hold a confirmed address, so that nobody draws another
    organisation's people to themselves; who manages all organisations may approve any. Nobody may approve one that
    anybody, or many organisations, have addresses at.
    Raises NotAllowed or DomainRefused.
    """
    check_may_change(actor, organisation=organisation)
    domain = domain.strip().lower().removeprefix("@")
    if not DOMAIN.match(domain):
        raise DomainRefused(_("Enter the part after the @, for example police.example.org."))
    if domain in PUBLIC_MAIL:
        raise DomainRefused(_("Anybody can have an address at %(domain)s. Use a join code.") % {"domain": domain})
    if domain in SHARED_MAIL:
        raise DomainRefused(_("Many organisations share %(domain)s. Use a join code or a list.") % {"domain": domain})
    own = EmailAddress.objects.filter(user=actor, verified=True, email__iendswith=f"@{domain}").exists()
    if not own and not actor.has_perm("people.change_organisation"):
        raise DomainRefused(_("You can approve the domain of your own e-mail address. Ask us for any other."))
    if ApprovedDomain.objects.filter(domain=domain).exists():
        raise DomainRefused(_("This domain is approved already."))
    approved = ApprovedDomain.objects.create(organisation=organisation, domain=domain)
    record(actor, action="approved e-mail domain", subject=approved, organisation=organisation, domain=domain)
    return approved


@transaction.atomic
def remove_domain(actor: User, *, approved: ApprovedDomain) -> None:
    """Stop self-registration at a domain; members stay. Raises NotAllowed."""
    check_may_change(actor, organisation=approved.organisation)
    record(
        actor,
        action="removed e-mail domain",
        subject=approved,
        organisation=approved.organisation,
        domain=approved.domain,
    )
    approved.delete()
