"""The pages of an import: step by step for the lead who uploads, and not there for anybody else."""

import csv
from datetime import timedelta
from io import StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from lms.people.domain import roster_sweep
from lms.people.models import RosterImport, RosterRow, User
from tests.factories.days import typed
from tests.factories.people import MembershipFactory
from tests.factories.rosters import applied_import, checked_import, csv_file

pytestmark = pytest.mark.django_db
HEAD = "E-mail,Name,Job role"
NEW = "new@police.example.org,New Person,Officer"
BAD = "gwen.police.example.org,Gwen Pryce,=1+1"


def test_a_list_goes_from_upload_to_done(client, bob, haverley):
    client.force_login(bob)
    response = client.post("/people/import/", {"organisation": haverley.pk, "file": csv_file(HEAD, NEW, BAD)})
    page = f"/people/import/{RosterImport.objects.get().public_id}/"
    assert response["Location"] == f"{page}columns/"
    form = client.get(f"{page}columns/").context["form"]
    matched = {field.html_name: field.value() for field in form.columns}
    assert matched == {"column_0": "email", "column_1": "full_name", "column_2": "job_role"}
    said = {**matched, **typed("effective_on", form["effective_on"].value()), "missing": "keep"}
    assert client.post(f"{page}columns/", said)["Location"] == page
    waiting = client.get(page)
    assert (waiting.templates[0].name, waiting["Refresh"]) == ("people/roster_progress.html", "4")
    assert "Refresh" not in client.get(f"{page}?still")
    roster_sweep.sweep()
    html = client.get(page).content.decode().replace("<wbr>", "")
    assert "people.csv has 2 rows. 1 person will change, 1 row cannot be used," in html
    assert "The e-mail is missing its @: gwen.police.example.org" in html
    assert "Whoever has an account of their own is asked by e-mail to accept when you apply." in html
    client.post(f"{page}apply/")
    roster_sweep.sweep()
    assert "people.csv changed 1 person" in client.get(page).content.decode()
    assert User.objects.filter(email="new@police.example.org").exists()


def test_a_file_that_cannot_be_used_keeps_the_page_and_says_why(client, bob, haverley):
    client.force_login(bob)
    response = client.post("/people/import/", {"organisation": haverley.pk, "file": csv_file("%PDF-1.7")})
    assert response.context["form"].errors["file"] == [
        "This is a PDF. Save the list as CSV or as an Excel workbook (.xlsx)."
    ]
    assert RosterImport.objects.count() == 0


def test_columns_without_an_address_are_sent_back(client, bob, haverley):
    client.force_login(bob)
    client.post("/people/import/", {"organisation": haverley.pk, "file": csv_file(HEAD, NEW)})
    page = f"/people/import/{RosterImport.objects.get().public_id}/columns/"
    said = {"column_1": "full_name", **typed("effective_on", timezone.localdate()), "missing": "keep"}
    response = client.post(page, said)
    assert response.context["form"].errors["column_0"] == ["Choose the column that holds the e-mail"]


def test_a_day_to_come_is_sent_back_with_what_was_typed(client, bob, haverley):
    client.force_login(bob)
    client.post("/people/import/", {"organisation": haverley.pk, "file": csv_file(HEAD, NEW)})
    page = f"/people/import/{RosterImport.objects.get().public_id}/columns/"
    tomorrow = timezone.localdate() + timedelta(days=1)
    response = client.post(page, {"column_0": "email", "column_1": "full_name", **typed("effective_on", tomorrow)})
    assert response.context["form"].errors["effective_on"] == ["Enter today, or a day in the last 12 months"]
    html = response.content.decode()
    assert '<a href="#id_effective_on_0">Enter today, or a day in the last 12 months</a>' in html
    assert f'name="effective_on_2" type="text" inputmode="numeric" value="{tomorrow.year}"' in html


@pytest.mark.parametrize("who", ["charlie", "alice", "dana", "erin"])
def test_for_anybody_else_the_import_is_not_there(client, request, who, bob, haverley):
    found = checked_import(bob, haverley, HEAD, NEW)
    client.force_login(request.getfixturevalue(who))
    page = f"/people/import/{found.public_id}/"
    assert [client.get(page + part).status_code for part in ("", "columns/", "rows.csv")] == [404] * 3
    assert [client.post(page + part).status_code for part in ("apply/", "missing/", "cancel/")] == [404] * 3
    found.refresh_from_db()
    assert found.state == "checked"


