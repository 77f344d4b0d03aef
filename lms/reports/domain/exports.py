"""Exports: long files that are prepared in the background, for the person who asked and nobody else."""

import tempfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from urllib.parse import parse_qsl

import structlog
from django.core.files import File
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.audit.domain.recording import record
from lms.people.models import User
from lms.reports.domain.tables import TABLES
from lms.reports.domain.writing import ROWS_AT_ONCE, csv_pieces, write_workbook
from lms.reports.models import Export

KEPT = timedelta(days=7)
TAKEN_OVER = timedelta(minutes=15)  # after which a worker that said nothing more is taken for dead
State = Export.State
log = structlog.get_logger(__name__)


def exports_of(user: User) -> QuerySet[Export]:
    """The user's own exports, the newest first; nobody sees another's."""
    return Export.objects.filter(owner=user)


@transaction.atomic
def ask_for_export(user: User, *, report: str, format: str, query: str) -> Export:
    """Write down that a file is wanted; the sweep prepares it. `report` is a key of TABLES."""
    found = exports_of(user).filter(report=report, format=format, query=query, state__in=[State.DUE, State.WRITING])
    return found.first() or Export.objects.create(owner=user, report=report, format=format, query=query)


def sweep(*, at: datetime | None = None) -> int:
    """Prepare every export that is due, or that a dead worker left, and forget the old; answers how many."""
    at = at or timezone.now()
    forget_old(at=at)
    count = 0
    waiting = Q(state=State.DUE) | Q(state=State.WRITING, claimed_at__lt=at - TAKEN_OVER)
    for pk in list(Export.objects.filter(waiting).order_by("created_at", "pk").values_list("pk", flat=True)):
        claimed = Export.objects.filter(waiting, pk=pk).update(state=State.WRITING, claimed_at=timezone.now())
        if claimed:
            prepare_or_fail(Export.objects.select_related("owner").get(pk=pk))
            count += 1
    return count


def prepare_or_fail(export: Export) -> None:
    """Write the file; whatever goes wrong is said on its page and logged, and is not tried again by itself."""
    try:
        prepare(export)
    except Exception:
        log.exception("export_failed", export=str(export.public_id), report=export.report)
        problem = _("Something went wrong while the file was written. Ask for it again.")
        fresh = Export.objects.select_related("owner").get(pk=export.pk)
        fresh.claimed_at = export.claimed_at
        finish(fresh, state=State.FAILED, problem=problem)


def prepare(export: Export) -> None:
    """Write the file with the rights its owner has now."""
    owner = export.owner
    if not owner.is_active or not owner.is_lead:
        finish(export, state=State.FAILED, problem=_("You do not lead an organisation any more."))
        return
    query = dict(parse_qsl(export.query))
    table = TABLES[export.report]
    with tempfile.TemporaryFile() as file:
        if export.format == Export.Format.XLSX:
            columns, rows = table.read(owner, query)
            write_workbook(file, str(table.title), columns, counted(export, rows))
        else:
            for piece in csv_pieces(owner, table, query):
                file.write(piece)
                hold_claim(export)
        file.seek(0)
        export.file.save(f"{export.public_id}.{export.format}", File(file), save=False)
    finish(export, state=State.READY)


def counted(export: Export, rows: QuerySet) -> Iterator[tuple]:
    """The rows, with how many there have been kept for the page that waits."""
    count = 0
    for count, row in enumerate(rows.iterator(ROWS_AT_ONCE), start=1):
        if count % ROWS_AT_ONCE == 0:
            export.row_count = count
            hold_claim(export, after=timedelta(0))
        yield row
    export.row_count = count


def hold_claim(export: Export, *, after: timedelta = timedelta(minutes=1)) -> None:
    """Say that this worker still writes, once the claim is older than `after`; what another took over stays theirs."""
    now = timezone.now()
    if export.claimed_at is not None and now - export.claimed_at < after:
        return
    own = Export.objects.filter(pk=export.pk, state=State.WRITING, claimed_at=export.claimed_at)
    if own.update(row_count=export.row_count, claimed_at=now):
        export.claimed_at = now


@transaction.atomic
def finish(export: Export, *, state: str, problem: str = "") -> None:
    """Say what became of it, unless another worker took the claim over: then this one's file goes."""
    own = Export.objects.select_for_update().filter(pk=export.pk, state=State.WRITING, claimed_at=export.claimed_at)
    if not own.exists():
        if export.file:
            export.file.delete(save=False)
        return
    export.state, export.problem, export.ready_at = state, problem, timezone.now()
    export.save(update_fields=["state", "problem", "ready_at", "file", "row_count"])
    if state == State.READY:
        note_export(export.owner, report=export.report, format=export.format, query=export.query)


def note_export(user: User, *, report: str, format: str, query: str) -> None:
    """Write into the audit trail that people's data was taken out."""
    membership = user.main_membership
    record(
        user,
        action="report exported",
        subject=user,
        organisation=membership.organisation if membership else None,
        report=report,
        format=format,
        query=query,
    )


def forget_old(*, at: datetime) -> int:
    """Remove files and rows older than a week; answers how many."""
    old = list(Export.objects.filter(created_at__lt=at - KEPT))
    for export in old:
        if export.file:
            export.file.delete(save=False)
        export.delete()
    return len(old)
