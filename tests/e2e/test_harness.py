"""The browser fixtures tell a fault from a good page."""

import pytest

from tests.browser import violations


@pytest.mark.parametrize("width", [1280, 320])
def test_the_sign_in_page_is_accessible_and_quiet(page, axe, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/accounts/login/")
    axe(page)


def test_a_signed_in_user_is_known_to_the_site(page, sign_in, alice):
    sign_in(page, alice)
    assert page.request.get("/accounts/login/", max_redirects=0).status == 302


def test_axe_names_what_is_wrong(page):
    page.goto("/accounts/login/")
    page.evaluate("document.querySelector('main').append(document.createElement('img'))")
    assert [line.split(" ")[0] for line in violations(page)] == ["image-alt"]


def test_an_inline_script_is_refused_and_noticed(page, faults):
    page.goto("/accounts/login/")
    page.evaluate(
        "const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s)"
    )
    assert page.evaluate("window.ran") is None
    assert len(faults) == 1 and "script-src" in faults[0]
    faults.clear()


def test_a_request_to_a_third_party_is_noticed(page, faults):
    page.goto("/accounts/login/")
    page.evaluate("fetch('http://elsewhere.example.org/').catch(() => null)")
    assert any("elsewhere.example.org" in fault for fault in faults)
    faults.clear()


def test_the_content_origin_answers_on_another_host_and_sets_no_cookie(page, site):
    content = site.replace("localhost", "127.0.0.1")
    answer = page.request.get(f"{content}/accounts/login/")
    assert (answer.status, answer.headers.get("set-cookie")) == (404, None)


def test_the_phone_is_320_pixels_wide(phone):
    phone.goto("/accounts/login/")
    assert phone.evaluate("document.documentElement.scrollWidth") == 320
