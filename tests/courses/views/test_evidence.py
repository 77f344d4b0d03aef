"""Evidence of training elsewhere: accepted and withdrawn by a lead, its file for the person and their leads alone."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from courses.models import Evidence
from tests.factories.assigning import ask
from tests.factories.courses import ModuleFactory
from tests.factories.people import MembershipFactory

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7 a certificate from elsewhere"


@pytest.fixture
def lead(client, bob):
    client.force_login(bob)
    return client


@pytest.fixture
def module():
    return ModuleFactory(title="T2 Responding")


def html_of(response) -> str:
    return " ".join(response.content.decode().split())


def answers(module, /, **changed) -> dict:
    return {
        "module": module.pk,
        "title": "Induction briefing",
        "provider": "Example College",
        "completed_on_0": "11",
        "completed_on_1": "3",
        "completed_on_2": "2026",
        "file": SimpleUploadedFile("briefing.pdf", PDF),
        **changed,
    }


@pytest.fixture
def evidence(lead, alice, module):
    lead.post(f"/people/{alice.public_id}/evidence/", answers(module))
    return Evidence.objects.get()


def test_accepted_evidence_counts_in_place_of_the_module(lead, alice, bob, haverley, module):
    asked = ask(alice, haverley, lead=bob, module=module)
    html = html_of(lead.post(f"/people/{alice.public_id}/evidence/", answers(module), follow=True))
    evidence = Evidence.objects.get()
    assert (evidence.user, evidence.module, evidence.organisation) == (alice, module, haverley)
    assert (evidence.title, evidence.provider, evidence.file_name) == (
        "Induction briefing",
        "Example College",
        "briefing.pdf",
    )
    assert (evidence.completed_on, evidence.accepted_by) == (datetime.date(2026, 3, 11), bob)
    assert "Accepted. It counts in place of T2 Responding." in html
    assert "Accepted by Bob Example" in html
    asked.refresh_from_db()
    assert (asked.state, asked.completed_on, asked.evidence) == ("done", datetime.date(2026, 3, 11), evidence)


def test_withdrawn_evidence_no_longer_counts_and_says_why(lead, alice, bob, haverley, module):
    asked = ask(alice, haverley, lead=bob, module=module)
    lead.post(f"/people/{alice.public_id}/evidence/", answers(module))
    evidence = Evidence.objects.get()
    url = f"/people/{alice.public_id}/evidence/{evidence.public_id}/withdraw/"
    assert "Say why it no longer counts" in html_of(lead.post(url, {"reason": ""}))
    html = html_of(lead.post(url, {"reason": "Another person’s certificate"}, follow=True))
    assert "Another person’s certificate" in html
    evidence.refresh_from_db()
    assert evidence.withdrawn_at is not None
    asked.refresh_from_db()
    assert asked.state == "to_do"
    assert lead.get(url).status_code == 404


TOMORROW = timezone.localdate() + datetime.timedelta(days=1)
WRONG = [
    ({"module": ""}, "Choose the module it stands for"),
    ({"title": ""}, "Enter the name of the training"),
    ({"provider": ""}, "Enter who provided the training"),
    ({"completed_on_0": ""}, "Enter the day"),
    (
        {f"completed_on_{part}": getattr(TOMORROW, name) for part, name in enumerate(["day", "month", "year"])},
        "The day is still to come. Enter the day on which it was completed",
    ),
    ({"valid_until_0": "1", "valid_until_1": "1", "valid_until_2": "2020"}, "It runs out before it was completed."),
    ({"file": ""}, "Choose the file that shows it"),
    ({"file": SimpleUploadedFile("a.pdf", b"MZ no paper")}, "The name says PDF, but the file is something else."),
    ({"file": SimpleUploadedFile("a.png", PDF)}, "The name says it is a picture, but the file is something else"),
    ({"file": SimpleUploadedFile("a.exe", PDF)}, "Choose a PDF, Word or OpenDocument file, or a PNG or JPEG picture"),
]


@pytest.mark.parametrize(("changed", "message"), WRONG, ids=[message[:40] for _changed, message in WRONG])
def test_what_is_wrong_is_said_and_kept(lead, alice, module, changed, message):
    sent = answers(module, **changed)
    if sent["file"]:
        sent["file"].seek(0)
    html = html_of(lead.post(f"/people/{alice.public_id}/evidence/", sent))
    assert message in html
    if sent["provider"]:
        assert 'value="Example College"' in html
    assert Evidence.objects.count() == 0


def test_the_file_goes_to_the_person_and_their_lead_and_nobody_else(client, evidence, alice, bob, charlie, request):
    url = f"/evidence/{evidence.public_id}/"
    for user in (alice, bob):
        client.force_login(user)
        response = client.get(url)
        assert b"".join(response.streaming_content) == PDF
        assert response["Content-Type"] == "application/pdf"
        assert response["Cache-Control"] == "private, no-store"
        assert "briefing.pdf" in response["Content-Disposition"]
    colleague = MembershipFactory(organisation=evidence.organisation).user
    for user in (charlie, colleague, request.getfixturevalue("dana"), request.getfixturevalue("erin")):
        client.force_login(user)
        assert client.get(url).status_code == 404
    client.logout()
    assert client.get(url).status_code == 302


def test_once_the_person_has_left_the_file_is_theirs_alone(client, evidence, alice, bob):
    alice.memberships.update(ended_on=timezone.localdate())
    client.force_login(bob)
    assert client.get(f"/evidence/{evidence.public_id}/").status_code == 404
    client.force_login(alice)
    assert client.get(f"/evidence/{evidence.public_id}/").status_code == 200


@pytest.mark.parametrize("who", ["charlie", "alice", "dana", "erin"])
def test_nobody_else_accepts_or_withdraws(client, request, who, alice, module, evidence):
    client.force_login(request.getfixturevalue(who))
    url = f"/people/{alice.public_id}/evidence/"
    assert client.get(url).status_code == 404
    assert client.post(url, answers(module)).status_code == 404
    assert client.post(f"{url}{evidence.public_id}/withdraw/", {"reason": "Mine"}).status_code == 404
    assert Evidence.objects.get().withdrawn_at is None


def test_evidence_is_withdrawn_on_its_own_person_s_page_alone(client, evidence, charlie, elsewhere, bob):
    theirs = MembershipFactory(organisation=elsewhere).user
    for lead, person in ((charlie, theirs), (bob, bob)):
        client.force_login(lead)
        url = f"/people/{person.public_id}/evidence/{evidence.public_id}/withdraw/"
        assert client.post(url, {"reason": "Mine"}).status_code == 404
