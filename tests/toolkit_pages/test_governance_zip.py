"""Chosen documents in one ZIP file: what comes, what never does, and what is said when nothing can come."""

import zipfile
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction

from lms.uploads.models import Document, DownloadCount
from tests.factories.library import GovernanceDocumentFactory, GovernanceLibraryFactory
from tests.factories.toolkit import DocumentFactory
from toolkit_pages.domain.zipping import name_within


@pytest.fixture
def documents(home):
    """Three documents, each with one version in Word."""
    library = GovernanceLibraryFactory()
    return [GovernanceDocumentFactory(parent=library, slug=slug) for slug in ("agreement", "terms", "ward")]


def taken(response) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(b"".join(response.streaming_content))) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_chosen_documents_come_in_one_file_and_are_counted(client, documents):
    agreement, terms, _adopted = documents
    address = reverse("toolkit_pages:governance_zip")
    response = client.get(address, {"document": [agreement.pk, terms.pk, agreement.pk, "x", 10**9]})
    assert response.headers["Content-Disposition"] == 'attachment; filename="documents.zip"'
    files = [page.current_version.word for page in (agreement, terms)]
    contents = {}
    for file in files:
        with file.open_file() as opened:
            contents[file.filename] = opened.read()
    assert taken(response) == contents
    counted = DownloadCount.objects.values_list("document", "day", "number")
    today = timezone.localdate()
    assert set(counted) == {(file.pk, today, 1) for file in files}


def test_what_is_private_or_not_published_is_left_out_of_the_file(client, documents):
    agreement, terms, adopted = documents
    members = Collection.get_first_root_node().add_child(name="Members")
    CollectionViewRestriction.objects.create(collection=members, restriction_type="login")
    file = agreement.current_version.word
    file.collection = members
    file.save()
    adopted.unpublish()
    address = reverse("toolkit_pages:governance_zip")
    chosen = {"document": [agreement.pk, terms.pk, adopted.pk]}
    assert list(taken(client.get(address, chosen))) == [terms.current_version.word.filename]
    assert client.get(address, {"document": [agreement.pk]}).status_code == 404


def test_where_the_first_format_is_private_the_next_one_comes(client, documents):
    agreement = documents[0]
    members = Collection.get_first_root_node().add_child(name="Members")
    CollectionViewRestriction.objects.create(collection=members, restriction_type="login")
    current = agreement.current_version
    current.pdf = DocumentFactory(name="agreement.pdf")
    current.save()
    current.word.collection = members
    current.word.save()
    address = reverse("toolkit_pages:governance_zip")
    assert list(taken(client.get(address, {"document": agreement.pk}))) == [current.pdf.filename]


@pytest.mark.parametrize(
    ("query", "status", "reason"),
    [
        ("", 404, "Tick at least one document in the list, then download."),
        ("?document=x", 404, "Tick at least one document in the list, then download."),
        ("?document=999999", 404, "The document has no file that everybody may have."),
        ("?" + "&".join(f"document={key}" for key in range(1, 62)), 400, "Tick 60 documents at most."),
    ],
)
def test_a_choice_of_which_no_file_can_be_made_is_explained_and_leads_back(client, documents, query, status, reason):
    response = client.get(reverse("toolkit_pages:governance_zip") + query)
    assert response.status_code == status
    html = response.content.decode()
    assert reason in html
    assert 'href="/governance-library/">Go to: Governance library</a>' in html
    assert not DownloadCount.objects.exists()


def test_more_than_one_file_may_hold_is_refused_and_nothing_is_left_out_unsaid(client, documents):
    agreement, terms, _adopted = documents
    Document.objects.filter(pk=terms.current_version.word.pk).update(file_size=200 * 1024 * 1024)
    address = reverse("toolkit_pages:governance_zip")
    response = client.get(address, {"document": [agreement.pk, terms.pk]})
    assert response.status_code == 400
    assert "These documents have more than 200 MB together." in response.content.decode()
    assert client.get(address, {"document": [agreement.pk]}).status_code == 200


def test_a_question_about_the_file_counts_no_download(client, documents):
    response = client.head(reverse("toolkit_pages:governance_zip"), {"document": [documents[0].pk]})
    assert (response.status_code, DownloadCount.objects.count()) == (200, 0)


def test_only_what_can_be_downloaded_can_be_ticked(client, documents):
    members = Collection.get_first_root_node().add_child(name="Members")
    CollectionViewRestriction.objects.create(collection=members, restriction_type="login")
    agreement, terms, adopted = documents
    Document.objects.filter(pk=agreement.current_version.word_id).update(collection=members)
    html = client.get("/governance-library/").content.decode()
    assert [f'id="document-{page.pk}"' in html for page in documents] == [False, True, True]


def test_two_files_of_one_name_both_come():
    names = set()
    assert [name_within(names, name) for name in ("a.docx", "A.docx", "a.docx")] == ["a.docx", "A-2.docx", "a-3.docx"]
