"""Own certificates, the PDF, and what anyone may learn from a number."""

import datetime

import pytest
from django.utils import timezone

from courses.domain.enrolling import start_again
from courses.models import Certificate
from lms.design_system.wording import day
from tests.factories.courses import complete, module_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def certificate(alice):
    return complete(alice, module_of(1, title="T1 Seeing it", validity_months=24)).certificate


def test_its_holder_is_told_that_the_module_is_finished(client, alice, bob, certificate):
    client.force_login(alice)
    html = client.get(certificate.get_absolute_url()).content.decode()
    assert "Well done, Alice. T1 Seeing it is finished." in html
    assert "Your training lead can see that you completed it." in html
    assert f"<title>Certificate {certificate.number} – " in html
    assert f"/certificates/{certificate.number}.pdf" in html


def test_her_lead_may_read_it_and_is_not_congratulated(client, bob, certificate):
    client.force_login(bob)
    html = client.get(certificate.get_absolute_url()).content.decode()
    assert "Alice Example" in html
    assert "Well done" not in html
    assert f'<a class="govuk-breadcrumbs__link" href="/people/{certificate.user.public_id}/">Alice Example</a>' in html


def test_her_lead_withdraws_it_with_a_reason_and_she_may_do_the_module_again(client, alice, bob, certificate):
    client.force_login(bob)
    page = f"/certificates/{certificate.number}/withdraw/"
    assert f'<a href="{page}">Withdraw it</a>' in client.get(certificate.get_absolute_url()).content.decode()
    assert f"Withdraw certificate {certificate.number}?" in client.get(page).content.decode()
    assert "Say why it no longer counts" in client.post(page, {"reason": " "}).content.decode()
    html = client.post(page, {"reason": "A colleague did it"}, follow=True).content.decode()
    assert "The certificate is withdrawn." in html
    assert "It no longer counts: A colleague did it" in html
    assert f'<a href="{page}">' not in html
    assert client.get(page).status_code == 404
    assert "A colleague did it" not in client.get(f"/c/{certificate.number}/").content.decode()
    client.force_login(alice)
    html = client.get(certificate.get_absolute_url()).content.decode()
    assert "Ask your training lead why." in html
    assert f'<a href="{certificate.module.get_absolute_url()}">Do the module again</a>' in html


def test_nobody_is_offered_to_withdraw_a_certificate_of_their_own(client, bob):
    own = complete(bob, module_of(1)).certificate
    client.force_login(bob)
    assert "/withdraw/" not in client.get(own.get_absolute_url()).content.decode()
    assert client.post(f"{own.get_absolute_url()}withdraw/", {"reason": "Mine"}).status_code == 404


@pytest.mark.parametrize("suffix", ["/", ".pdf", "/withdraw/"])
def test_nobody_else_may_read_it(client, charlie, dana, erin, certificate, suffix):
    url = f"/certificates/{certificate.number}{suffix}"
    assert client.get(url)["Location"] == f"/accounts/login/?next={url}"
    for outsider in (charlie, dana, erin):
        client.force_login(outsider)
        assert client.get(url).status_code == 404


@pytest.mark.parametrize("reader", ["alice", "bob"])
def test_the_pdf_is_a_private_download_with_a_neutral_name(client, request, certificate, reader):
    client.force_login(request.getfixturevalue(reader))
    response = client.get(f"/certificates/{certificate.number}.pdf")
    assert response.content.startswith(b"%PDF-")
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == f'attachment; filename="{certificate.number}.pdf"'
    assert response["Cache-Control"] == "private, no-store"


def test_a_certificate_that_has_run_out_says_so_and_stays(client, alice, certificate):
    Certificate.objects.update(expires_on=timezone.localdate() - datetime.timedelta(days=1))
    client.force_login(alice)
    html = client.get(certificate.get_absolute_url()).content.decode()
    assert "This certificate has run out." in html
    assert "Well done" not in html
    assert f'<a href="{certificate.module.get_absolute_url()}">Do the module again</a>' in html
    start_again(certificate.enrolment, at=timezone.now())
    assert "Do the module again" not in client.get(certificate.get_absolute_url()).content.decode()
    assert certificate.number in client.get("/certificates/").content.decode()


def test_the_list_has_all_of_ones_own_and_none_of_anybody_elses(client, alice, charlie, certificate):
    second = complete(alice, module_of(1)).certificate
    client.force_login(alice)
    html = client.get("/certificates/").content.decode()
    assert certificate.number in html
    assert second.number in html

    client.force_login(charlie)
    assert "No certificate yet" in client.get("/certificates/").content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_as_many_queries_at_three_rows_as_at_one(client, alice, count, django_assert_num_queries):
    for _ in range(count):
        complete(alice, module_of(1))
    client.force_login(alice)
    client.get("/certificates/")
    with django_assert_num_queries(4):
        client.get("/certificates/")


def test_anyone_can_check_a_number_and_sees_what_the_certificate_says(client, alice, certificate):
    html = client.get(f"/c/{certificate.number}/").content.decode()
    assert "This certificate is valid" in html
    for words in ("Alice Example", "T1 Seeing it", "Haverley Police", certificate.number):
        assert words in html
    assert alice.email not in html
    assert "noindex" in html


def test_a_number_typed_carelessly_leads_to_the_certificate(client, certificate):
    typed = certificate.number.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    response = client.get("/c/", {"number": typed})
    assert response["Location"] == f"/c/{certificate.number}/"
    assert client.get(f"/c/{certificate.number.lower()}/")["Location"] == f"/c/{certificate.number}/"


@pytest.mark.parametrize(
    ("typed", "words"),
    [("", "Enter the number of a certificate"), ("TT-7K4", "A number has eight letters and figures after TT")],
)
def test_what_cannot_be_a_number_is_an_error_that_says_how_to_mend_it(client, typed, words):
    html = client.get("/c/", {"number": typed}).content.decode()
    assert words in html
    assert "<title>Error: Check a certificate" in html
    assert f'value="{typed}"' in html
    assert 'href="#number"' in html


@pytest.mark.parametrize("number", ["TT-0000-0000", "nonsense", "<script>"])
def test_an_unknown_number_is_a_404_with_the_form(client, number):
    response = client.get(f"/c/{number}/")
    assert response.status_code == 404
    assert "No certificate has this number." in response.content.decode()
    assert "<script>" not in response.content.decode().replace('<script src="', "")


def test_a_withdrawn_certificate_says_so_to_everyone_but_not_why(client, certificate):
    Certificate.objects.update(withdrawn_at=timezone.now(), withdrawn_reason="Done by somebody else")
    html = client.get(f"/c/{certificate.number}/").content.decode()
    assert "This certificate was withdrawn" in html
    assert "Done by somebody else" not in html
    assert "is valid" not in html
    assert f"<dt>Withdrawn</dt><dd>{day(timezone.now())}</dd>" in html
    assert "Valid until" not in html


def test_a_certificate_that_has_run_out_says_until_when_it_was_valid(client, certificate):
    Certificate.objects.update(expires_on=datetime.date(2026, 1, 31))
    html = client.get(f"/c/{certificate.number}/").content.decode()
    assert "This certificate has run out" in html
    assert "31 January 2026" in html
