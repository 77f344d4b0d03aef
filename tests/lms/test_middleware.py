"""The content origin's wall, the policies of site and admin, and the other security headers."""

import pytest

from lms.middleware import is_content_host

SITE_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "media-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "manifest-src": "'self'",
    "frame-src": "'self' http://content.testserver",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
    "object-src": "'none'",
}


def policy(response) -> dict[str, str]:
    """The content security policy of an answer, directive by directive."""
    parts = (
        part.strip().partition(" ") for part in response.headers["Content-Security-Policy"].split(";") if part.strip()
    )
    return {name: value for name, _, value in parts}


@pytest.mark.parametrize("address", ["/accounts/login/", "/design-system/", "/training/", "/no-such-page/", "/"])
def test_every_page_of_the_site_has_the_strict_policy(client, db, address):
    assert policy(client.get(address)) == SITE_POLICY


def test_the_wagtail_admin_has_a_policy_of_its_own(client, erin):
    client.force_login(erin, backend="django.contrib.auth.backends.ModelBackend")
    response = client.get("/admin/")
    assert response.status_code == 200
    assert policy(response)["script-src"] == "'self' 'unsafe-inline'"
    assert policy(response)["frame-ancestors"] == "'self'"
    assert policy(response)["default-src"] == "'none'"


def test_a_path_that_only_looks_like_the_admin_has_the_strict_policy(client, db):
    assert policy(client.get("/administration/")) == SITE_POLICY


def test_the_site_sends_its_security_headers(client, db):
    headers = client.get("/accounts/login/").headers
    assert {
        name: headers[name]
        for name in (
            "X-Content-Type-Options",
            "Referrer-Policy",
            "X-Frame-Options",
            "Cross-Origin-Opener-Policy",
            "Permissions-Policy",
        )
    } == {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "X-Frame-Options": "DENY",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    }


@pytest.mark.parametrize("address", ["/", "/accounts/login/", "/admin/", "/training/", "/static/build/main.css"])
def test_the_content_origin_knows_no_page_of_the_site(client, db, address):
    response = client.get(address, headers={"host": "content.testserver"})
    assert response.status_code == 404
    assert not response.cookies
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_the_content_origin_reads_no_session(client, alice, django_assert_num_queries):
    client.force_login(alice, backend="django.contrib.auth.backends.ModelBackend")
    with django_assert_num_queries(0):
        assert client.get("/my-training/", headers={"host": "content.testserver"}).status_code == 404


@pytest.mark.parametrize(
    ("origin", "host", "expected"),
    [
        ("https://packages.example.net", "packages.example.net", True),
        ("https://packages.example.net", "training.example.org", False),
        ("https://packages.example.net", "packages.example.net.example.org", False),
        ("https://packages.example.net", "Packages.Example.net", True),
        ("https://packages.example.net", "packages.example.net.", True),
        ("http://127.0.0.1:8000", "127.0.0.1:8000", True),
        ("http://127.0.0.1:8000", "127.0.0.1:9000", False),
        ("http://127.0.0.1:8000", "localhost:8000", False),
        ("https://{package}.packages.example.net", "a1b2.packages.example.net", True),
        ("https://{package}.packages.example.net", "packages.example.net", False),
        ("https://{package}.packages.example.net", ".packages.example.net", False),
        ("https://{package}.packages.example.net", "a.b.packages.example.net", False),
    ],
)
def test_a_host_is_the_content_origins_only_when_it_is_named(settings, origin, host, expected):
    settings.SCORM_CONTENT_ORIGIN = origin
    assert is_content_host(host) is expected


@pytest.mark.parametrize("address", ["/admin/login/", "/django-admin/login/", "/_util/login/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_every_way_in_leads_to_the_one_sign_in(client, db, address, method):
    response = getattr(client, method)(f"{address}?next=/admin/")
    assert (response.status_code, response.headers["Location"]) == (302, "/accounts/login/?next=/admin/")


@pytest.mark.parametrize("address", ["/my-training/", "/admin/"])
def test_a_lead_or_editor_without_a_second_factor_is_led_to_add_one(client, settings, bob, erin, alice, address):
    settings.REQUIRE_MFA = True
    client.force_login(erin if address == "/admin/" else bob, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(address).headers["Location"] == "/accounts/2fa/"
    client.force_login(alice, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get("/my-training/").status_code == 200


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options"])
def test_a_method_that_no_page_takes_is_refused(client, db, method):
    assert getattr(client, method)("/training/").status_code == 405


def test_the_wagtail_admin_may_use_them(client, erin):
    client.force_login(erin)
    assert client.patch("/admin/dismissibles/", "{}", content_type="application/json").status_code == 200


def test_what_a_signed_in_person_sees_is_kept_by_no_cache(client, alice):
    assert "Cache-Control" not in client.get("/training/").headers
    client.force_login(alice)
    answers = [client.get(address) for address in ("/my-training/", "/training/", "/account/", "/people/")]
    assert {answer.headers["Cache-Control"] for answer in answers} == {"private, no-store"}


@pytest.mark.parametrize(
    "address",
    ["/people/?q=%00", "/people/?q=ali%00ce", "/people/?q=ali%0%000ce", "/reports/completions/?module=%00&state=late"],
)
def test_a_nul_byte_in_what_is_asked_for_is_left_out(client, bob, alice, address):
    client.force_login(bob)
    response = client.get(address)
    assert response.status_code == 200
    assert "\x00" not in response.content.decode()
    if "ali" in address:
        assert [row.user for row, _training in response.context["rows"]] == [alice]


def test_a_nul_byte_in_a_path_is_no_page(client, db):
    assert client.get("/c/%00/").status_code == 404
    assert client.post("/c/TT-0000-%00/").status_code == 404


@pytest.mark.django_db
def test_who_signed_in_after_pressing_a_button_is_told_to_press_it_again(client, alice):
    client.force_login(alice)
    address = "/training/nothing/start/"
    page = client.get(address, headers={"accept": "text/html"})
    assert (page.status_code, page["Allow"]) == (405, "POST")
    assert "so nothing was done yet" in page.content.decode()
    assert client.get(address, headers={"accept": "application/json"}).content == b""
