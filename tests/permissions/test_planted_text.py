"""Text that people write stays text: never markup in a page or an e-mail, never a formula in a file."""

import csv
import io

import openpyxl
import pytest

from courses.models import Assignment, Certificate, Evidence, Exemption
from lms.outbox.models import OutgoingEmail
from lms.people.domain.invitations import invite
from lms.people.models import RosterImport, RosterRow, Team
from tests.permissions.addresses import addresses
from tests.permissions.asking import Asker
from tests.permissions.site_rows import ROWS
from tests.permissions.world import World, build

pytestmark = pytest.mark.django_db

TABLE = {row.name: row for row in ROWS}
MARKUP = "\"'><img src=zq onerror=zq>"
FORMULAS = ['=HYPERLINK("https://example.org")', "@SUM(1)", "+1", "-1", " =1+1", "＝1"]


@pytest.fixture
def world(db) -> World:
    """Two organisations and everybody in them."""
    return build()


def plant(world: World, text: str) -> None:
    """Write the text wherever a learner, a lead or a list of people may write of Haverley."""
    side = world.haverley
    type(side.learner).objects.filter(pk=side.learner.pk).update(first_name=text, last_name=text)
    type(side.organisation).objects.filter(pk=side.organisation.pk).update(name=text)
    type(side.membership).objects.filter(pk=side.membership.pk).update(job_role=text)
    Team.objects.filter(organisation=side.organisation).update(name=text)
    Assignment.objects.filter(organisation=side.organisation).update(reason=text)
    Exemption.objects.filter(organisation=side.organisation).update(reason=text)
    Evidence.objects.filter(organisation=side.organisation).update(title=text, provider=text, file_name=f"{text}.pdf")
    Certificate.objects.filter(user=side.learner).update(holder_name=text, organisation_name=text)
    RosterImport.objects.filter(organisation=side.organisation).update(file_name=f"{text}.csv", headers=["email", text])
    said = {"email": f"{text}@example.org", "full_name": text}
    RosterRow.objects.filter(roster_import__organisation=side.organisation).update(name=text, detail=text, said=said)


@pytest.mark.parametrize("role", ["learner", "lead"])
def test_no_page_shows_it_as_markup(world, role):
    plant(world, MARKUP)
    asker = Asker(world.people[role])
    found, seen = [], 0
    for address in addresses():
        if address.name in TABLE:
            about = TABLE[address.name].about
            path = address.path(world.shared.get(about) or world.haverley.arguments.get(about, {}))
            for asked in (path, f"{path}?q=<img src=zq>&page=<img src=zq>&state=<img src=zq>"):
                answer = asker.ask("GET", asked)
                seen += answer.text.count("&gt;&lt;img src=zq")
                found += [asked] if "<img src=zq" in answer.text and "text/html" in answer.text else []
    assert found == []
    assert seen > 10


def test_no_e_mail_shows_it_as_markup_or_takes_a_line_for_a_header(world):
    type(world.haverley.organisation).objects.filter(pk=world.haverley.organisation.pk).update(name=MARKUP)
    world.haverley.organisation.refresh_from_db()
    invite(
        world.haverley.lead,
        organisation=world.haverley.organisation,
        email="nina@example.org",
        first_name=MARKUP + "\r\nBcc: mallory@example.org",
    )
    email = OutgoingEmail.objects.get(to="nina@example.org")
    assert "<img src=zq" not in email.html
    assert "&lt;img src=zq" in email.html
    assert email.subject == "Your invitation to training"


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_of_a_file_is_a_formula(world, formula):
    plant(world, formula)
    asker = Asker(world.people["lead"])
    asker.client.cookies.load(asker.cookies)
    lists = world.haverley.arguments["import"]["public_id"]
    paths = ["/reports/download/people.csv", "/reports/download/people.xlsx", f"/people/import/{lists}/rows.csv"]
    for path in paths:
        response = asker.client.get(path)
        assert response.status_code == 200, path
        cells = cells_of(b"".join(response.streaming_content) if response.streaming else response.content)
        assert f"'{formula}" in cells, path
        assert formula not in cells, path


def cells_of(content: bytes) -> set[str]:
    """Every cell of a CSV file or a workbook, as text."""
    if content.startswith(b"PK"):
        sheets = openpyxl.load_workbook(io.BytesIO(content)).worksheets
        return {str(cell.value) for sheet in sheets for row in sheet.iter_rows() for cell in row}
    return {cell for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))) for cell in row}
