"""Documents: their content agrees with their name, and they are served whole, in part, or not at all."""

import re
import zipfile
from io import BytesIO

import pytest
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.documents.forms import get_document_form
from wagtail.models import Collection, CollectionViewRestriction

from lms.uploads.domain.documents import WrongContent, check_document
from lms.uploads.models import Document
from lms.uploads.ranges import OutsideFile, asked_range
from tests.factories.toolkit import DocumentFactory

VIDEO = b"\x00\x00\x00\x20ftypisom" + bytes(range(256)) * 4


def archive(**members) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as opened:
        for name, content in members.items():
            opened.writestr(name.replace("__", "/").replace("_types", "[Content_Types].xml"), content)
    return buffer.getvalue()


def locked(content: bytes) -> bytes:
    """The same file, saying that its members are encrypted (general purpose bit 0, in both places that hold it)."""
    local, central = content.index(b"PK\x03\x04") + 6, content.index(b"PK\x01\x02") + 8
    marked = bytearray(content)
    marked[local] |= 1
    marked[central] |= 1
    return bytes(marked)


WORD = {"_types": "<Types/>", "word__document.xml": "<w/>"}
ACCEPTED = [
    ("agenda.pdf", b"%PDF-1.7 ..."),
    ("agenda.PDF", b"\n%PDF-1.7 ..."),
    ("agenda.docx", archive(**WORD)),
    ("agenda.odt", archive(mimetype="application/vnd.oasis.opendocument.text")),
    ("slides.odp", archive(mimetype="application/vnd.oasis.opendocument.presentation")),
    ("people.xlsx", archive(_types="<Types/>", xl__workbook="x")),
    ("film.mp4", VIDEO),
    ("film.vtt", b"\xef\xbb\xbfWEBVTT\n\n00:00.000 --> 00:02.000\nHello"),
    ("table.csv", "name,café\n".encode()),
]
REFUSED = [
    ("agenda.pdf", b"<html><script>alert(1)</script>"),
    ("agenda.docx", b"%PDF-1.7"),
    ("agenda.docx", archive(_types="<Types/>", xl__workbook="x")),
    ("agenda.odt", archive(mimetype="application/zip")),
    ("agenda.odt", locked(archive(mimetype="application/vnd.oasis.opendocument.text"))),
    ("film.mp4", b"<svg/>" * 10),
    ("film.vtt", b"WEBVTTX"),
    ("table.csv", b"a\x00b"),
    ("table.csv", b"caf\xe9"),
    ("page.html", b"<p>"),
    ("no-extension", b"%PDF-"),
]


@pytest.mark.parametrize(("name", "content"), ACCEPTED)
def test_a_file_that_holds_what_its_name_says_is_accepted(name, content):
    file = BytesIO(content)
    check_document(file, name=name)
    assert file.tell() == 0


@pytest.mark.parametrize(("name", "content"), REFUSED)
def test_a_file_that_holds_something_else_is_refused(name, content):
    with pytest.raises(WrongContent):
        check_document(BytesIO(content), name=name)


def test_a_kind_that_is_not_taken_is_refused_with_those_that_are():
    kinds = "CSV, DOCX, MP4, ODP, ODS, ODT, PDF, PPTX, TXT, VTT, WEBM, XLSX"
    with pytest.raises(WrongContent, match=f"Choose one of these: {kinds}.$"):
        check_document(BytesIO(b"MZ"), name="plan.exe")


def test_a_word_file_with_macros_is_refused_with_what_to_do():
    buffer = BytesIO(archive(**WORD))
    with zipfile.ZipFile(buffer, "a") as opened:
        opened.writestr("word/vbaProject.bin", "x")
    with pytest.raises(WrongContent, match="Save it without them"):
        check_document(buffer, name="agenda.docx")


def uploaded(name, content):
    form = get_document_form(Document)
    collection = Collection.get_first_root_node()
    data = {"title": "A file", "collection": collection.pk, "tags": ""}
    return form(data, {"file": SimpleUploadedFile(name, content)})


@pytest.mark.django_db
def test_the_form_refuses_a_wrong_file_and_one_that_is_too_large(settings):
    assert uploaded("agenda.pdf", b"%PDF-1.7").errors == {}
    assert uploaded("agenda.pdf", b"MZ").errors == {"file": ["The name says PDF, but the file is something else."]}
    settings.DOCUMENT_MAX_BYTES = 4
    assert uploaded("agenda.pdf", b"%PDF-1.7").errors == {"file": ["The file has 0 MB. The most is 0 MB."]}
    assert uploaded("film.mp4", VIDEO).errors == {}


@pytest.mark.django_db
def test_a_pdf_opens_in_the_browser_and_a_table_is_downloaded(client):
    pdf = client.get(DocumentFactory().url)
    assert pdf.getvalue() == b"%PDF-1.7 an agenda for the first meeting"
    assert pdf["Content-Type"] == "application/pdf"
    assert pdf["Content-Disposition"].startswith('inline; filename="agenda')
    assert pdf["X-Content-Type-Options"] == "nosniff"
    assert "script" not in pdf["Content-Security-Policy"]
    table = client.get(DocumentFactory(name="people.csv", content=b"name\n").url)
    assert table["Content-Type"] == "text/csv; charset=utf-8"
    assert table["Content-Disposition"].startswith('attachment; filename="people')


