"""Files of reports: sent at once where that is quick, prepared in the background where it is not."""

from collections.abc import Iterable
from datetime import date
from io import BytesIO
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.hurry import hurry
from lms.people.views.guards import lead_frame, lead_required
from lms.reports.domain.exports import ask_for_export, exports_of, note_export
from lms.reports.domain.filters import read_filters
from lms.reports.domain.tables import TABLES, Column
from lms.reports.domain.writing import MARK, csv_line, csv_pieces, write_workbook
from lms.reports.models import Export
from lms.reports.tasks import sweep_exports
from lms.reports.views.breakdown import breakdown_columns, breakdown_rows
from lms.uploads.views import private_file

LONG = 5000  # rows of a workbook above which it is prepared in the background
LOOK_AGAIN_AFTER = 4  # seconds
CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def as_file(content: Iterable[bytes] | bytes, *, name: str, content_type: str) -> HttpResponseBase:
    """An answer that is kept as a file and in no cache."""
    made = HttpResponse(content) if isinstance(content, bytes) else StreamingHttpResponse(content)
    made["Content-Type"] = content_type
    made["Content-Disposition"] = f'attachment; filename="{name}"'
    made["Cache-Control"] = "private, no-store"
    return made


def file_name(key: str, format: str, day: date) -> str:
    """For example completions-2026-05-05.csv: nothing in it tells what the training is about."""
    return f"{key}-{day.isoformat()}.{format}"


@lead_required
def download(request: HttpRequest, report: str, format: str) -> HttpResponseBase:
    """A table as CSV or workbook with the filters of the address."""
    if format not in Export.Format.values or (report not in TABLES and report != "summary"):
        raise Http404
    filters = read_filters(request.user, request.GET)
    name = file_name(report, format, filters.day if report == "completions" else filters.today)
    if report == "summary":
        return summary(request, format, name)
    table = TABLES[report]
    if format == "xlsx":
        columns, rows = table.read(request.user, request.GET)
        if rows[: LONG + 1].count() > LONG:
            context = {"table": table, "query": request.GET.urlencode(), "long": LONG, **lead_frame(request)}
            return render(request, "reports/export_ask.html", context)
        note_export(request.user, report=report, format=format, query=request.GET.urlencode())
        return as_file(workbook(str(table.title), columns, rows), name=name, content_type=XLSX)
    note_export(request.user, report=report, format=format, query=request.GET.urlencode())
    return as_file(csv_pieces(request.user, table, request.GET.dict()), name=name, content_type=CSV)


def summary(request: HttpRequest, format: str, name: str) -> HttpResponseBase:
    """The dashboard's table: numbers, no names."""
    columns, rows = breakdown_columns(request), breakdown_rows(request)
    if format == "xlsx":
        return as_file(workbook(_("Summary"), columns, rows), name=name, content_type=XLSX)
    lines = [MARK, csv_line(column.heading for column in columns), *(csv_line(row) for row in rows)]
    return as_file(b"".join(lines), name=name, content_type=CSV)


def workbook(title: str, columns: list[Column], rows: Iterable[tuple]) -> bytes:
    """A workbook short enough for one answer."""
    file = BytesIO()
    write_workbook(file, title, columns, rows)
    return file.getvalue()


@lead_required
def columns(request: HttpRequest) -> HttpResponseBase:
    """What the columns of each file mean, as a page and as CSV."""
    filters = read_filters(request.user, request.GET)
    described = [(table.title, table.columns(filters)) for table in TABLES.values()]
    described.append((_("Summary"), breakdown_columns(request)))
    if request.GET.get("format") == "csv":
        head = MARK + csv_line([_("File"), _("Column"), _("What stands in it")])
        lines = [csv_line([title, column.heading, column.meaning]) for title, found in described for column in found]
        return as_file(head + b"".join(lines), name="columns.csv", content_type=CSV)
    return render(request, "reports/columns.html", {"described": described, **lead_frame(request)})


@lead_required
def exports(request: HttpRequest) -> HttpResponse:
    """The lead's own exports; posting asks for one more."""
    if request.method == "POST":
        report, format = request.POST.get("report", ""), request.POST.get("format", "")
        if report not in TABLES or format not in Export.Format.values:
            messages.error(request, _("There is no such report."))
            return redirect("reports:exports")
        query = request.POST.get("query", "")[:2000]
        export = ask_for_export(request.user, report=report, format=format, query=query)
        hurry(sweep_exports)
        return redirect("reports:export", export.public_id)
    page = Paginator(exports_of(request.user), 25).get_page(request.GET.get("page"))
    rows = [(row, TABLES[row.report].title if row.report in TABLES else row.report) for row in page]
    return render(request, "reports/exports.html", {"page": page, "rows": rows, **lead_frame(request)})


@lead_required
def export(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """How far one export is; while it is prepared, the page looks again by itself unless it is asked to keep still."""
    found = get_object_or_404(exports_of(request.user), public_id=public_id)
    working = found.state in (Export.State.DUE, Export.State.WRITING)
    context = {
        "export": found,
        "title": TABLES[found.report].title if found.report in TABLES else found.report,
        "working": working,
        **lead_frame(request),
    }
    response = render(request, "reports/export.html", context)
    if working and "still" not in request.GET:
        response["Refresh"] = str(LOOK_AGAIN_AFTER)
    return response


@lead_required
def export_file(request: HttpRequest, public_id: UUID) -> HttpResponseBase:
    """The file of an export that is ready, for its owner."""
    found = get_object_or_404(exports_of(request.user), public_id=public_id, state=Export.State.READY)
    name = file_name(found.report, found.format, timezone.localdate(found.created_at))
    response = private_file(request, found.file, name=name)
    response["Cache-Control"] = "private, no-store"
    return response
