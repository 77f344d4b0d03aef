"""Downloads are counted by the day, once for each, and nothing about who asked is kept."""

from datetime import timedelta

import pytest
from django.utils import timezone

from lms.uploads.domain.downloads import count_downloads, downloads
from lms.uploads.models import DownloadCount
from tests.factories.toolkit import DocumentFactory

pytestmark = pytest.mark.django_db


def counted():
    return list(DownloadCount.objects.values_list("number", flat=True))


def test_a_document_fetched_twice_counts_two_on_one_row(client):
    document = DocumentFactory()
    assert client.get(document.url).status_code == 200
    assert client.get(document.url).status_code == 200
    assert counted() == [2]
    assert {field.name for field in DownloadCount._meta.fields} == {"id", "document", "day", "number"}


@pytest.mark.parametrize(
    ("headers", "status", "expected"),
    [
        ({"Range": "bytes=0-3"}, 206, [1]),
        ({"Range": "bytes=4-"}, 206, []),
        ({"Range": "bytes=-4"}, 206, []),
        ({"Range": "bytes=999999-"}, 416, []),
    ],
)
def test_a_download_in_parts_counts_once_with_its_first_part(client, headers, status, expected):
    assert client.get(DocumentFactory().url, headers=headers).status_code == status
    assert counted() == expected


def test_a_question_about_a_document_is_no_download(client):
    document = DocumentFactory()
    etag = client.head(document.url).headers["ETag"]
    assert client.get(document.url, headers={"If-None-Match": etag}).status_code == 304
    assert counted() == []


def test_downloads_are_summed_from_a_day_on():
    first, second = DocumentFactory(), DocumentFactory()
    count_downloads([first, second])
    count_downloads([first])
    today = timezone.localdate()
    DownloadCount.objects.create(document=first, day=today - timedelta(days=40), number=9)
    assert downloads([first, second], since=today - timedelta(days=30)) == {first.pk: 2, second.pk: 1}
