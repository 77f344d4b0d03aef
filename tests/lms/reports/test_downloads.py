"""Files of reports: what is in them, formulas made harmless, and whose they are."""

import csv
import datetime
import io

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from courses.domain.standing import refresh_standings
from lms.audit.models import AuditEvent
from lms.people.models import Membership
from lms.reports.domain.cells import safe_text
from lms.reports.domain.exports import prepare, sweep
from lms.reports.models import Export
from lms.reports.views import downloads
from tests.factories.assigning import ask
from tests.factories.courses import complete, module_of
from tests.factories.people import MembershipFactory

pytestmark = pytest.mark.django_db


def lines(response) -> list[list[str]]:
    """The rows of a CSV answer, its mark taken off."""
    content = response.getvalue()
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.fixture
def asked(bob, alice, haverley):
    """Alice completed T1 of which bob asked her."""
    module = module_of(1, title="T1 Seeing it", slug="t1")
    enrolment = complete(alice, module)
    today = timezone.localdate()
    ask(alice, haverley, lead=bob, module=module, state="done", completed_on=today, enrolment=enrolment)
    refresh_standings(Membership.objects.values_list("pk", flat=True))
    return enrolment


def test_the_csv_of_completions_says_who_what_and_when(client, bob, asked):
    client.force_login(bob)
    head, row = lines(client.get("/reports/download/completions.csv"))
    said = dict(zip(head, row, strict=True))
    assert said["E-mail"] == "alice@police.example.org"
    assert (said["Module"], said["State"], said["Time round"]) == ("T1 Seeing it", "Completed", "1")
    assert said["Completed"] == timezone.localdate().isoformat()
    assert said["Valid until"] == ""
    assert said["Certificate"] == asked.certificate.number


def test_the_csv_of_people_holds_everybody_and_the_filters_hold(client, bob, asked, haverley):
    MembershipFactory(organisation=haverley, user__last_name="Zed")
    client.force_login(bob)
    rows = lines(client.get("/reports/download/people.csv"))
    assert len(rows) == 1 + 3
    state = rows[0].index("State")
    assert sorted(row[state] for row in rows[1:]) == ["Nothing assigned", "Nothing assigned", "Up to date"]
    assert len(lines(client.get("/reports/download/people.csv?q=zed"))) == 2


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "  =1+1", "\u00a0=1", "＝1"])
def test_no_cell_is_a_formula(client, bob, haverley, text):
    MembershipFactory(organisation=haverley, job_role=text, user__last_name="Injected")
    client.force_login(bob)
    head, row = lines(client.get("/reports/download/people.csv?q=injected"))
    assert row[head.index("Job role")] == f"'{text}"
    book = load_workbook(io.BytesIO(client.get("/reports/download/people.xlsx?q=injected").content))
    cell = book.worksheets[0].cell(2, head.index("Job role") + 1)
    assert cell.data_type == "s"
    assert cell.value.startswith("'")


def test_ordinary_text_stays_as_it_is():
    assert [safe_text(text) for text in ("Ashworth-Pryce", "a=b", "", "O'Neil")] == [
        "Ashworth-Pryce",
        "a=b",
        "",
        "O'Neil",
    ]


def test_a_workbook_has_dates_and_a_sheet_that_says_what_the_columns_mean(client, bob, asked):
    client.force_login(bob)
    book = load_workbook(io.BytesIO(client.get("/reports/download/completions.xlsx").content))
    data, meanings = book.worksheets
    head = [cell.value for cell in data[1]]
    assert data.cell(2, head.index("Completed") + 1).value.date() == timezone.localdate()
    assert [row[0].value for row in meanings.iter_rows(min_row=2)] == head


@pytest.mark.parametrize("file", ["completions.csv", "people.csv", "people.xlsx", "summary.csv"])
def test_a_lead_elsewhere_gets_nothing_of_them(client, charlie, asked, haverley, file):
    client.force_login(charlie)
    content = client.get(f"/reports/download/{file}?unit={haverley.pk}").getvalue()
    assert b"alice" not in content
    assert b"Haverley" not in content


def test_taking_people_out_is_written_into_the_audit_trail(client, bob, asked):
    client.force_login(bob)
    client.get("/reports/download/people.csv?q=alice")
    event = AuditEvent.objects.get(action="report exported")
    assert (event.actor, event.detail) == (bob, {"report": "people", "format": "csv", "query": "q=alice"})


