"""The result of a review: who sees which answers, in pages and files; settling, order, cost."""

import datetime
import re
from html import unescape
from io import BytesIO

import docx
import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from courses.models import Assignment
from tests.conftest import member
from tests.factories.checklist import ChecklistItemFactory, helps_with
from tests.factories.courses import module_of
from tests.factories.people import MembershipFactory, OrganisationFactory
from tests.factories.reviews import PartnershipFactory, ThemeFactory, answer, ask, checklist, closed_review
from toolkit_pages.domain.actions import make_action
from toolkit_pages.domain.reviewing import open_review

pytestmark = pytest.mark.django_db


@pytest.fixture
def harbour(elsewhere):
    return OrganisationFactory(name="Harbour Hospital", kind="health")


@pytest.fixture
def henry(harbour):
    return member("Henry", harbour)


@pytest.fixture
def partnership(haverley, harbour):
    return PartnershipFactory(name="Exampleshire Partnership", members=[haverley, harbour])


@pytest.fixture
def review(dana, partnership):
    """An open review of four items in two themes."""
    checklist(2, 2)
    return open_review(dana, title="Spring review", partnership=partnership)


@pytest.mark.parametrize(("sharing", "status"), [("coordinators", 404), ("members", 200)])
def test_agencies_answers_are_seen_only_as_the_setting_says(client, dana, partnership, alice, henry, sharing, status):
    checklist(1)
    review = open_review(dana, title="Spring", partnership=partnership, sharing=sharing)
    first, second = ask(review, alice, henry)
    answer(first, [1], evidence="Kept at the police station")
    answer(second, [1])
    client.force_login(henry)
    page = client.get(f"/reviews/{review.uuid}/differences/?show=all")
    assert page.status_code == status
    assert ("Kept at the police station" in page.content.decode()) is (status == 200)
    assert "Haverley Police" not in client.get(f"/reviews/{review.uuid}/").content.decode()


def test_files_hold_the_agencies_answers_for_those_alone_who_see_them(client, dana, partnership, alice, henry):
    checklist(1)
    review = open_review(dana, title="Spring", partnership=partnership)
    for answerer in ask(review, alice, henry):
        answer(answerer, [1], evidence=f"Kept by {answerer.user.first_name}")
    client.force_login(dana)
    client.post(f"/reviews/{review.uuid}/stop/")
    client.post(f"/reviews/{review.uuid}/close/")
    told = {}
    for person in (dana, henry):
        client.force_login(person)
        answered = client.get(f"/reviews/{review.uuid}/result.xlsx")
        assert answered["Content-Disposition"] == f'attachment; filename="review-{timezone.localdate()}.xlsx"'
        book = openpyxl.load_workbook(BytesIO(answered.content))
        document = docx.Document(BytesIO(client.get(f"/reviews/{review.uuid}/result.docx").content))
        printed = client.get(f"/reviews/{review.uuid}/print/").content.decode()
        text = " ".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
        told[person.first_name] = ("Answers" in book.sheetnames, "Kept by" in text, "Kept by" in printed)
    assert told == {"Dana": (True, True, True), "Henry": (False, False, False)}


def test_the_document_is_accessible_and_the_workbook_holds_no_formula(client, dana, partnership):
    checklist(2)
    review = closed_review(dana, partnership=partnership, levels=[0, 3], title="=Autumn")
    make_action(
        dana,
        review=review,
        item=review.items.first(),
        title="=HYPERLINK(1)",
        due_on=datetime.date(2026, 12, 1),
        owner_name="Sam",
    )
    client.force_login(dana)
    document = docx.Document(BytesIO(client.get(f"/reviews/{review.uuid}/result.docx").content))
    headings = [one.text for one in document.paragraphs if one.style.name.startswith(("Heading", "Title"))]
    assert headings == [
        "Exampleshire Partnership: =Autumn",
        "Where you stand",
        "Gaps, most urgent first",
        "Action plan",
        "Every item",
        "Theme 1",
    ]
    assert document.core_properties.title == "Exampleshire Partnership: =Autumn"
    assert all(table.rows[0]._tr.trPr.xpath("w:tblHeader") for table in document.tables)
    book = openpyxl.load_workbook(BytesIO(client.get(f"/reviews/{review.uuid}/result.xlsx").content))
    assert book.sheetnames == ["Review", "Themes", "Items", "Gaps", "Actions"]
    assert [cell.value for cell in book["Actions"][2]][:5] == [
        "Item 1.1",
        "'=HYPERLINK(1)",
        "Sam",
        None,
        datetime.datetime(2026, 12, 1),
    ]
    assert [row[1].value for row in book["Review"].iter_rows(min_row=2)][:2] == ["Exampleshire Partnership", "'=Autumn"]


