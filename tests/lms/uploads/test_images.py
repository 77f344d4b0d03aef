"""Images: a description is required, content agrees with the name, and an SVG only draws."""

from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.images.forms import get_image_form
from wagtail.models import Collection

from lms.demo.illustrations import ILLUSTRATIONS
from lms.uploads.domain.drawings import UnsafeDrawing, check_drawing
from lms.uploads.models import Image
from tests.factories.toolkit import DocumentFactory, ImageFactory, png

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'
HARMLESS = [
    '<path d="M0 0h9v9z" fill="url(#shade)"/>',
    '<defs><linearGradient id="shade"/></defs><use xlink:href="#shade"/>',
    "<style>.a{fill:#0d4450}</style><title>On the way</title>",
    '<image href="data:image/png;base64,iVBORw0KGgo="/>',
    '<i:layer xmlns:i="http://www.inkscape.org/namespaces/inkscape"/>',
]
HARMFUL = [
    "<script>alert(1)</script>",
    '<path onload="alert(1)" d="M0 0"/>',
    '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>',
    '<g><p xmlns="http://www.w3.org/1999/xhtml">x</p></g>',
    '<use href="https://www.example.org/a.svg#b"/>',
    '<image xlink:href="//www.example.org/pixel.png"/>',
    '<image href="data:image/svg+xml;base64,PHN2Zz4="/>',
    '<a href="javascript:alert(1)"><path d="M0 0"/></a>',
    "<style>@import url(https://www.example.org/a.css)</style>",
    '<rect style="fill:url(https://www.example.org/a)"/>',
    '<rect style="fill:u\\72l(https://www.example.org/a)"/>',
    '<animate attributeName="href" to="javascript:alert(1)"/>',
    '<set attributeName="onload" to="alert(1)"/>',
    "<g>" * 200 + "</g>" * 200,
]


@pytest.mark.parametrize("inside", HARMLESS)
def test_a_drawing_that_only_draws_is_accepted(inside):
    check_drawing(BytesIO(f"{OPEN}{inside}</svg>".encode()))


@pytest.mark.parametrize("inside", HARMFUL)
def test_a_drawing_that_could_act_or_fetch_is_refused(inside):
    with pytest.raises(UnsafeDrawing):
        check_drawing(BytesIO(f"{OPEN}{inside}</svg>".encode()))


@pytest.mark.parametrize(
    "content",
    [
        f'<!DOCTYPE svg [<!ENTITY a "b">]>{OPEN}<title>&a;</title></svg>',
        f'<?xml-stylesheet href="https://www.example.org/a.css"?>{OPEN}</svg>',
        "<svg></svg>",
        OPEN,
        "",
        '<html xmlns="http://www.w3.org/1999/xhtml"/>',
    ],
)
def test_what_is_no_plain_drawing_is_refused(content):
    with pytest.raises(UnsafeDrawing):
        check_drawing(BytesIO(content.encode()))


@pytest.mark.parametrize("key", list(ILLUSTRATIONS))
def test_our_own_illustrations_are_accepted(key):
    check_drawing(BytesIO(ILLUSTRATIONS[key]().encode()))


def test_the_street_of_the_home_page_is_our_own_drawing_and_only_decorates():
    street = Path("templates/toolkit_pages/street.html").read_text()
    drawn = ILLUSTRATIONS["street-with-door-ajar"]()
    assert street.replace("\n", "").partition(">")[2] == drawn.partition(">")[2]
    assert 'aria-hidden="true"' in street.partition(">")[0]


def uploaded(name, content, description="A street with one door ajar"):
    data = {
        "title": "A street",
        "description": description,
        "collection": Collection.get_first_root_node().pk,
        "tags": "",
    }
    return get_image_form(Image)(data, {"file": SimpleUploadedFile(name, content)})


@pytest.mark.django_db
def test_an_image_needs_a_description():
    assert uploaded("street.png", png()).errors == {}
    assert uploaded("street.png", png(), description="").errors == {"description": ["Say what the image shows."]}
    assert uploaded("street.png", png(), description="  ").errors == {"description": ["Say what the image shows."]}


@pytest.mark.django_db
def test_an_image_that_is_something_else_too_large_or_unsafe_is_refused(settings):
    unsafe = f"{OPEN}<script/></svg>".encode()
    assert list(uploaded("street.png", b"<html>").errors) == ["file"]
    assert list(uploaded("street.jpg", png()).errors) == ["file"]
    assert uploaded("street.svg", unsafe).errors == {"file": ["The drawing holds <script>."]}
    assert list(uploaded("street.png", png(8000, 8000)).errors) == ["file"]


@pytest.mark.django_db
def test_the_description_is_what_a_screen_reader_says():
    assert ImageFactory().default_alt_text == "A street with one door ajar"


@pytest.mark.django_db
def test_an_image_opened_by_its_own_address_cannot_act(client):
    response = client.get(ImageFactory().file.url)
    assert response.status_code == 200
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"].endswith("; sandbox")
    assert "script" not in response["Content-Security-Policy"]


def test_a_document_and_what_is_missing_are_not_served(client, db):
    document = DocumentFactory()
    assert client.get(document.url).status_code == 200
    for path in (document.file.name, "missing.png"):
        assert client.get(f"/media/{path}").status_code == 404


def test_an_upload_whose_form_is_not_finished_is_not_served_however_its_path_is_written(client, db):
    default_storage.save("wagtail_uploads/a.txt", ContentFile(b"unfinished"))
    default_storage.save("images/a.txt", ContentFile(b"finished"))
    assert client.get("/media/images/../images/./a.txt").getvalue() == b"finished"
    for path in ("wagtail_uploads/a.txt", "./wagtail_uploads/a.txt", "images/../wagtail_uploads/a.txt"):
        assert client.get(f"/media/{path}").status_code == 404
