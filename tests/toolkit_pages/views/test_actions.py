"""The pages of actions: one's own and those one coordinates, planning from a gap, saying how far it is, the file."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.conftest import member
from tests.factories.days import typed
from tests.factories.people import OrganisationFactory
from tests.factories.reviews import PartnershipFactory, checklist, closed_review
from toolkit_pages.domain.actions import make_action
from toolkit_pages.models import Action

pytestmark = pytest.mark.django_db
DAY = datetime.date(2126, 6, 30)


@pytest.fixture
def harbour(elsewhere):
    return OrganisationFactory(name="Harbour Hospital", kind="health")


@pytest.fixture
def henry(harbour):
    return member("Henry", harbour)


@pytest.fixture
def review(dana, haverley, harbour):
    """A closed review with one gap."""
    checklist(1)
    return closed_review(dana, partnership=PartnershipFactory(members=[haverley, harbour]), levels=[0])


@pytest.fixture
def action(review, dana, henry):
    """Henry's action."""
    item = review.items.get()
    return make_action(dana, review=review, item=item, title="Sign it", due_on=DAY, owner_email=henry.email)


def planned(**fields):
    return {"title": "Sign it", "owner_email": "", "owner_name": "", **typed("due_on", DAY), **fields}


def test_a_coordinator_plans_an_action_from_a_gap(client, dana, review, henry):
    client.force_login(dana)
    item = review.items.get()
    path = f"/reviews/{review.uuid}/actions/new/?item={item.pk}"
    assert item.title in client.get(path).content.decode()
    answered = client.post(path, planned(owner_email=henry.email))
    made = Action.objects.get()
    assert answered["Location"] == f"/actions/{made.uuid}/"
    assert (made.review_item, made.owner, made.due_on) == (item, henry, DAY)


def test_an_owner_of_no_agency_is_refused_and_what_was_typed_stays(client, dana, review, charlie):
    client.force_login(dana)
    html = client.post(f"/reviews/{review.uuid}/actions/new/", planned(owner_email=charlie.email)).content.decode()
    assert "Nobody with this address belongs to a member agency." in html
    assert f'value="{charlie.email}"' in html
    html = client.post(f"/reviews/{review.uuid}/actions/new/", planned()).content.decode()
    assert "Enter the owner’s e-mail, or their name below" in html
    assert Action.objects.count() == 0


def test_a_gap_of_another_review_is_not_there(client, dana, review, elsewhere):
    coordinator = member("Cleo", elsewhere, is_coordinator=True)
    theirs = closed_review(coordinator, organisation=elsewhere, levels=[0])
    client.force_login(dana)
    path = f"/reviews/{review.uuid}/actions/new/?item={theirs.items.get().pk}"
    assert (client.get(path).status_code, client.post(path, planned(owner_name="Sam")).status_code) == (404, 404)


@pytest.mark.parametrize("who", ["charlie", "alice", "bob", "erin"])
def test_another_partnerships_action_and_its_file_are_not_there(client, request, who, action, henry):
    client.force_login(henry)
    client.post(
        f"/actions/{action.uuid}/", {"status": "done", "file": SimpleUploadedFile("signed.pdf", b"%PDF-1.7 signed")}
    )
    client.force_login(request.getfixturevalue(who))
    paths = [f"/actions/{action.uuid}/", f"/actions/{action.uuid}/change/", f"/actions/{action.uuid}/evidence/"]
    assert [client.get(path).status_code for path in paths] == [404, 404, 404]
    assert client.post(paths[0], {"status": "dropped"}).status_code == 404
    action.refresh_from_db()
    assert action.status == "done"


