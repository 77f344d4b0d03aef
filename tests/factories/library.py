"""Factories of libraries: governance documents with versions and files, resources, and the words of a file."""

import datetime
from io import BytesIO

import docx
from django.utils import timezone

from lms.uploads.domain.texts import read_due_documents
from lms.uploads.models import DocumentText
from tests.factories.toolkit import DocumentFactory, PageFactory
from toolkit_pages.models import (
    DocumentVersion,
    GovernanceDocumentPage,
    GovernanceLibraryPage,
    ResourceFile,
    ResourceLibraryPage,
    ResourcePage,
)


def word_file(*paragraphs: str) -> bytes:
    """A Word file with these paragraphs."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


class GovernanceLibraryFactory(PageFactory):
    class Meta:
        model = GovernanceLibraryPage

    title = "Governance library"
    slug = "governance-library"
    intro = "Sample documents."
    show_in_menus = True


class GovernanceDocumentFactory(PageFactory):
    """A published document; `versions` are (number, day, words of its Word file), the newest first."""

    class Meta:
        model = GovernanceDocumentPage

    title = "Terms of reference"
    document_type = "terms-of-reference"
    facts_checked_on = datetime.date(2026, 4, 14)

    @classmethod
    def _create(cls, model_class, *args, versions=(("1", datetime.date(2026, 4, 14), "Members meet."),), **kwargs):
        page = super()._create(model_class, *args, **kwargs)
        page.versions = [version(page.slug, *each) for each in versions]
        page.save_revision().publish()
        return GovernanceDocumentPage.objects.get(pk=page.pk)


def version(stem: str, number: str, approved_on: datetime.date, words: str, **fields) -> DocumentVersion:
    """A version with a Word file whose words search knows, not saved yet."""
    file = DocumentFactory(title=f"{stem} {number}", name=f"{stem}-v{number}.docx", content=word_file(words), **fields)
    file._set_document_file_metadata()  # as the form of an upload does
    file.save()
    DocumentText.objects.create(
        document=file, state="read", file_hash=file.file_hash, text=words, is_public=True, read_at=timezone.now()
    )
    return DocumentVersion(number=number, approved_on=approved_on, what_changed=f"Changes of {number}.", word=file)


def read_everything() -> None:
    """Read the words out of all files, as the sweep does."""
    while read_due_documents():
        pass


class ResourceLibraryFactory(PageFactory):
    class Meta:
        model = ResourceLibraryPage

    title = "Resources"
    slug = "resources"
    show_in_menus = True


class ResourceFactory(PageFactory):
    """A published resource with the files given."""

    class Meta:
        model = ResourcePage

    topic = "awareness"
    kind = "guide"
    minutes = 5

    @classmethod
    def _create(cls, model_class, *args, files=(), **kwargs):
        page = super()._create(model_class, *args, **kwargs)
        for file in files:
            file.get_file_size()  # which an upload's form notes
        page.files = [ResourceFile(document=file) for file in files]
        page.save_revision().publish()
        return ResourcePage.objects.get(pk=page.pk)
