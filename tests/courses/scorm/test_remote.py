"""Other sites that a package may ask: found where they are loaded, not where they are only named or linked to."""

import time

import pytest
from django.utils.translation import override

from courses.models import PackageVersion
from courses.scorm.packages import unpack_version, upload_package
from courses.scorm.remote import hosts_in, warning_about
from courses.views.package_words import in_words, refusal_in_words
from tests.scorm_packages import Package, sco_page


@pytest.mark.parametrize(
    ("kind", "text", "hosts"),
    [
        (".html", '<script src="https://cdn.asked.net/a.js"></script>', {"cdn.asked.net"}),
        (".html", "<img alt='' src=//pictures.asked.net/a.png>", {"pictures.asked.net"}),
        (".html", '<link rel="stylesheet" href="http://Fonts.Asked.net/css?family=A">', {"fonts.asked.net"}),
        (".html", '<a class="more" href="https://linked.net/">More</a>', set()),
        (".html", "<style>@import 'https://fonts.asked.net/a.css';</style>", {"fonts.asked.net"}),
        (".html", '<script>fetch("https://api.asked.net/x")</script>', {"api.asked.net"}),
        (".html", '<script>fetch("https://cut.asked.net/x")', {"cut.asked.net"}),
        (".html", '<html xmlns="http://www.w3.org/1999/xhtml"><p>https://written.net</p></html>', set()),
        (".css", "a { background: url(https://pictures.asked.net/a.png) }", {"pictures.asked.net"}),
        (".js", "const a = 'wss://live.asked.net:8443/x'; // see https://commented.net/", {"live.asked.net"}),
        (".js", 'const ns = "http://www.w3.org/2000/svg", adl = "http://www.adlnet.org/xsd";', set()),
        (".js", 'const path = "//folder/file.js", own = "http://localhost:8000/";', set()),
    ],
)
def test_hosts_are_found_where_they_are_loaded(kind, text, hosts):
    assert hosts_in(text, kind=kind) == hosts


@pytest.mark.parametrize(
    "text",
    [
        "<a " * 200_000,
        '"https://' + "a." * 200_000,
        "<img src=" * 100_000,
        "<script>" * 200_000,
        "<script " * 200_000,
        "<img src=" + " " * 200_000,
        "<style>@import" + " " * 200_000,
        "<style>url(" + " " * 200_000,
    ],
)
def test_a_file_made_to_be_slow_is_not(text):
    begun = time.monotonic()
    hosts_in(text, kind=".html")
    assert time.monotonic() - begun < 5


def test_the_editor_is_told_and_nothing_is_refused(db):
    script = 'load("https://b.asked.net/b.js"); load("https://a.asked.net/a.js")'
    version = upload_package(Package({"index.html": sco_page(), "extra.js": script}).upload(), by=None)
    unpack_version(version.pk)
    version = PackageVersion.objects.get(pk=version.pk)
    assert version.state == "ready"
    assert [in_words(warning) for warning in version.warnings] == [warning_about(["a.asked.net", "b.asked.net"])]


def test_many_hosts_are_cut_short():
    assert "host7.net…. Learners" in warning_about([f"host{number}.net" for number in range(9)])


def test_what_is_kept_is_told_in_the_readers_language():
    with override("cy"):
        assert in_words({"key": "January", "values": {}}) == "Ionawr"
        assert refusal_in_words('{"key": "January", "values": {}}') == "Ionawr"
    assert in_words({"key": "It holds %(total)s files, 100%% of them.", "values": {"total": 3}}) == (
        "It holds 3 files, 100% of them."
    )


def test_what_was_kept_as_plain_text_stays_as_it_is():
    assert (in_words("A 100% plain warning."), refusal_in_words("Too large.")) == (
        "A 100% plain warning.",
        "Too large.",
    )