def test_the_result_says_how_many_agencies_had_answered_before(client, dana, partnership, alice, henry):
    checklist(1)
    before = open_review(dana, title="Before", partnership=partnership)
    first, _second = ask(before, alice, henry)
    answer(first, [0])
    client.force_login(dana)
    client.post(f"/reviews/{before.uuid}/stop/")
    client.post(f"/reviews/{before.uuid}/close/")
    review = closed_review(dana, partnership=partnership, levels=[2])
    html = client.get(f"/reviews/{review.uuid}/result/").content.decode()
    assert "1 of 2 agencies answered, so compare with care." in html
    assert "+2 levels" in html


def test_a_difference_needs_a_note_and_keeps_what_was_typed(client, dana, review, alice, henry):
    first, second = ask(review, alice, henry)
    answer(first, [3, 1, 1, 1])
    answer(second, [0, 1, 1, 1])
    client.force_login(dana)
    client.post(f"/reviews/{review.uuid}/stop/")
    item = review.items.first()
    path, data = f"/reviews/{review.uuid}/differences/", {"item": item.pk, f"item-{item.pk}-level": 1}
    html = client.post(path, {**data, f"item-{item.pk}-owner": "Imogen"}).content.decode()
    assert "Say how the difference was settled" in html
    assert 'value="Imogen"' in html
    answered = client.post(path, {**data, f"item-{item.pk}-note": "Half the wards"})
    assert answered["Location"] == f"{path}#item-{item.pk}"
    item.refresh_from_db()
    assert (item.level, item.note, item.settled_by) == (1, "Half the wards", dana)


def test_gaps_are_moved_by_coordinators_alone(client, dana, partnership, alice, henry):
    checklist(2)
    review = open_review(dana, title="Spring", partnership=partnership)
    answerers = ask(review, alice, henry)
    for answerer in answerers:
        answer(answerer, [0, 0])
    client.force_login(dana)
    client.post(f"/reviews/{review.uuid}/stop/")
    client.post(f"/reviews/{review.uuid}/close/")
    last = review.items.last()
    path = f"/reviews/{review.uuid}/gaps/{last.pk}/move/"
    client.force_login(henry)
    assert client.post(path, {"where": "top"}).status_code == 404
    client.force_login(dana)
    assert client.post(path, {"where": "top"})["Location"] == f"/reviews/{review.uuid}/gaps/#gap-{last.pk}"
    page = client.get(f"/reviews/{review.uuid}/gaps/")
    assert [row[0].item.title for row in page.context["rows"]] == ["Item 1.2", "Item 1.1"]
    moves = re.findall(r'name="where" value="(\w+)"', page.content.decode())
    assert moves == ["down", "up", "top"], "the first moves down alone, the last not down"


def assigning_links(client, review) -> list[str]:
    """Where the result's page leads to assign something."""
    html = client.get(f"/reviews/{review.uuid}/result/").content.decode()
    return [unescape(link) for link in re.findall(r'href="(/assignments/new/[^"]+)"', html)]


