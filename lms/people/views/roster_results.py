"""What became of a list's rows as a CSV file, safe to open in a spreadsheet."""

import csv
from collections.abc import Iterator
from uuid import UUID

from django.http import HttpRequest, StreamingHttpResponse
from django.utils.translation import gettext as _

from lms.cells import safe_text
from lms.people.domain.roster_columns import FIELDS
from lms.people.domain.rosters import rows_that_count
from lms.people.models import RosterImport, RosterRow
from lms.people.views.guards import lead_required
from lms.people.views.rosters import find_import


class Echo:
    """A file that hands back what is written to it, for csv.writer."""

    def write(self, text: str) -> str:
        return text


def lines(roster_import: RosterImport, *, only_refused: bool) -> Iterator[str]:
    """The file line by line: the columns as the list had them, then what happens and why."""
    matched = [(header, roster_import.fields_by_header.get(header)) for header in roster_import.headers]
    matched = [(header, field) for header, field in matched if field in FIELDS]
    writer = csv.writer(Echo())
    yield "\ufeff" + writer.writerow(
        safe_text(str(cell))
        for cell in (*(header for header, _field in matched), _("Row"), _("What happens"), _("Detail"))
    )
    rows = rows_that_count(roster_import)
    if only_refused:
        rows = rows.filter(action=RosterRow.Action.REFUSED)
    for row in rows.select_related("membership__organisation").iterator(chunk_size=500):
        said = row.said or {"email": row.email, "full_name": row.name, "last_name": row.name}
        cells = [said.get(field, "") for _header, field in matched]
        yield writer.writerow(
            safe_text(str(cell)) for cell in (*cells, row.number or "", row.get_action_display(), row.detail)
        )


@lead_required
def roster_rows(request: HttpRequest, public_id: UUID) -> StreamingHttpResponse:
    """Every row with what became of it, or only the refused ones to mend and import again."""
    found = find_import(request, public_id)
    only_refused = request.GET.get("show") == "refused"
    response = StreamingHttpResponse(lines(found, only_refused=only_refused), content_type="text/csv; charset=utf-8")
    name = "refused-rows.csv" if only_refused else "import-result.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
