"""The content origin: files and commits for a valid token only, with the right headers, and nothing else."""

import datetime
import time
import unicodedata
from urllib.parse import quote

import pytest
from django.core import signing
from django.test import Client

from courses.scorm.tokens import LaunchToken, read_token, token_for
from tests.scorm_packages import Package, manifest_12, sco_page

pytestmark = pytest.mark.django_db
FILES = {
    "index.html": sco_page(),
    "media/film.mp4": bytes(range(256)) * 40,
    "scripts/App.JS": "var x = 1;" * 300,
    "style.css": "body{}",
    "data.unknownkind": "?",
}


@pytest.fixture
def seat(learning):
    return learning(Package(dict(FILES))).sit()


def get(seat, path: str, token: str | None = None, **headers):
    return seat.client.get(f"/content/{token or seat.token}/{path}", headers={"host": "content.testserver", **headers})


def body(response) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("index.html", "text/html"),
        ("media/film.mp4", "video/mp4"),
        ("scripts/App.JS", "text/javascript"),
        ("style.css", "text/css"),
        ("data.unknownkind", "application/octet-stream"),
    ],
)
def test_files_have_their_types_and_headers_and_cost_no_query(seat, path, kind, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = get(seat, path)
    assert response.status_code == 200
    content = FILES[path]
    assert body(response) == (content.encode() if isinstance(content, str) else content)
    assert response["Content-Type"] == kind
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "immutable" in response["Cache-Control"]
    assert "frame-ancestors 'self' http://testserver" in response["Content-Security-Policy"]
    assert "unload=(self)" in response["Permissions-Policy"]
    assert response.cookies == {}


def test_a_part_of_a_film_can_be_asked_for(seat):
    response = get(seat, "media/film.mp4", range="bytes=256-511")
    assert (response.status_code, response["Content-Range"]) == (206, "bytes 256-511/10240")
    assert body(response) == bytes(range(256))
    assert get(seat, "media/film.mp4", range="bytes=99999-").status_code == 416


def test_scripts_are_compressed_for_browsers_that_can(seat):
    import gzip

    response = get(seat, "scripts/App.JS", **{"accept-encoding": "gzip"})
    assert response["Content-Encoding"] == "gzip"
    assert gzip.decompress(response.content) == FILES["scripts/App.JS"].encode()


def test_what_has_not_changed_is_not_sent_again(seat):
    etag = get(seat, "index.html")["ETag"]
    assert get(seat, "index.html", **{"if-none-match": etag}).status_code == 304


def test_a_file_is_found_whatever_its_capitals(seat):
    assert get(seat, "Scripts/app.js").status_code == 200


@pytest.mark.parametrize(
    ("shown_as", "expected"), [("document", "attachment"), ("iframe", "attachment"), ("empty", None), (None, None)]
)
def test_a_pdf_that_is_to_be_shown_is_downloaded_and_scripts_may_read_it(learning, shown_as, expected):
    seat = learning(Package({"index.html": sco_page(), "guide.pdf": b"%PDF-1.4"})).sit()
    asked = {"sec-fetch-dest": shown_as} if shown_as else {}
    response = get(seat, "guide.pdf", **asked)
    assert (response.get("Content-Disposition"), response["Vary"]) == (expected, "Sec-Fetch-Dest")
    assert "Content-Disposition" not in get(seat, "index.html", **asked)


def test_slashes_that_follow_each_other_are_one(seat):
    for path in ("media//film.mp4", "/media///film.mp4"):
        assert body(get(seat, path)) == FILES["media/film.mp4"]


def test_accents_are_found_however_they_are_written(learning):
    name = unicodedata.normalize("NFD", "Übung é.txt")
    seat = learning(Package({"index.html": sco_page(), name: "found"})).sit()
    for form in ("NFC", "NFD"):
        assert body(get(seat, quote(unicodedata.normalize(form, name)))) == b"found"


@pytest.mark.parametrize(
    "path",
    [
        "../imsmanifest.xml",
        "..%2f..%2fuploads",
        "%2e%2e/%2e%2e/secret",
        "media/../../x",
        "media\\..\\..\\x",
        "/etc/passwd",
        "media",
        "media/",
        "index.html/",
        "missing.html",
        "x" * 300,
        "é" * 130,
        "index.html%00.png",
        "",
    ],
)
def test_nothing_outside_the_package_can_be_named(seat, path):
    assert get(seat, path).status_code == 404


def test_no_file_without_a_valid_token(seat, settings):
    named = read_token(seat.token)
    forged = signing.TimestampSigner(salt="other", sep="~").sign_object([1, 1, "ITEM", named.content_key, "normal"])
    for token in ("none", "x", seat.token[:-2], seat.token.replace("~", "~1", 1), forged):
        assert get(seat, "index.html", token).status_code == 404
    other = token_for(LaunchToken(1, 1, "ITEM", "0" * 32, "normal"))
    assert get(seat, "index.html", other).status_code == 404


def test_a_token_expires_for_files_first_and_for_commits_later(seat, settings, monkeypatch):
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + settings.SCORM_LAUNCH_TOKEN_HOURS * 3600 + 60)
    assert get(seat, "index.html").status_code == 404
    assert seat.client.get(seat.path).status_code == 404
    assert seat.commit(1, {"core": {"lesson_location": "late"}}).status_code == 200
    monkeypatch.setattr(time, "time", lambda: now + datetime.timedelta(days=16).total_seconds())
    assert seat.commit(2, {"core": {"lesson_location": "too late"}}).status_code == 404