def test_a_lead_assigns_from_a_gap_with_its_reason_filled_in(client, dana, partnership, bob, charlie):
    module = module_of(1, slug="t2")
    ChecklistItemFactory(title="<b>Everyone</b> has done tier 2.", helps=[helps_with(module=module)])
    review = open_review(dana, title="Spring", partnership=partnership)
    [answerer] = ask(review, bob)
    answer(answerer, [0])
    client.force_login(dana)
    client.post(f"/reviews/{review.uuid}/stop/")
    client.post(f"/reviews/{review.uuid}/close/")
    assert assigning_links(client, review) == []

    client.force_login(bob)
    [link] = assigning_links(client, review)
    step = client.post(link, {"subject": "module:t2"})["Location"]
    reason = "From the review of Exampleshire Partnership: <b>Everyone</b> has done tier 2."
    assert Assignment.objects.get().reason == reason
    page = client.get(step)
    assert (page.context["timing_form"]["reason"].value(), page.context["timing_form"]["due"].value()) == (
        reason,
        None,
    )
    assert "<b>Everyone</b>" not in page.content.decode()

    client.force_login(charlie)
    assert client.get(f"/reviews/{review.uuid}/result/").status_code == 404
    for address in (link, "/assignments/new/?module=t2&reason=Ring+this+number"):
        assert "Ring this number" not in client.get(address).content.decode()
        client.post(address, {"subject": "module:t2"})
    assert list(Assignment.objects.filter(created_by=charlie).values_list("reason", flat=True)) == ["", ""]


def queries(client, path) -> int:
    """How many queries a page takes."""
    with CaptureQueriesContext(
        connection,
    ) as found:
        assert client.get(path).status_code == 200
    return len(found)


def test_the_list_costs_the_same_for_one_review_and_for_three(client, dana, partnership):
    checklist(1)
    client.force_login(dana)
    closed_review(dana, partnership=partnership, levels=[0])
    client.get("/reviews/")
    one = queries(client, "/reviews/")
    for _number in range(2):
        closed_review(dana, partnership=partnership, levels=[0])
    assert queries(client, "/reviews/") == one


@pytest.mark.parametrize("page", ["", "people/", "differences/?show=all", "result/", "gaps/", "print/", "result.xlsx"])
def test_a_page_costs_the_same_for_one_item_and_agency_and_for_three(client, dana, haverley, harbour, page):
    counts = []
    for size in (1, 3):
        agencies = [haverley, *(OrganisationFactory(name=f"Wide {size} {n}") for n in range(size - 1))]
        for membership in dana.memberships.all():
            membership.organisation.refresh_from_db()
        dana.__dict__.pop("current_memberships", None)
        partnership = PartnershipFactory(members=agencies)
        ThemeFactory(items=[f"Item {size}.{n}" for n in range(size)])
        people = [MembershipFactory(organisation=agency).user for agency in agencies]
        review = open_review(dana, title="Spring", partnership=partnership)
        for answerer in ask(review, *people):
            answer(answerer, [0] * review.items.count())
        client.force_login(dana)
        client.post(f"/reviews/{review.uuid}/stop/")
        client.post(f"/reviews/{review.uuid}/close/")
        for item in review.items.all():
            day = datetime.date(2026, 12, 1)
            make_action(dana, review=review, item=item, title="Plan", due_on=day, owner_email=people[0].email)
        path = f"/reviews/{review.uuid}/{page}"
        client.get(path)
        counts.append(queries(client, path))
    assert counts[0] == counts[1]
    assert counts[0] <= 30


def test_the_result_and_its_print_show_help_for_what_is_mostly_in_place(client, dana, haverley, home):
    module = module_of(1, title="T2 Responding safely")
    ChecklistItemFactory(
        theme=ThemeFactory(), title="Calls are answered", helps=[helps_with(module=module, levels="2")]
    )
    client.force_login(dana)
    review = closed_review(dana, organisation=haverley, levels=[2])
    for page in ("result", "print"):
        html = client.get(f"/reviews/{review.uuid}/{page}/").content.decode()
        further = html.split("Mostly in place: what can take you further</h2>")[1].split("</section>")[0]
        assert ("Calls are answered" in further, "Training: T2 Responding safely" in further) == (True, True)