def test_the_owner_says_how_far_it_is_with_a_file(client, action, henry, dana):
    client.force_login(henry)
    file = SimpleUploadedFile("signed.pdf", b"%PDF-1.7 signed")
    client.post(f"/actions/{action.uuid}/", {"status": "done", "evidence": "In the folder", "file": file})
    client.force_login(dana)
    html = client.get(f"/actions/{action.uuid}/").content.decode()
    assert "In the folder" in html
    answered = client.get(f"/actions/{action.uuid}/evidence/")
    assert b"".join(answered.streaming_content) == b"%PDF-1.7 signed"
    assert answered["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"


def test_a_wrong_file_is_refused_and_what_was_typed_stays(client, action, henry):
    client.force_login(henry)
    file = SimpleUploadedFile("signed.pdf", b"MZ a program")
    html = client.post(f"/actions/{action.uuid}/", {"status": "done", "text": "It is done", "file": file}).content
    assert "The name says PDF, but the file is something else." in html.decode()
    assert "It is done" in html.decode()
    action.refresh_from_db()
    assert (action.status, action.evidence_file.name) == ("to_do", "")


def test_a_member_who_does_not_own_it_reads_the_plan_and_changes_nothing(client, action, harbour):
    colleague = member("Cora", harbour, is_coordinator=True)
    client.force_login(colleague)
    html = client.get(f"/actions/{action.uuid}/").content.decode()
    assert "Say how far it is" not in html
    assert client.post(f"/actions/{action.uuid}/", {"status": "done"}).status_code == 404
    assert client.get(f"/actions/{action.uuid}/change/").status_code == 404


def test_the_list_shows_ones_own_and_to_a_coordinator_all(client, action, dana, henry, charlie):
    seen = {}
    for person, query in ((henry, ""), (dana, ""), (dana, "?whose=all"), (charlie, "?whose=all&state=all")):
        client.force_login(person)
        seen[person.first_name + query] = [one.title for one in client.get(f"/actions/{query}").context["page"]]
    assert seen == {"Henry": ["Sign it"], "Dana": [], "Dana?whose=all": ["Sign it"], "Charlie?whose=all&state=all": []}


@pytest.mark.parametrize("page", ["/actions/?whose=all", "/reviews/{review}/result/", "/reviews/{review}/gaps/"])
def test_a_page_costs_the_same_for_one_action_and_for_three(client, action, dana, review, henry, page):
    client.force_login(dana)
    path, counts = page.format(review=review.uuid), []
    client.get(path)
    for more in (0, 2):
        for number in range(more):
            fields = {"title": f"One more {number}", "due_on": DAY, "owner_email": henry.email}
            make_action(dana, review=review, item=review.items.get(), **fields)
        with CaptureQueriesContext(connection) as found:
            client.get(path)
        counts.append(len(found))
    assert counts[0] == counts[1]


def test_a_button_pressed_twice_plans_one_action_and_says_once(client, dana, review, henry):
    client.force_login(dana)
    addresses = {
        client.post(f"/reviews/{review.uuid}/actions/new/", planned(owner_email=henry.email))["Location"]
        for _time in range(2)
    }
    made = Action.objects.get()
    assert addresses == {f"/actions/{made.uuid}/"}
    for _time in range(2):
        client.post(f"/actions/{made.uuid}/", {"status": "under_way", "text": "Begun", "evidence": "A draft"})
    assert list(made.notes.values_list("text", flat=True))[1:] == ["Begun\nEvidence: A draft"]


def test_what_was_said_in_another_tab_is_replaced_only_knowingly(client, action, henry, dana):
    path = f"/actions/{action.uuid}/"
    client.force_login(dana)
    seen = client.get(path).context["seen"]
    client.force_login(henry)
    client.post(path, {"status": "done", "text": "It is signed", "seen": seen})
    client.force_login(dana)
    page = client.post(path, {"status": "to_do", "text": "How far is it?", "seen": seen})
    html = page.content.decode()
    assert "Henry Example changed it today at" in html
    assert "it is “Done” now" in html
    assert "How far is it?" in html
    action.refresh_from_db()
    assert action.status == "done"
    client.post(path, {"status": "to_do", "text": "How far is it?", "seen": page.context["seen"]})
    action.refresh_from_db()
    assert action.status == "to_do"


def test_what_was_said_in_another_tab_is_not_replaced_after_an_error_of_ones_own(client, action, henry, dana):
    path = f"/actions/{action.uuid}/"
    client.force_login(dana)
    seen = client.get(path).context["seen"]
    client.force_login(henry)
    client.post(path, {"status": "done", "text": "It is signed", "seen": seen})
    client.force_login(dana)
    page = client.post(path, {"status": "to_do", "text": "x" * 2001, "seen": seen})
    page = client.post(path, {"status": "to_do", "text": "How far is it?", "seen": page.context["seen"]})
    assert "Henry Example changed it today at" in page.content.decode()
    action.refresh_from_db()
    assert action.status == "done"


def test_a_plan_that_another_coordinator_changed_is_replaced_only_knowingly(client, action, dana, haverley, henry):
    path = f"/actions/{action.uuid}/change/"
    colleague = member("Dora", haverley, is_coordinator=True)
    client.force_login(dana)
    seen = client.get(path).context["seen"]
    client.force_login(colleague)
    later = typed("due_on", datetime.date(2126, 7, 31))
    assert client.post(path, planned(owner_email=henry.email, seen=seen, **later)).status_code == 302
    client.force_login(dana)
    mended = planned(owner_email=henry.email, title="Sign the agreement")
    page = client.post(path, {**mended, "title": "", "seen": seen})
    assert page.context["seen"] == seen
    page = client.post(path, {**mended, "seen": seen})
    html = page.content.decode()
    assert "Dora Example changed it today at" in html
    assert "it is “Sign it” now, owner Henry Example, due 31 July 2126." in html
    assert ">Sign the agreement</textarea>" in html.replace(">\n", ">").replace(">\r\n", ">")
    action.refresh_from_db()
    assert (action.title, action.due_on) == ("Sign it", datetime.date(2126, 7, 31))
    assert client.post(path, {**mended, "seen": page.context["seen"]}).status_code == 302
    action.refresh_from_db()
    assert (action.title, action.due_on) == ("Sign the agreement", DAY)


def test_a_file_that_should_not_be_there_is_taken_away(client, action, henry, django_capture_on_commit_callbacks):
    path = f"/actions/{action.uuid}/"
    client.force_login(henry)
    assert "Take the file away" not in client.get(path).content.decode()
    client.post(path, {"status": "done", "file": SimpleUploadedFile("signed.pdf", b"%PDF-1.7 signed")})
    assert "Take the file away" in client.get(path).content.decode()
    action.refresh_from_db()
    storage, name = action.evidence_file.storage, action.evidence_file.name
    with django_capture_on_commit_callbacks(execute=True):
        client.post(path, {"status": "done", "remove_file": "on"})
    assert client.get(f"{path}evidence/").status_code == 404
    assert storage.exists(name) is False
    assert "The file was taken away." in client.get(path).content.decode()


@pytest.mark.parametrize(
    ("name", "content", "kind", "shown"),
    [
        ("a.PDF", b"%PDF-1.7 <script>alert(1)</script>", "application/pdf", "inline"),
        ("a.png", b"\x89PNG\r\n\x1a\n <script>alert(1)</script>", "application/octet-stream", "attachment"),
        ("a.jpg", b"\xff\xd8\xff <script>alert(1)</script>", "application/octet-stream", "attachment"),
    ],
)
def test_a_file_is_sent_as_what_it_was_checked_to_be(client, action, henry, name, content, kind, shown):
    client.force_login(henry)
    client.post(f"/actions/{action.uuid}/", {"status": "done", "file": SimpleUploadedFile(name, content)})
    answered = client.get(f"/actions/{action.uuid}/evidence/")
    assert (answered["Content-Type"], answered["X-Content-Type-Options"]) == (kind, "nosniff")
    assert answered["Content-Disposition"] == f'{shown}; filename="evidence.{name[-3:].lower()}"'
    assert answered["Content-Security-Policy"].startswith("default-src 'none'")


def test_a_page_that_only_calls_itself_a_picture_is_refused(client, action, henry):
    client.force_login(henry)
    for name in ("a.svg", "a.html", "a.png", "a.pdf.html"):
        file = SimpleUploadedFile(name, b"<svg onload=alert(1)>")
        client.post(f"/actions/{action.uuid}/", {"status": "done", "file": file})
    action.refresh_from_db()
    assert (action.status, action.evidence_file.name) == ("to_do", "")


def test_an_owner_who_does_not_see_the_review_is_led_to_none(client, action, henry, dana, review):
    link = f'href="/reviews/{review.uuid}/"'
    found = {}
    for person in (henry, dana):
        client.force_login(person)
        found[person.first_name] = link in client.get(f"/actions/{action.uuid}/").content.decode()
    assert found == {"Henry": False, "Dana": True}
