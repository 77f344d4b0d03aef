"""Checking and applying imports that are due, in batches of rows, so that a killed worker costs one batch.

A claim is the time of the last batch: whoever finds one older than two minutes takes the import over, and a worker that
comes back from the dead finds its claim gone and stops.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import islice

import structlog
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.audit.domain.recording import record
from lms.design_system.wording import day
from lms.people.domain.errors import PeopleError
from lms.people.domain.roster_changes import apply_rows
from lms.people.domain.roster_decisions import decide_rows
from lms.people.domain.roster_files import people_rows
from lms.people.domain.roster_people import not_ended
from lms.people.domain.roster_plans import Plan, Scope, plain
from lms.people.domain.rosters import counts_of, drop_file
from lms.people.models import Membership, RosterImport, RosterRow

log = structlog.get_logger(__name__)

State = RosterImport.State
Action = RosterRow.Action
BATCH = 500
CLAIM_LASTS = timedelta(minutes=2)
Row = tuple[int, list[str]]


class ClaimLost(Exception):
    """Another worker has taken the import over."""


def sweep(*, at: datetime | None = None) -> int:
    """Check and apply every import that is due; returns how many were finished. Safe to run twice at once."""
    return sum(finish(pk, at=at) for pk in list(due(at).order_by("pk").values_list("pk", flat=True)))


def due(at: datetime | None = None):
    """The imports that wait for a worker, or whose worker has not been heard of for two minutes."""
    waiting = Q(state__in=[State.CHECK_DUE, State.APPLY_DUE])
    left = Q(state__in=[State.CHECKING, State.APPLYING], claimed_at__lt=(at or timezone.now()) - CLAIM_LASTS)
    return RosterImport.objects.filter(waiting | left)


def finish(pk: int, *, at: datetime | None = None) -> int:
    """Claim one import and do what is due; 0 when somebody else has it."""
    with transaction.atomic():
        roster_import = due(at).select_for_update(of=("self",)).filter(pk=pk).first()
        if roster_import is None:
            return 0
        applying = roster_import.state in (State.APPLY_DUE, State.APPLYING)
        roster_import.state = State.APPLYING if applying else State.CHECKING
        roster_import.claimed_at = timezone.now()
        roster_import.save(update_fields=["state", "claimed_at"])
    try:
        if applying:
            apply(roster_import)
        else:
            check(roster_import)
    except ClaimLost:
        return 0
    except PeopleError as error:
        fail(roster_import, str(error))
    return 1


@transaction.atomic
def fail(roster_import: RosterImport, why: str) -> None:
    """Say why an import cannot go on; its file and rows stay for a look, and what it changed before is recorded."""
    mine = RosterImport.objects.filter(pk=roster_import.pk, claimed_at=roster_import.claimed_at)
    if not mine.update(state=State.FAILED, problem=why):
        return
    done = counts_of(roster_import, only_applied=True)
    if any(done.values()):
        record(
            roster_import.uploaded_by,
            action="imported roster in part",
            subject=roster_import,
            organisation=roster_import.organisation,
            **done,
        )


def keep_claim(roster_import: RosterImport, **progress: object) -> None:
    """Renew the claim inside a batch's transaction, with the progress made. Raises ClaimLost."""
    mine = RosterImport.objects.filter(
        pk=roster_import.pk, claimed_at=roster_import.claimed_at, state=roster_import.state
    )
    now = timezone.now()
    if not mine.update(claimed_at=now, **progress):
        raise ClaimLost
    roster_import.claimed_at = now


def batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """The rows in lists of at most 500."""
    iterator = iter(rows)
    while batch := list(islice(iterator, BATCH)):
        yield batch


def check(roster_import: RosterImport) -> None:
    """Decide every row anew and write what would happen; nobody is changed. Raises RosterFileError or ClaimLost."""
    scope = Scope(roster_import)
    if roster_import.organisation_id not in scope.led:
        raise PeopleError(_("You no longer lead this organisation."))
    with transaction.atomic():
        keep_claim(roster_import, done_count=0, row_count=0)
        RosterRow.objects.filter(roster_import=roster_import).delete()
    with roster_import.file.open("rb") as file:
        rows = people_rows(file, sheet=roster_import.sheet, header_line=roster_import.header_line)
        done = 0
        for batch in batches(rows):
            done += len(batch)
            with transaction.atomic():
                keep_claim(roster_import, done_count=done, row_count=done)
                check_batch(roster_import, batch, scope=scope)
    if not done:
        raise PeopleError(_("The file has no row below its column names."))
    with transaction.atomic():
        keep_claim(roster_import)
        note_missing(roster_import, scope=scope)
        keep_claim(roster_import, state=State.CHECKED, checked_at=timezone.now(), problem="")


