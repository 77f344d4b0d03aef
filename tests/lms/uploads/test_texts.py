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
from odfdo import DrawPage, Frame, Paragraph, Table
from wagtail.models import Collection, CollectionViewRestriction

from lms.uploads.domain import texts
from lms.uploads.domain.texts import due_documents, read_document, read_due_documents
from lms.uploads.models import DocumentText
from lms.uploads.reading import MOST_LETTERS, MOST_UNPACKED, TooLarge, read
from tests.factories.toolkit import DocumentFactory
from tests.lms.uploads.archives import honest, of_members

LAUGHS = '<!DOCTYPE s [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><s><p>&b;</p></s>'
BROKEN_FILE = "The file is broken or protected."
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
    return saved(document)


def saved(document) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def sheet(*rows) -> bytes:
    document = OpenDocument("spreadsheet")
    document.body.clear()
    table = Table("Risks")
    table.set_values([list(row) for row in rows])
    document.body.append(table)
    return saved(document)


def slides_of_open_document(*paragraphs) -> bytes:
    document = OpenDocument("presentation")
    document.body.clear()
    page = DrawPage("one")
    page.append(Frame.text_frame([Paragraph(paragraph) for paragraph in paragraphs]))
    document.body.append(page)
    return saved(document)


def slides(*texts, notes="", more=()) -> bytes:
    """A PowerPoint file as far as its words go: each text is a slide, with | between the runs of its one paragraph."""
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
    files = {"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<p/>", **dict(more)}
    for number, text in reversed(list(enumerate(texts, start=9))):
        runs = "<a:br/>".join(f"<a:r><a:t>{run}</a:t></a:r>" for run in text.split("|"))
        files[f"ppt/slides/slide{number}.xml"] = f'<s xmlns:a="{drawing}"><a:p>{runs}</a:p></s>'
    files["ppt/notesSlides/notesSlide9.xml"] = f'<n xmlns:a="{drawing}"><a:p><a:r><a:t>{notes}</a:t></a:r></a:p></n>'
    return honest({name: content.encode() for name, content in files.items()})


def pdf_with_half_a_letter() -> bytes:
    """A PDF whose second letter is half of one that takes two, as broken fonts have it."""
    names = b"1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <41> <0048> <42> <D83D> endbfchar"
    font = b"begincmap " + names + b" endcmap"
    words = b"BT /F 12 Tf 10 50 Td (AB) Tj ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(words), words),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(font), font),
    ]
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer\n<</Size 7/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(body)
    return body + b"xref\n0 7\n0000000000 65535 f \n" + table + trailer


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
        ("a.ods", lambda: sheet(["Risk", 3], ["Housing", None]), "Risk\n3\nHousing"),
        ("a.odp", lambda: slides_of_open_document("Safe rooms", "Ward"), "Safe rooms\nWard"),
        ("a.pptx", lambda: slides("Safe |rooms", "Ward", notes="Say who"), "Safe rooms\nSay who\nWard"),
        ("a.pdf", pdf_with_half_a_letter, "H?"),
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
        ("a.docx", b"PK\x03\x04 cut off", BROKEN_FILE),
        ("a.pdf", b"%PDF-1.7 nothing else", BROKEN_FILE),
        ("a.docx", bomb, "The file unpacks to more than can be read."),
        ("a.odt", lambda: of_members(300_000), "The file unpacks to more than can be read."),
        ("a.pptx", lambda: slides("one", more={"ppt/slides/slide1.xml": LAUGHS}.items()), BROKEN_FILE),
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
def test_a_missing_file_that_was_there_once_does_not_keep_others_from_being_read():
    lost = DocumentFactory(name="a.txt", content=b"words")
    lost._set_document_file_metadata()  # as the form of an upload does
    lost.save()
    lost.file.storage.delete(lost.file.name)
    other = DocumentFactory(name="b.txt", content=b"words")
    assert read_due_documents() == 2
    assert (lost.text.problem, other.text.text) == ("The file is missing.", "words")


@pytest.mark.django_db
def test_more_documents_than_are_looked_for_at_once_are_read_one_after_the_other(monkeypatch):
    monkeypatch.setattr(texts, "AT_ONCE", 1)
    for number in range(3):
        DocumentFactory(name=f"{number}.mp4", content=b"film")
    assert read_due_documents() == 3


@pytest.mark.django_db
def test_what_has_become_private_is_told_before_anything_else_is_read():
    DocumentFactory(name="a.txt", content=b"words")
    members = Collection.get_first_root_node().add_child(name="Members")
    told = DocumentFactory(name="b.txt", content=b"words", collection=members)
    read_document(told.pk, at=timezone.now())
    CollectionViewRestriction.objects.create(collection=members, restriction_type="login")
    assert due_documents(at=timezone.now())[0] == told.pk


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


@pytest.mark.django_db
def test_search_is_told_at_once_of_a_collection_that_becomes_private_by_itself_or_by_a_move(
    django_capture_on_commit_callbacks,
):
    root = Collection.get_first_root_node()
    for name in ("Members", "Shelf"):
        root.add_child(name=name)
    members, shelf = Collection.objects.get(name="Members"), Collection.objects.get(name="Shelf")
    document = DocumentFactory(name="a.txt", content=b"words", collection=shelf)
    read_due_documents()
    with django_capture_on_commit_callbacks(execute=True):
        restriction = CollectionViewRestriction.objects.create(collection=shelf, restriction_type="login")
    assert DocumentText.objects.get(document=document).is_public is False
    with django_capture_on_commit_callbacks(execute=True):
        restriction.delete()
    assert DocumentText.objects.get(document=document).is_public is True
    CollectionViewRestriction.objects.create(collection=members, restriction_type="login")
    with django_capture_on_commit_callbacks(execute=True):
        shelf.save()  # as the form of a collection does before it moves it
        shelf.move(members, "sorted-child")
    assert DocumentText.objects.get(document=document).is_public is False


@pytest.mark.django_db
def test_what_search_could_not_be_told_is_told_when_the_claim_is_old(monkeypatch):
    members = Collection.get_first_root_node().add_child(name="Members")
    document = DocumentFactory(name="a.txt", content=b"words", collection=members)
    read_due_documents()
    CollectionViewRestriction.objects.create(collection=members, restriction_type="login")

    def killed(document):
        raise RuntimeError("The worker ends here")

    with monkeypatch.context() as patched:
        patched.setattr(texts, "index_what_offers", killed)
        assert read_due_documents() == 0
    later = timezone.now() + texts.CLAIM_LASTS + timedelta(seconds=1)
    assert (due_documents(at=timezone.now()), due_documents(at=later)) == ([], [document.pk])
    assert read_document(document.pk, at=later)
    assert (due_documents(at=later), DocumentText.objects.get().is_public) == ([], False)
