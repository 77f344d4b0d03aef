"""Files of the starter content: built from a draft in a format, put into a collection, with their words known."""

from collections.abc import Callable

from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import Collection

from lms.demo.documents.drafts import Draft
from lms.demo.documents.open_document import open_document_file
from lms.demo.documents.paper import pdf_file
from lms.demo.documents.word import word_file
from lms.demo.documents.workbook import excel_file
from lms.uploads.models import Document, DocumentText

SETTERS: dict[str, tuple[str, Callable[[Draft], bytes]]] = {
    "word": ("docx", word_file),
    "pdf": ("pdf", pdf_file),
    "odt": ("odt", open_document_file),
    "spreadsheet": ("xlsx", excel_file),
}

MADE: dict[tuple[str, str], bytes] = {}


def collection(name: str) -> Collection:
    """The collection of that name below the root."""
    root = Collection.get_first_root_node()
    return root.get_children().filter(name=name).first() or root.add_child(name=name)


def made_once(kind: str, draft: Draft) -> bytes:
    """The draft in one format; a process that seeds again takes what it has made already."""
    key = (kind, repr(draft))
    if key not in MADE:
        MADE[key] = SETTERS[kind][1](draft)
    return MADE[key]


def put_file(draft: Draft, *, kind: str, stem: str, title: str, within: Collection) -> Document:
    """The draft as a document in one of the formats of SETTERS.

    Its words are what it was made of, so search knows them at once and no sweep reads the file again.
    """
    extension = SETTERS[kind][0]
    document = Document(title=title, collection=within)
    document.file = ContentFile(made_once(kind, draft), name=f"{stem}.{extension}")
    document._set_document_file_metadata()
    document.save()
    DocumentText.objects.create(
        document=document,
        state=DocumentText.State.READ,
        file_hash=document.file_hash,
        text="\n".join([draft.title, *draft.texts]),
        is_public=True,
        read_at=timezone.now(),
    )
    return document
