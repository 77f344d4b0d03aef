"""Roster imports from upload to the decision to apply: a lead uploads, matches columns, looks, and lets it happen."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.core.files import File
from django.db import transaction
from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, When
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.audit.domain.recording import record
from lms.people.domain.access import leads, organisations_led_by
from lms.people.domain.errors import NotAllowed, PeopleError
from lms.people.domain.roster_columns import check_columns, remember_columns
from lms.people.domain.roster_files import MOST_BYTES, RosterFileError, look_at
from lms.people.models import Organisation, RosterImport, RosterRow, User

State = RosterImport.State
Action = RosterRow.Action
ORDER = (Action.REFUSED, Action.CREATE, Action.MOVE, Action.UPDATE, Action.END, Action.UNCHANGED)
MAY_CANCEL = (State.UPLOADED, State.CHECK_DUE, State.CHECKING, State.CHECKED)


class ImportMovedOn(PeopleError):
    """The import is past the step that was asked for."""


def imports_visible_to(user: User) -> QuerySet[RosterImport]:
    """The imports a lead may see: those into the organisations they lead."""
    return RosterImport.objects.filter(organisation__in=organisations_led_by(user))


@transaction.atomic
def upload_roster(actor: User, *, organisation: Organisation, file: File) -> RosterImport:
    """Keep an uploaded list for an organisation `actor` leads, once a first look at it has found its columns.

    Raises NotAllowed, or RosterFileError or WorkbookError saying why the file cannot be used.
    """
    if not leads(actor, organisation_id=organisation.pk):
        raise NotAllowed(_("You can import people only into organisations that you lead."))
    if file.size > MOST_BYTES:
        raise RosterFileError(
            _("The file is bigger than 20 MB. Keep only the list itself in it, or import it in parts.")
        )
    if file.file is None:
        raise RosterFileError(_("The file is empty. Its first line has to name the columns."))
    opened = look_at(file.file)
    file.seek(0)
    name = (file.name or "").replace("\\", "/").rsplit("/", 1)[-1][:200]
    roster_import = RosterImport(
        organisation=organisation,
        uploaded_by=actor,
        file_name=name,
        sheets=opened.sheets,
        sheet=opened.sheet,
        header_line=opened.header_line,
        headers=opened.headers,
    )
    roster_import.file.save(f"{roster_import.public_id}.list", file, save=False)
    roster_import.save()
    record(actor, action="uploaded roster", subject=roster_import, organisation=organisation)
    return roster_import


def own_import(actor: User, roster_import: RosterImport, *states: str) -> RosterImport:
    """The import, locked, if `actor` uploaded it, still leads its organisation, and it is in one of the states.

    Raises NotAllowed or ImportMovedOn.
    """
    locked = RosterImport.objects.select_for_update().get(pk=roster_import.pk)
    if locked.uploaded_by_id != actor.pk:
        raise NotAllowed(_("Only the person who uploaded this list can go on with it."))
    if not leads(actor, organisation_id=locked.organisation_id):
        raise NotAllowed(_("You can import people only into organisations that you lead."))
    if locked.state not in states:
        raise ImportMovedOn(_("This list is past that step."))
    return locked


@transaction.atomic
def choose_sheet(actor: User, *, roster_import: RosterImport, sheet: str) -> RosterImport:
    """Read another sheet of the workbook. Raises NotAllowed, ImportMovedOn or RosterFileError."""
    locked = own_import(actor, roster_import, State.UPLOADED, State.CHECKED)
    with locked.file.open("rb") as file:
        opened = look_at(file, sheet=sheet)
    locked.sheet, locked.header_line, locked.headers = opened.sheet, opened.header_line, opened.headers
    locked.fields_by_header, locked.state = {}, State.UPLOADED
    locked.save()
    return locked


@transaction.atomic
def ask_for_check(
    actor: User,
    *,
    roster_import: RosterImport,
    fields_by_header: Mapping[str, str],
    end_missing: bool,
    effective_on: date,
) -> RosterImport:
    """Note what the columns hold and make the check due; it changes nothing about anybody.

    Raises NotAllowed, ImportMovedOn or ColumnsError.
    """
    locked = own_import(actor, roster_import, State.UPLOADED, State.CHECKED)
    check_columns(fields_by_header)
    locked.fields_by_header = {header: fields_by_header.get(header, "") for header in locked.headers}
    locked.end_missing, locked.effective_on = end_missing, effective_on
    locked.state, locked.claimed_at, locked.done_count, locked.row_count = State.CHECK_DUE, None, 0, 0
    locked.save()
    remember_columns(locked.organisation, fields_by_header=locked.fields_by_header)
    return locked


@transaction.atomic
def set_end_missing(actor: User, *, roster_import: RosterImport, end_missing: bool) -> RosterImport:
    """End the memberships of people who are not in the file, or keep them. Raises NotAllowed or ImportMovedOn."""
    locked = own_import(actor, roster_import, State.CHECKED)
    locked.end_missing = end_missing
    locked.save(update_fields=["end_missing"])
    return locked


@transaction.atomic
def ask_to_apply(actor: User, *, roster_import: RosterImport) -> RosterImport:
    """Make the changes due. Raises NotAllowed or ImportMovedOn."""
    locked = own_import(actor, roster_import, State.CHECKED)
    locked.state, locked.claimed_at, locked.done_count = State.APPLY_DUE, None, 0
    locked.row_count = rows_that_count(locked).count()
    locked.save(update_fields=["state", "claimed_at", "done_count", "row_count"])
    return locked


@transaction.atomic
def cancel(actor: User, *, roster_import: RosterImport) -> RosterImport:
    """Forget an import that was not applied, with its file and rows. Raises NotAllowed or ImportMovedOn."""
    return forget(own_import(actor, roster_import, *MAY_CANCEL))


def forget(roster_import: RosterImport) -> RosterImport:
    """Throw file and rows of an import away and mark it cancelled; rows that were carried out stay, and its state."""
    roster_import.rows.filter(applied_at=None).delete()
    if not roster_import.rows.exists():
        roster_import.state = State.CANCELLED
        roster_import.save(update_fields=["state"])
    drop_file(roster_import)
    return roster_import


def drop_file(roster_import: RosterImport) -> None:
    """Delete the uploaded file once the transaction is through; its rows say all that is needed."""
    name, storage = roster_import.file.name, roster_import.file.storage
    if name:
        RosterImport.objects.filter(pk=roster_import.pk).update(file="")
        roster_import.file = ""
        transaction.on_commit(lambda: storage.delete(name), robust=True)


def rows_that_count(roster_import: RosterImport) -> QuerySet[RosterRow]:
    """The rows in order of what happens; people missing from the file only where their memberships would end."""
    rows = RosterRow.objects.filter(roster_import=roster_import)
    if not roster_import.end_missing:
        rows = rows.exclude(number=None)
    by_action = Case(
        *(When(action=action, then=place) for place, action in enumerate(ORDER)), output_field=IntegerField()
    )
    return rows.order_by(by_action, F("number").asc(nulls_last=True), "pk")


def counts_of(roster_import: RosterImport, *, only_applied: bool = False) -> dict[str, int]:
    """How many rows have each action, and under "missing" how many people are not in the file; or those carried out."""
    rows = RosterRow.objects.filter(roster_import=roster_import)
    if only_applied:
        rows = rows.exclude(applied_at=None)
    found = rows.order_by().values("action")
    counts = dict.fromkeys(Action.values, 0) | {"missing": 0}
    for row in found.annotate(rows=Count("pk"), missing=Count("pk", filter=Q(number=None))):
        counts[row["action"]] = row["rows"] - (0 if roster_import.end_missing else row["missing"])
        counts["missing"] += row["missing"]
    return counts


def changes_in(counts: Mapping[str, int]) -> int:
    """How many people change, by the counts of actions."""
    return sum(counts[action] for action in (Action.CREATE, Action.MOVE, Action.UPDATE, Action.END))


def forget_old(*, today: date | None = None) -> int:
    """Forget imports that nobody applied for 14 days, so that lists of people do not lie about; returns how many."""
    today = today or timezone.localdate()
    old = RosterImport.objects.filter(state__in=[State.UPLOADED, State.CHECKED, State.FAILED]).exclude(file="")
    count = 0
    for roster_import in old.filter(created_at__date__lt=today - timedelta(days=14))[:100]:
        with transaction.atomic():
            forget(RosterImport.objects.select_for_update().get(pk=roster_import.pk))
        count += 1
    return count