def check_batch(roster_import: RosterImport, batch: list[Row], *, scope: Scope) -> None:
    """Write the decisions on some rows; an address that was there before is refused."""
    fields = [roster_import.fields_by_header.get(header, "") for header in roster_import.headers]
    said = [{name: cell for name, cell in zip(fields, cells, strict=False) if name and cell} for _line, cells in batch]
    plans = decide_rows(said, scope=scope)
    emails = {plan.email for plan in plans if plan.email}
    before = RosterRow.objects.filter(roster_import=roster_import, email__in=emails).order_by("-number")
    first = dict(before.values_list("email", "number"))
    written = []
    for (number, _cells), values, plan in zip(batch, said, plans, strict=True):
        if plan.email and plan.email in first:
            plan = Plan(
                Action.REFUSED,
                _("Same e-mail as row %(number)s") % {"number": first[plan.email]},
                name=plan.name,
                email=plan.email,
                membership=plan.membership,
            )
        elif plan.email:
            first[plan.email] = number
        written.append(
            RosterRow(
                roster_import=roster_import,
                number=number,
                action=plan.action,
                name=plan.name,
                email=plan.email,
                detail=plan.detail,
                said=values,
                membership=plan.membership,
            )
        )
    RosterRow.objects.bulk_create(written)


def note_missing(roster_import: RosterImport, *, scope: Scope) -> None:
    """Write a row for each person of the organisation and its units who is not in the file.

    The lead themselves is never among them, nor somebody who has the name of a refused row: that is the same person
    with a mistake in the e-mail.
    """
    rows = RosterRow.objects.filter(roster_import=roster_import)
    refused = {plain(name) for name in rows.filter(action=Action.REFUSED).values_list("name", flat=True)}
    listed = rows.exclude(membership=None).values("membership__user")
    missing = Membership.objects.filter(not_ended(timezone.localdate()), organisation__in=scope.units)
    missing = missing.exclude(user__in=listed).exclude(user=scope.actor).select_related("user", "organisation")
    written = []
    for membership in missing.order_by("user__last_name", "user__first_name", "pk").iterator(chunk_size=BATCH):
        if plain(membership.user.sort_name) in refused or membership.ended_on is not None:
            continue
        ends_on = max(scope.on, membership.started_on)
        values = {"unit": membership.organisation.name, "day": day(ends_on)}
        detail = _("Not in this file. Membership in %(unit)s ends on %(day)s. Certificates kept.") % values
        written.append(
            RosterRow(
                roster_import=roster_import,
                action=Action.END,
                name=membership.user.sort_name[:170],
                email=membership.user.email,
                detail=detail,
                membership=membership,
            )
        )
        if len(written) >= BATCH:
            RosterRow.objects.bulk_create(written)
            written = []
    RosterRow.objects.bulk_create(written)


def apply(roster_import: RosterImport) -> None:
    """Carry out the rows that are not carried out yet, each held against what has changed since the check.

    Raises PeopleError when the lead no longer leads the organisation, or ClaimLost.
    """
    scope = Scope(roster_import)
    check_still_led(scope)
    rows = RosterRow.objects.filter(roster_import=roster_import, applied_at=None)
    if not roster_import.end_missing:
        rows = rows.exclude(number=None)
    done = RosterRow.objects.filter(roster_import=roster_import).exclude(applied_at=None).count()
    last = 0
    while batch := list(rows.filter(pk__gt=last).order_by("pk")[:BATCH]):
        last = batch[-1].pk
        done += len(batch)
        apply_batch(roster_import, batch, scope=scope, done=done)
    with transaction.atomic():
        keep_claim(roster_import, state=State.APPLIED, applied_at=timezone.now())
        record(
            scope.actor,
            action="imported roster",
            subject=roster_import,
            organisation=roster_import.organisation,
            **counts_of(roster_import),
        )
        drop_file(roster_import)


def check_still_led(scope: Scope) -> None:
    """Raise PeopleError when the lead no longer leads the organisation."""
    if scope.organisation.pk not in scope.led:
        raise PeopleError(_("You no longer lead this organisation. Nothing more was changed."))


def apply_batch(roster_import: RosterImport, batch: list[RosterRow], *, scope: Scope, done: int) -> None:
    """Carry out some rows at once; when an account or membership appeared in between, once more from what is there."""
    for again in (True, False):
        claim = roster_import.claimed_at
        try:
            with transaction.atomic():
                keep_claim(roster_import, done_count=done)
                scope.look_again()
                check_still_led(scope)
                apply_rows(batch, scope=scope)
            return
        except PeopleError:
            roster_import.claimed_at = claim  # as the database has it again
            raise
        except IntegrityError as error:
            if not again:
                raise PeopleError(_("The same people were changed elsewhere. Import the list again.")) from error
            log.info("roster_batch_again", error=type(error).__name__)
            roster_import.claimed_at = claim  # not whatever stands there now: that may be another worker's
            batch = list(RosterRow.objects.filter(pk__in=[row.pk for row in batch]).order_by("pk"))