@pytest.mark.django_db
def test_a_document_that_has_not_changed_is_not_sent_twice(client):
    document = DocumentFactory()
    first = client.get(document.url)
    again = client.get(document.url, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.django_db
def test_part_of_a_video_is_sent_when_the_player_asks_for_it(client):
    document = DocumentFactory(name="film.mp4", content=VIDEO)
    part = client.get(document.url, headers={"Range": "bytes=10-19"})
    assert part.status_code == 206
    assert part.getvalue() == VIDEO[10:20]
    assert part["Content-Range"] == f"bytes 10-19/{len(VIDEO)}"
    assert part["Content-Length"] == "10"
    late = client.get(document.url, headers={"Range": f"bytes={len(VIDEO)}-"})
    assert (late.status_code, late["Content-Range"]) == (416, f"bytes */{len(VIDEO)}")
    whole = client.get(document.url, headers={"Range": "bytes=10-19", "If-Range": '"another version"'})
    assert (whole.status_code, whole.getvalue()) == (200, VIDEO)


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("bytes=0-", (0, 99)),
        ("bytes=5-9", (5, 9)),
        ("bytes=90-500", (90, 99)),
        ("bytes=-10", (90, 99)),
        ("bytes=-500", (0, 99)),
        ("bytes=9-5", None),
        ("bytes=0-1,5-6", None),
        ("bytes=-", None),
        ("lines=1-2", None),
        ("", None),
    ],
)
def test_a_range_is_read_as_the_standard_says(header, part):
    assert asked_range(header, size=100) == part


@pytest.mark.parametrize("header", ["bytes=100-", "bytes=-0"])
def test_a_range_outside_the_file_is_an_error(header):
    with pytest.raises(OutsideFile):
        asked_range(header, size=100)


@pytest.mark.django_db
def test_a_private_collection_asks_charlie_to_sign_in_and_lets_its_group_in(client, charlie, erin):
    kept = Collection.get_first_root_node().add_child(name="Kept for editors")
    restriction = CollectionViewRestriction.objects.create(collection=kept, restriction_type="groups")
    restriction.groups.set(erin.groups.all())
    document = DocumentFactory(collection=kept)
    assert client.get(document.url)["Location"] == f"/accounts/login/?next={document.url}"
    client.force_login(charlie, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(document.url).status_code == 302
    client.force_login(erin, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(document.url).getvalue() == b"%PDF-1.7 an agenda for the first meeting"


@pytest.mark.django_db
def test_a_collection_with_a_password_asks_for_it_in_the_sites_own_frame_and_then_opens(client):
    kept = Collection.get_first_root_node().add_child(name="Shared")
    CollectionViewRestriction.objects.create(collection=kept, restriction_type="password", password="ferry")
    document = DocumentFactory(collection=kept)
    asked = client.get(document.url)
    html = asked.content.decode()
    assert "<h1>Password needed</h1>" in html
    assert "Exit this page" in html
    assert "no-store" in asked["Cache-Control"]
    (address,) = re.findall(r'<form action="(/documents/[^"]+)" method="post"', html)
    wrong = client.post(address, {"password": "boat", "return_url": document.url}).content.decode()
    assert '<a href="#id_password">The password is not right. Check it and try again.</a>' in wrong
    assert client.get(document.url).content.decode().count("<h1>Password needed</h1>") == 1
    right = client.post(address, {"password": "ferry", "return_url": document.url})
    assert (right.status_code, right["Location"]) == (302, document.url)
    assert client.get(document.url).getvalue() == b"%PDF-1.7 an agenda for the first meeting"


@pytest.mark.django_db
def test_a_wrong_name_a_wrong_number_and_a_lost_file_are_404(client):
    document = DocumentFactory()
    assert client.get(f"/documents/{document.pk}/other.pdf").status_code == 404
    assert client.get(f"/documents/{document.pk + 1}/{document.filename}").status_code == 404
    client.get(document.url)
    document.file.storage.delete(document.file.name)
    assert client.get(document.url).status_code == 404


@pytest.mark.django_db
def test_a_document_has_no_public_address(client):
    document = DocumentFactory()
    with pytest.raises(NotImplementedError):
        _url = document.file.url
    assert client.get(f"/media/{document.file.name}").status_code == 404
    assert client.post(document.url).status_code == 405


@pytest.mark.django_db
def test_the_web_server_in_front_sends_the_file_when_the_settings_name_its_header(client, settings):
    document = DocumentFactory()
    settings.PRIVATE_FILES_HEADER = "X-Accel-Redirect"
    response = client.get(document.url)
    assert (response.content, response["X-Accel-Redirect"]) == (b"", f"/private-files/{document.file.name}")
    settings.PRIVATE_FILES_HEADER = "X-Sendfile"
    assert client.get(document.url)["X-Sendfile"] == storages["private"].path(document.file.name)
