"""The PDF: tagged, titled, in its language, and able to hold any name."""

import datetime
import io

import pytest
import typst
from pypdf import PdfReader

from courses.domain import certificate_pdf as subject
from courses.domain.certificate_pdf import certificate_pdf
from tests.factories.courses import complete, module_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def certificate(alice):
    found = complete(alice, module_of(1, title="T1 Seeing it", validity_months=24)).certificate
    found.assessed_by = "10 questions (9 right)"
    return found


def read(certificate) -> PdfReader:
    return PdfReader(io.BytesIO(certificate_pdf(certificate)))


def text_of(reader: PdfReader) -> str:
    return " ".join(reader.pages[0].extract_text().replace("\u200b", "").split())


def test_it_is_a_tagged_pdf_with_title_language_and_the_mark_of_pdf_ua(certificate):
    reader = read(certificate)
    root = reader.trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"] is True or root["/MarkInfo"]["/Marked"].value is True
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == f"Certificate {certificate.number}"
    assert "slavery" not in reader.metadata.title.lower()
    assert b"pdfuaid:part" in root["/Metadata"].get_data()


def test_it_says_what_the_page_says(certificate):
    reader = read(certificate)
    text = text_of(reader)

    assert len(reader.pages) == 1
    for words in (
        "Alice Example",
        "T1 Seeing it",
        "Tier 1, 25 minutes, assessed by 10 questions (9 right)",
        "Haverley Police",
        certificate.number,
        f"testserver/c/{certificate.number}",
    ):
        assert words in text


def test_it_says_when_it_was_withdrawn_and_no_longer_until_when_it_is_valid(certificate):
    assert "Valid until" in text_of(read(certificate))
    certificate.withdrawn_at = datetime.datetime(2026, 7, 6, 23, 30, tzinfo=datetime.UTC)
    text = text_of(read(certificate))
    assert ("Withdrawn" in text, "7 July 2026" in text) == (True, True)
    assert "Valid until" not in text


def test_the_qr_code_has_words_for_those_who_cannot_see_it(certificate):
    assert f"QR code that opens the page where anyone can check this certificate: {subject.check_url(certificate)}" in (
        alternatives(read(certificate).trailer["/Root"]["/StructTreeRoot"])
    )


def alternatives(node) -> list[str]:
    """Every alternative text in a tree of tags."""
    node = node.get_object()
    if isinstance(node, list):
        return [text for child in node for text in alternatives(child)]
    if not isinstance(node, dict):
        return []
    own = [str(node["/Alt"])] if "/Alt" in node else []
    return own + (alternatives(node["/K"]) if "/K" in node else [])


@pytest.mark.parametrize(
    "name",
    [
        "Tomasz Wiśniewski-Brzęczyszczykiewicz",
        "Nguyễn Thị Ánh",
        "Mere Ngōtai Ŵyn",
        "Дмитрий Примеров",
        "Ελένη Παράδειγμα",
        "Gwenllian " * 15,
        "X" * 161,
        '#panic("x") $x$ *bold* _x_ @ref <label> \\ // /* [',
    ],
)
def test_any_name_fits_on_one_page_and_is_never_code(certificate, name):
    certificate.holder_name = name.strip()

    reader = read(certificate)

    assert len(reader.pages) == 1
    assert b"pdfuaid:part" in reader.trailer["/Root"]["/Metadata"].get_data()
    shown = text_of(reader).replace(" ", "").replace("-", "")
    assert name.replace(" ", "").replace("-", "")[:40] in shown


def test_letters_no_font_has_still_give_a_certificate(certificate):
    certificate.holder_name = "Example \U00013000\U00013001"

    reader = read(certificate)

    assert "Example" in text_of(reader)


def test_the_name_is_never_smaller_than_24_points(certificate):
    certificate.holder_name = "Maria " * 26
    sizes = []
    reader = read(certificate)
    reader.pages[0].extract_text(
        visitor_text=lambda text, cm, tm, font, size: sizes.append(size * abs(tm[0] or 1)) if "Maria" in text else None
    )
    assert sizes
    assert min(sizes) >= 24


def test_long_titles_and_organisations_stay_on_one_page(certificate):
    certificate.module_title = "T3c Criminal exploitation and the defence, for custody staff and officers " * 2
    certificate.organisation_name = "Haverley and District Combined Fire and Rescue Service, Community Safety " * 2
    certificate.endorsed_by = "Example Network of Networks"

    reader = read(certificate)

    assert len(reader.pages) == 1
    assert "Endorsed by Example Network of Networks" in text_of(reader)


def test_typst_has_nothing_to_warn_about(certificate):
    import json

    _pdf, warnings = typst.compile_with_warnings(
        str(subject.TEMPLATE),
        root=str(subject.TEMPLATE.parent),
        font_paths=subject.kept_fonts(True),
        sys_inputs={"data": json.dumps(subject.words_of(certificate))},
        pdf_standards=["ua-1"],
    )
    assert warnings == []