def test_a_cookie_or_a_session_opens_nothing_here(seat, alice):
    client = Client(headers={"host": "content.testserver"})
    client.force_login(alice)
    assert client.get("/content/none/index.html").status_code == 404
    for address in ("/", "/my-training/", "/admin/", "/accounts/login/", "/static/build/main.css", "/training/"):
        assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["content/{token}/index.html", "launch/{token}/", "player/shell.js"])
def test_the_sites_host_never_answers_for_the_content_origin(seat, address):
    assert Client().get("/" + address.format(token=seat.token)).status_code == 404


def test_only_a_post_commits_and_only_reads_read(seat):
    assert seat.client.get(f"/commit/{seat.token}/").status_code == 405
    assert seat.client.post(f"/content/{seat.token}/index.html").status_code == 405


def test_the_shell_is_strict_and_holds_the_state_as_data(seat):
    response = seat.client.get(seat.path)
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors http://testserver" in policy
    assert response["Cache-Control"] == "no-store"
    assert response.cookies == {}


def test_text_of_a_package_cannot_leave_the_shells_data(learning):
    title = "</script><script>alert(1)</script>"
    package = Package({"index.html": sco_page()}, manifest=manifest_12(title=title))
    seat = learning(package).sit()
    assert "<script>alert" not in seat.client.get(seat.path).content.decode()
    assert seat.data()["title"] == title


def test_the_launch_page_has_its_parameters_and_spaces_encoded(learning):
    manifest = manifest_12(href="my course/start page.html", item_attributes='parameters="?mode=full"')
    seat = learning(Package({"my course/start page.html": sco_page()}, manifest=manifest)).sit()
    assert seat.data()["page"] == f"/content/{seat.token}/my%20course/start%20page.html?mode=full"


def test_each_package_has_a_host_of_its_own_where_the_setting_says_so(seat, settings):
    settings.SCORM_CONTENT_ORIGIN = "http://{package}.content.testserver"
    key = read_token(seat.token).content_key
    own, other = f"{key}.content.testserver", f"{'0' * 32}.content.testserver"
    assert seat.client.get(f"/content/{seat.token}/index.html", headers={"host": own}).status_code == 200
    assert seat.client.get(f"/content/{seat.token}/index.html", headers={"host": other}).status_code == 404


@pytest.mark.parametrize(
    ("header", "expected"), [("X-Accel-Redirect", "/private-files/scorm/{key}/style.css"), ("X-Sendfile", None)]
)
def test_the_server_in_front_may_send_the_files(seat, settings, header, expected):
    settings.PRIVATE_FILES_HEADER = header
    key = read_token(seat.token).content_key
    response = get(seat, "style.css")
    assert response.content == b""
    if expected:
        assert response[header] == expected.format(key=key)
    else:
        assert response[header].endswith(f"/private/scorm/{key}/style.css")
    assert response["Content-Type"] == "text/css"