def test_a_lead_elsewhere_cannot_upload_into_it(client, charlie, haverley):
    client.force_login(charlie)
    response = client.post("/people/import/", {"organisation": haverley.pk, "file": csv_file(HEAD, NEW)})
    assert "organisation" in response.context["form"].errors
    assert "Haverley" not in response.content.decode()


def test_missing_people_are_ended_or_kept_with_one_button(client, bob, haverley, alice):
    found = checked_import(bob, haverley, HEAD, "bob@police.example.org,Bob Example,")
    client.force_login(bob)
    page = f"/people/import/{found.public_id}/"
    assert "1 person is missing from the file and stays." in client.get(page).content.decode()
    client.post(f"{page}missing/", {"missing": "end"})
    assert client.get(page).context["counts"]["end"] == 1
    client.post(f"{page}missing/", {"missing": "keep"})
    assert client.get(page).context["counts"]["end"] == 0


def test_rows_are_filtered_by_what_happens(client, bob, haverley):
    found = checked_import(bob, haverley, HEAD, NEW, BAD)
    client.force_login(bob)
    page = f"/people/import/{found.public_id}/"
    assert [row.number for row in client.get(page).context["page"]] == [3, 2]
    assert [row.number for row in client.get(f"{page}?show=create").context["page"]] == [2]


@pytest.mark.parametrize("show", ["all", "unchanged"])
def test_rows_that_change_nothing_are_shown_and_say_so(client, bob, haverley, show):
    line = "bob@police.example.org,Bob Example,"
    client.force_login(bob)
    for found in (checked_import(bob, haverley, HEAD, line), applied_import(bob, haverley, HEAD, line)):
        html = client.get(f"/people/import/{found.public_id}/?show={show}").content.decode()
        assert html.count('data-label="Detail">Nothing changes</td>') == 1


def test_refused_rows_are_downloaded_safe_for_a_spreadsheet_and_can_be_imported_again(client, bob, haverley):
    found = applied_import(bob, haverley, HEAD, NEW, BAD)
    client.force_login(bob)
    response = client.get(f"/people/import/{found.public_id}/rows.csv?show=refused")
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    assert list(csv.reader(StringIO(text))) == [
        ["E-mail", "Name", "Job role", "Row", "What happens", "Detail"],
        [
            "gwen.police.example.org",
            "Gwen Pryce",
            "'=1+1",
            "3",
            "Refused",
            "The e-mail is missing its @: gwen.police.example.org",
        ],
    ]
    mended = text.replace("gwen.police", "gwen@police", 1).splitlines()
    applied_import(bob, haverley, *mended)
    assert haverley.memberships.get(user__email="gwen@police.example.org").job_role == "=1+1"


def test_the_page_costs_the_same_for_one_row_and_three(client, bob, haverley):
    client.force_login(bob)

    def queries(*lines: str) -> int:
        found = checked_import(bob, haverley, HEAD, *lines)
        with CaptureQueriesContext(connection) as captured:
            client.get(f"/people/import/{found.public_id}/")
        return len(captured)

    queries(NEW)
    people = [f"p{n}@police.example.org,Person Number{n}," for n in range(3)]
    assert queries(NEW) == queries(*people)


@pytest.mark.parametrize(("rows", "words"), [(0, "This list cannot be used"), (1, "Before that, 1 person was changed")])
def test_a_list_that_stopped_says_whom_it_changed_before(client, bob, haverley, rows, words):
    found = checked_import(bob, haverley, HEAD, NEW)
    found.rows.filter(number__lte=1 + rows).update(applied_at=timezone.now())
    RosterImport.objects.filter(pk=found.pk).update(state="failed", problem="The same people were changed elsewhere.")
    client.force_login(bob)
    html = client.get(f"/people/import/{found.public_id}/").content.decode()
    assert words in html
    assert "people.csv: The same people were changed elsewhere." in html


def test_another_lead_sees_the_check_and_no_button(client, bob, haverley):
    found = checked_import(bob, haverley, HEAD, NEW)
    client.force_login(MembershipFactory(organisation=haverley, is_lead=True).user)
    html = client.get(f"/people/import/{found.public_id}/").content.decode()
    assert "Bob Example uploaded this list and decides whether it is applied." in html
    assert "Apply 1 change" not in html
    assert RosterRow.objects.count() == 1
