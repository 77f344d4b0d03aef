"""Invitations by the hundred: to everybody who has never signed in, sent again, or withdrawn; and lists by state."""

from datetime import datetime, timedelta

import structlog
from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Lower
from django.utils import timezone

from lms.audit.domain.recording import record
from lms.outbox.models import OutgoingEmail
from lms.people.domain.access import memberships_visible_to, organisations_led_by
from lms.people.domain.errors import AlreadyInvited
from lms.people.domain.invitations import check_may_invite, create_and_send, invitations_visible_to, send_new_link
from lms.people.models import Invitation, InvitationBatch, Membership, Organisation, User

log = structlog.get_logger(__name__)

Kind = InvitationBatch.Kind
BATCH = 100
CLAIM_LASTS = timedelta(minutes=2)
STATES = ("open", "expired", "bounced", "used", "withdrawn")


def below(organisation: Organisation, *, with_units: bool) -> Q:
    """The condition that a row belongs to the organisation, or to it and its units."""
    if with_units:
        return Q(organisation__path__startswith=organisation.path)
    return Q(organisation=organisation)


def never_signed_in(actor: User) -> QuerySet[Membership]:
    """The memberships `actor` sees of people who have never signed in and hold no open invitation that `actor` sees."""
    open_here = invitations_visible_to(actor).open().filter(email=OuterRef("plain_email"))
    found = memberships_visible_to(actor).filter(user__is_active=True, user__last_login=None)
    return found.annotate(plain_email=Lower("user__email")).filter(~Exists(open_here))


def units_to_invite(actor: User) -> list[tuple[Organisation, int]]:
    """Each organisation and unit the lead leads, with how many people in it or below wait for an invitation.

    Who is in several units below one counts once there. Three queries.
    """
    waiting = never_signed_in(actor).order_by()
    several = waiting.values("user").annotate(places=Count("pk")).filter(places__gt=1)
    paths: dict[int, list[str]] = {}
    for user, path in waiting.filter(user__in=several.values("user")).values_list("user", "organisation__path"):
        paths.setdefault(user, []).append(path)
    return [
        (unit, count - sum(max(0, sum(path.startswith(unit.path) for path in found) - 1) for found in paths.values()))
        for unit, count in counted_by_unit(actor, waiting)
    ]


def units_with_unused(actor: User) -> list[tuple[Organisation, int]]:
    """Each organisation and unit the lead leads that has unused invitations, there or below, with how many."""
    unused = invitations_visible_to(actor).filter(accepted_at=None, withdrawn_at=None)
    return [(unit, count) for unit, count in counted_by_unit(actor, unused) if count]


def counted_by_unit(lead: User, rows: QuerySet) -> list[tuple[Organisation, int]]:
    """Each organisation and unit the lead leads, with how many of the rows belong to it or lie below. Two queries."""
    waiting = dict(rows.order_by().values_list("organisation__path").annotate(number=Count("pk")))
    units = organisations_led_by(lead).order_by("path")
    return [(unit, sum(n for path, n in waiting.items() if path.startswith(unit.path))) for unit in units]


def by_state(invitations: QuerySet[Invitation], state: str, *, at: datetime | None = None) -> QuerySet[Invitation]:
    """The invitations in one state; all for a state that is none. Each tells `has_bounced`.

    Bounced: the mail server refused the address for good, or put it off for two days.
    """
    at = at or timezone.now()
    came_back = OutgoingEmail.objects.bouncing().filter(to=OuterRef("email"))
    found = invitations.annotate(has_bounced=Exists(came_back))
    waiting = found.filter(accepted_at=None, withdrawn_at=None)
    if state == "open":
        return waiting.filter(expires_at__gt=at)
    if state == "expired":
        return waiting.filter(expires_at__lte=at)
    if state == "bounced":
        return waiting.filter(has_bounced=True)
    if state == "used":
        return found.exclude(accepted_at=None)
    if state == "withdrawn":
        return found.exclude(withdrawn_at=None)
    return found


