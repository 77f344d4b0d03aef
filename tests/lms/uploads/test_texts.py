"""The words inside documents: read by kind, within limits, again when the file changes, never of private ones."""

import zipfile
from datetime import timedelta
from io import BytesIO

import docx
import openpyxl
import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from odfdo import Document as OpenDocument
from odfdo import Paragraph
from wagtail.models import Collection, CollectionViewRestriction

from lms.uploads.domain.texts import due_documents, read_document, read_due_documents
from lms.uploads.models import DocumentText
from lms.uploads.reading import MOST_LETTERS, MOST_UNPACKED, TooLarge, read
from tests.factories.toolkit import DocumentFactory

READ, UNREADABLE = DocumentText.State.READ, DocumentText.State.UNREADABLE


def word_file(*paragraphs, table=()) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        cells = document.add_table(rows=1, cols=len(table)).rows[0].cells
        for cell, text in zip(cells, table, strict=True):
            cell.text = text
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def workbook(*rows) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def open_document(*paragraphs) -> bytes:
    document = OpenDocument("text")
    document.body.clear()
    for paragraph in paragraphs:
        document.body.append(Paragraph(paragraph))
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def pdf(text: str) -> bytes:
    import typst

    return typst.compile(text.encode())


def bomb() -> bytes:
    """A Word file whose main part is longer than we unpack."""
    buffer = BytesIO(word_file("small"))
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("word/more.xml", "w") as member:
        for _piece in range(MOST_UNPACKED // (1 << 20) + 1):
            member.write(b"\x20" * (1 << 20))
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "text"),
    [
        ("a.docx", lambda: word_file("Safe rooms", table=["Who", "Duty officer"]), "Safe rooms\nWho\nDuty officer"),
        ("a.xlsx", lambda: workbook(["Risk", 3], [None, "Housing"]), "Risk 3\nHousing"),
        ("a.odt", lambda: open_document("Safe rooms", "Ward"), "Safe rooms\nWard"),
        ("a.csv", lambda: "name,café\n".encode(), "name café"),
        ("a.txt", lambda: b"one\n\n  two  words", "one\ntwo words"),
        ("a.pdf", lambda: pdf("Safe rooms"), "Safe rooms"),
    ],
)
def test_each_kind_is_read(tmp_path, name, content, text):
    path = tmp_path / name
    path.write_bytes(content())
    assert read(path, name.partition(".")[2]) == text


def test_no_more_than_so_many_letters_are_kept(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("housing " * MOST_LETTERS)
    assert MOST_LETTERS - 8 < len(read(path, "txt")) <= MOST_LETTERS


def test_a_file_that_would_unpack_to_too_much_is_not_unpacked(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(bomb())
    assert path.stat().st_size < 1 << 20
    with pytest.raises(TooLarge):
        read(path, "docx")


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.docx", b"PK\x03\x04 cut off", "The file is broken or protected."),
        ("a.pdf", b"%PDF-1.7 nothing else", "The file is broken or protected."),
        ("a.docx", bomb, "The file unpacks to more than can be read."),
        ("a.txt", b"  \n ", "The file holds no text. A scan needs text recognition first."),
        ("a.mp4", b"film", "Words are not read out of files of this kind."),
    ],
)
@pytest.mark.django_db
def test_a_file_that_cannot_be_read_says_why(name, content, problem):
    document = DocumentFactory(name=name, content=content() if callable(content) else content)
    assert read_document(document.pk, at=timezone.now())
    assert (document.text.state, document.text.text, document.text.problem) == (UNREADABLE, "", problem)
    assert due_documents(at=timezone.now()) == []


@pytest.mark.django_db
def test_a_missing_file_is_no_reason_to_stop():
    document = DocumentFactory(name="a.txt", content=b"words")
    document.file.storage.delete(document.file.name)
    read_due_documents()
    assert document.text.problem == "The file is missing."


@pytest.mark.django_db
def test_a_document_is_read_once_and_again_when_its_file_is_another():
    document = DocumentFactory(name="a.txt", content=b"first words")
    assert (read_due_documents(), read_due_documents()) == (1, 0)
    document.file = ContentFile(b"second words", name="b.txt")
    document._set_document_file_metadata()
    document.save()
    assert read_due_documents() == 1
    kept = DocumentText.objects.get(document=document)
    assert (kept.state, kept.text, kept.is_public) == (READ, "second words", True)


@pytest.mark.django_db
def test_what_another_worker_has_claimed_is_left_until_the_claim_is_old():
    document = DocumentFactory(name="a.txt", content=b"words")
    now = timezone.now()
    DocumentText.objects.create(document=document, claimed_at=now)
    assert due_documents(at=now) == []
    assert not read_document(document.pk, at=now)
    assert due_documents(at=now + timedelta(minutes=11)) == [document.pk]


@pytest.mark.django_db
def test_words_become_private_with_the_collection_and_public_again():
    shelf = Collection.get_first_root_node().add_child(name="Members")
    inner = shelf.add_child(name="Members of the board")
    document = DocumentFactory(name="a.txt", content=b"words", collection=inner)
    read_due_documents()
    restriction = CollectionViewRestriction.objects.create(collection=shelf, restriction_type="login")
    assert read_due_documents() == 1
    assert DocumentText.objects.get(document=document).is_public is False
    assert read_due_documents() == 0
    restriction.delete()
    read_due_documents()
    assert DocumentText.objects.get(document=document).is_public is True
