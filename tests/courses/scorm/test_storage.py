"""Web storage for packages whose browser refuses it in a frame of another site: a script before a page's own."""

import time

import pytest
from playwright.sync_api import expect

from courses.scorm.pages import with_first_script
from tests.courses.scorm.test_player import inner, lesson_of, start
from tests.scorm_packages import Package, authoring_tools, manifest_12, sco_page

SCRIPT = '<script src="/player/storage.js?v=1"></script>'


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<html><head><title>a", f"<html><head>{SCRIPT}<title>a"),
        ("<!DOCTYPE html><HTML><HEAD lang='a'><p>", f"<!DOCTYPE html><HTML><HEAD lang='a'>{SCRIPT}<p>"),
        ("<!-- <head> --><head></head>", f"<!-- <head> --><head>{SCRIPT}</head>"),
        ("<head><!-- <p>", f"<head>{SCRIPT}<!-- <p>"),
        ("<header><html lang=a>", f"<header><html lang=a>{SCRIPT}"),
        ("<!doctype html><p>a", f"<!doctype html>{SCRIPT}<p>a"),
        ("\ufeff<p>a", f"\ufeff{SCRIPT}<p>a"),
        ("<!doctype html><script>a()</script><head>", f"<!doctype html>{SCRIPT}<script>a()</script><head>"),
        ("", SCRIPT),
    ],
)
def test_the_script_stands_before_everything_that_a_page_runs(page, expected):
    assert with_first_script(page.encode(), "/player/storage.js?v=1").decode() == expected


@pytest.mark.parametrize("page", [b"<!--" * 100_000, b"<head" * 100_000, b"<html" * 100_000, b"<!doctype" * 50_000])
def test_a_page_made_to_be_slow_is_not(page):
    begun = time.monotonic()
    with_first_script(page, "/player/storage.js")
    assert time.monotonic() - begun < 1


def test_a_page_of_two_byte_letters_is_left_alone():
    page = "<head>".encode("utf-16")
    assert with_first_script(page, "/player/storage.js") == page


@pytest.mark.django_db
def test_only_pages_are_changed_and_only_at_the_address_with_storage(learning):
    page, script = sco_page(), "var head = '<head>';" * 100
    seat = learning(Package({"index.html": page, "a.js": script})).sit()

    def get(address, path):
        response = seat.client.get(f"/{address}/{seat.token}/{path}")
        return response, b"".join(response.streaming_content) if response.streaming else response.content

    assert get("content", "index.html")[1].decode() == page
    assert get("content-with-storage", "a.js")[1].decode() == script
    changed, body = get("content-with-storage", "index.html")
    assert body.decode().partition("<head>")[2].startswith('<script src="/player/storage.js?v=')
    assert changed["Content-Security-Policy"].startswith("default-src 'self'")
    assert changed["ETag"] != get("content", "index.html")[0]["ETag"]
    assert changed["Content-Length"] == str(len(body))
    assert seat.client.get(f"/content-with-storage/{seat.token}x/index.html").status_code == 404


@pytest.mark.django_db
def test_a_page_with_all_its_pictures_inside_is_changed_and_sent_in_pieces(learning):
    page = "<head>" + sco_page() + "".join(map(str, range(800_000)))
    seat = learning(Package({"index.html": page})).sit()
    response = seat.client.get(f"/content-with-storage/{seat.token}/index.html", headers={"accept-encoding": "gzip"})
    body = response.getvalue().decode()
    start, _script, rest = body[:200].partition("</script>")
    assert start.startswith('<head><script src="/player/storage.js?v=')
    assert rest + body[200:] == page.removeprefix("<head>")
    assert response["Content-Length"] == str(len(body))


def noting() -> Package:
    """A course that keeps notes in web storage before it looks for the API, and reads them on the page in its frame."""
    note = '<script>localStorage.setItem("note", "kept"); sessionStorage.seen = "1";</script>'
    read = 'document.title = localStorage.note + " " + sessionStorage.getItem("seen") + " " + localStorage.length;'
    inside = sco_page(read + authoring_tools.WORK, body=authoring_tools.BUTTONS + "<p id=title></p>")
    show = "<script>document.getElementById('title').textContent = document.title;</script>"
    return Package(
        {"start.html": note + authoring_tools.framing("pages/inside.html"), "pages/inside.html": inside + show},
        manifest=manifest_12(href="start.html"),
    )


def test_a_course_that_keeps_notes_in_web_storage_plays_in_the_lessons_page(new_context, sign_in, alice):
    page = start(new_context, sign_in, alice, lesson_of(noting()))
    frame = inner(page, "ab-initio / Slide 1")
    expect(frame.locator("#title")).to_have_text("kept 1 1")