def rows_of(batch: InvitationBatch) -> QuerySet:
    """What a batch is about, as it stands: memberships to invite, or invitations to send again or withdraw.

    Of somebody in several units one membership is invited: the link opens the account with all of them.
    """
    where = below(batch.organisation, with_units=batch.with_units)
    if batch.kind == Kind.SEND:
        waiting = never_signed_in(batch.requested_by).filter(where)
        earlier = memberships_visible_to(batch.requested_by).filter(where, user=OuterRef("user"), pk__lt=OuterRef("pk"))
        return waiting.filter(~Exists(earlier)).select_related("user", "organisation")
    unused = invitations_visible_to(batch.requested_by).filter(where, accepted_at=None, withdrawn_at=None)
    return unused.filter(sent_at__lt=batch.created_at).select_related("organisation", "invited_by")


@transaction.atomic
def ask_for_batch(actor: User, *, kind: str, organisation: Organisation, with_units: bool = True) -> InvitationBatch:
    """Make invitations in bulk due; a sweep does the work. Raises NotAllowed.

    Asking again while the first is under way answers the same batch.
    """
    check_may_invite(actor, organisation=organisation)
    same = {"kind": kind, "organisation": organisation, "with_units": with_units, "requested_by": actor}
    batch = InvitationBatch.objects.filter(finished_at=None, **same).first()
    if batch is None:
        batch = InvitationBatch(**same)
        batch.people_to_do = rows_of(batch).count()
        batch.save()
        record(
            actor,
            action="asked for invitations in bulk",
            subject=batch,
            organisation=organisation,
            kind=kind,
            people=batch.people_to_do,
        )
    return batch


def batches_visible_to(user: User) -> QuerySet[InvitationBatch]:
    """The batches a lead may see: those of the organisations they lead."""
    return InvitationBatch.objects.filter(organisation__in=organisations_led_by(user))


def sweep(*, at: datetime | None = None) -> int:
    """Do what is due of every batch; returns how many were finished. Safe to kill and to run twice at once."""
    at = at or timezone.now()
    due = InvitationBatch.objects.filter(finished_at=None).filter(
        Q(claimed_at=None) | Q(claimed_at__lt=at - CLAIM_LASTS)
    )
    return sum(finish(pk) for pk in due.order_by("pk").values_list("pk", flat=True))


def finish(pk: int) -> int:
    """Claim a batch and do it a hundred rows at a time, each hundred in its own transaction."""
    now = timezone.now()
    free = Q(claimed_at=None) | Q(claimed_at__lt=now - CLAIM_LASTS)
    if not InvitationBatch.objects.filter(free, pk=pk, finished_at=None).update(claimed_at=now):
        return 0
    while True:
        with transaction.atomic():
            batch = (
                InvitationBatch.objects.select_for_update(of=("self",))
                .select_related("organisation", "requested_by")
                .get(pk=pk)
            )
            if batch.claimed_at != now:
                return 0
            now = batch.claimed_at = timezone.now()
            keys = list(
                rows_of(batch).filter(pk__gt=batch.last_done).order_by("pk").values_list("pk", flat=True)[:BATCH]
            )
            rows = still_due(batch, keys)
            for row in rows:
                do_one(batch, row, at=now)
            batch.people_done += len(rows)
            batch.last_done = keys[-1] if keys else batch.last_done
            batch.finished_at = None if keys else now
            batch.save()
        if not keys:
            return 1


def still_due(batch: InvitationBatch, keys: list[int]) -> list:
    """The rows with these keys, locked: what somebody accepts, withdraws or sends meanwhile is left out."""
    rows = rows_of(batch).filter(pk__in=keys).order_by("pk")
    if batch.kind != Kind.SEND:
        rows = rows.select_for_update(of=("self",))
    return list(rows)


def do_one(batch: InvitationBatch, row: Membership | Invitation, *, at: datetime) -> None:
    """Invite one person, send one link again, or stop one."""
    if isinstance(row, Membership):
        person = row.user
        try:
            create_and_send(
                batch.requested_by,
                organisation=row.organisation,
                email=person.email.lower(),
                first_name=person.first_name,
                last_name=person.last_name,
                at=at,
            )
        except AlreadyInvited:
            log.info("invited_meanwhile", membership=row.pk)
    elif batch.kind == Kind.RESEND:
        send_new_link(row, at=at)
    else:
        row.withdrawn_at = at
        row.save(update_fields=["withdrawn_at"])