def test_a_long_workbook_is_prepared_and_fetched_by_its_owner_alone(client, bob, charlie, asked, monkeypatch):
    monkeypatch.setattr(downloads, "LONG", 1)
    client.force_login(bob)
    assert "This file is long" in client.get("/reports/download/people.xlsx").content.decode()
    address = client.post("/reports/exports/", {"report": "people", "format": "xlsx", "query": ""})["Location"]
    waiting = client.get(address)
    assert "looks again by itself" in waiting.content.decode()
    assert (waiting["Refresh"], "Refresh" in client.get(f"{address}?still")) == ("4", False)
    assert client.get(f"{address}file/").status_code == 404
    assert sweep() == 1
    assert sweep() == 0
    ready = client.get(address)
    assert ("It has 2 rows" in ready.content.decode(), "Refresh" in ready) == (True, False)
    book = load_workbook(io.BytesIO(client.get(f"{address}file/").getvalue()))
    assert book.worksheets[0].max_row == 3
    client.force_login(charlie)
    assert client.get(address).status_code == 404
    assert client.get(f"{address}file/").status_code == 404


def test_who_leads_no_longer_gets_no_file(bob):
    Export.objects.create(owner=bob, report="people", format="csv")
    bob.memberships.update(is_lead=False)
    sweep()
    export = Export.objects.get()
    assert (export.state, bool(export.file)) == ("failed", False)


def test_an_export_that_cannot_be_written_fails_once_and_says_so(client, bob):
    broken = Export.objects.create(owner=bob, report="a report there is no more", format="csv")
    good = Export.objects.create(owner=bob, report="people", format="csv")
    assert sweep() == 2
    broken.refresh_from_db()
    good.refresh_from_db()
    assert (broken.state, broken.row_count, bool(broken.file), good.state) == ("failed", 0, False, "ready")
    assert sweep(at=timezone.now() + datetime.timedelta(hours=1)) == 0
    client.force_login(bob)
    html = client.get(f"/reports/exports/{broken.public_id}/").content.decode()
    assert "Something went wrong while the file was written. Ask for it again." in html


def test_a_worker_whose_claim_was_taken_over_leaves_the_file_to_the_other(bob):
    then = timezone.now() - datetime.timedelta(hours=1)
    slow = Export.objects.create(owner=bob, report="people", format="csv", state="writing", claimed_at=then)
    assert sweep() == 1
    ready = Export.objects.get()
    prepare(slow)
    again = Export.objects.get()
    assert (again.state, again.file.name, again.claimed_at) == ("ready", ready.file.name, ready.claimed_at)
    assert AuditEvent.objects.filter(action="report exported").count() == 1


def test_an_export_is_removed_after_a_week(bob):
    Export.objects.create(owner=bob, report="people", format="csv")
    sweep()
    export = Export.objects.get()
    storage, name = export.file.storage, export.file.name
    assert storage.exists(name)
    sweep(at=timezone.now() + datetime.timedelta(days=8))
    assert not Export.objects.exists()
    assert not storage.exists(name)


def test_the_dictionary_has_every_column_of_every_file(client, bob, asked):
    client.force_login(bob)
    _head, *rows = lines(client.get("/reports/columns/", {"format": "csv"}))
    for report, title in (("people", "People"), ("completions", "Completions"), ("summary", "Summary")):
        heading = lines(client.get(f"/reports/download/{report}.csv"))[0]
        assert heading == [column for file, column, meaning in rows if file == title and meaning]
    html = client.get("/reports/columns/").content.decode()
    assert [html.count(f"<h2>{title}</h2>") for title in ("People", "Completions", "Summary")] == [1, 1, 1]


def test_the_file_of_people_is_of_today_whatever_day_is_asked_for(client, bob, asked, haverley):
    client.force_login(bob)
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    gone = MembershipFactory(organisation=haverley, started_on=yesterday, ended_on=timezone.localdate())
    answer = client.get("/reports/download/people.csv", {"on": yesterday.isoformat()})
    assert f"people-{timezone.localdate()}.csv" in answer["Content-Disposition"]
    addresses = [row[2] for row in lines(answer)[1:]]
    assert gone.user.email not in addresses
    assert "alice@police.example.org" in addresses
