"""Administrators find events by who, what, where, whom and when, and take them away as a file that runs no formula."""

import csv
import datetime
import io

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from lms.audit.domain.recording import record
from lms.people.domain.roles import ADMINISTRATORS, sync_roles
from tests.factories.people import OrganisationFactory, TeamFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def trail(client, bob, charlie, haverley, elsewhere):
    """Three events, and an administrator signed in who asks for them: returns the texts that the answer holds."""
    administrator = UserFactory(email="ade@editors.example.org")
    administrator.groups.add(sync_roles()[ADMINISTRATORS])
    client.force_login(administrator)
    unit = OrganisationFactory(name="Haverley North", parent=haverley)
    night = TeamFactory(organisation=haverley, name="Night shift")
    record(bob, action="created team", subject=night, organisation=haverley)
    record(bob, action="invited", subject=TeamFactory(organisation=unit, name="North desk"), organisation=unit)
    record(charlie, action="invited", subject=TeamFactory(name='=HYPERLINK("x")'), organisation=elsewhere)

    def found(**filters) -> list[str]:
        page = client.get("/admin/auditevent/", filters).content.decode()
        return [name for name in ("Night shift", "North desk", "HYPERLINK") if name in page]

    return found


def test_by_who(trail):
    assert trail(actor="bob police.example") == ["Night shift", "North desk"]


def test_by_what(trail):
    assert trail(action="invited") == ["North desk", "HYPERLINK"]


def test_by_organisation_with_its_units(trail, haverley):
    assert trail(organisation=haverley.pk) == ["Night shift", "North desk"]


def test_by_subject(trail):
    assert trail(subject_text="north") == ["North desk"]


def test_by_day(trail):
    today = timezone.localdate()
    assert trail(at_from=today.isoformat(), at_to=today.isoformat()) == ["Night shift", "North desk", "HYPERLINK"]
    assert trail(at_to=(today - datetime.timedelta(days=1)).isoformat()) == []


def test_by_a_word_of_any_of_them(trail):
    assert trail(q="charlie@council") == ["HYPERLINK"]


def test_the_csv_file_holds_what_is_filtered_and_no_formula(client, trail):
    answer = client.get("/admin/auditevent/", {"export": "csv", "action": "invited"})
    rows = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode())))
    assert [row[5] for row in rows] == ["Subject text", '\'=HYPERLINK("x")', "North desk"]
    assert [row[1] for row in rows] == ["Who", "charlie@council.example.org", "bob@police.example.org"]


def test_the_workbook_holds_no_formula(client, trail):
    answer = client.get("/admin/auditevent/", {"export": "xlsx", "action": "invited"})
    sheet = load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    assert [cell.data_type for cell in sheet["F"]] == ["s", "s", "s"]


def test_the_workbook_opens_whatever_a_name_holds(client, trail, bob, haverley):
    record(
        bob, action="invited", subject=TeamFactory(organisation=haverley, name="Day\x0bshift"), organisation=haverley
    )
    answer = client.get("/admin/auditevent/", {"export": "xlsx", "subject_text": "shift", "action": "invited"})
    sheet = load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    assert [cell.value for cell in sheet["F"]] == ["Subject text", "Day shift"]


def test_an_editor_takes_no_file_away(client, trail, erin):
    client.force_login(erin)
    assert client.get("/admin/auditevent/", {"export": "csv"}).status_code == 302
