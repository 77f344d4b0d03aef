"""The resources: the list by topic, narrowed by facets and words, and a resource with its files."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Collection, CollectionViewRestriction

from lms import kept
from lms.uploads.models import Document
from tests.factories.library import (
    GovernanceLibraryFactory,
    ResourceFactory,
    ResourceLibraryFactory,
    read_everything,
    word_file,
)
from tests.factories.toolkit import DocumentFactory
from toolkit_pages.models import ResourcePage


@pytest.fixture
def library(home):
    return ResourceLibraryFactory()


@pytest.fixture
def resources(library):
    ResourceFactory(parent=library, title="Posters", slug="posters", kind="poster", nations=["wales"])
    ResourceFactory(parent=library, title="Audiences", slug="audiences", nations=["england"])
    ResourceFactory(
        parent=library,
        title="Emergency room",
        slug="room",
        topic="support",
        kind="form",
        intro="A list to walk through with.",
        files=[DocumentFactory(title="List for the room")],
    )


def groups(response):
    return [(group.title, [row.page.title for row in group.rows]) for group in response.context["groups"]]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", [("Raise awareness", ["Audiences", "Posters"]), ("Support survivors", ["Emergency room"])]),
        ("?topic=support", [("Support survivors", ["Emergency room"])]),
        ("?nation=wales", [("Raise awareness", ["Posters"])]),
        ("?file=yes", [("Support survivors", ["Emergency room"])]),
        ("?q=walk", [("Support survivors", ["Emergency room"])]),
        ("?kind=slides", []),
    ],
)
def test_the_list_is_grouped_by_topic_and_narrowed(client, resources, query, expected):
    assert groups(client.get(f"/resources/{query}")) == expected


def test_the_list_says_how_many_there_are_and_can_be_sorted(client, resources):
    html = client.get("/resources/?topic=awareness").content.decode()
    assert "<h2>2 resources</h2>" in html
    assert "<h2>1 resource</h2>" in client.get("/resources/?topic=support").content.decode()
    assert '<option value="title" selected>Title</option>' in html
    ResourcePage.objects.filter(slug="posters").update(facts_checked_on=date(2026, 5, 5))
    kept.forget()
    found = groups(client.get("/resources/?topic=awareness&sort=checked"))
    assert found == [("Raise awareness", ["Posters", "Audiences"])]


def test_the_list_leads_to_agreements_where_there_is_a_library_of_them(client, resources, home):
    assert "Looking for an agreement" not in client.get("/resources/").content.decode()
    GovernanceLibraryFactory()
    assert 'href="/governance-library/">governance library</a>' in client.get("/resources/").content.decode()


def test_a_resource_offers_its_files_and_its_neighbours(client, resources):
    html = client.get("/resources/room/").content.decode()
    assert "List for the room" in html
    assert "PDF, " in html
    assert "Audiences" not in html
    assert "Posters" in client.get("/resources/audiences/").content.decode()


@pytest.fixture
def checklist(library):
    """A resource whose file, which has been read, speaks of blankets; the page itself does not."""
    file = DocumentFactory(title="List", name="list.docx", content=word_file("Twenty blankets", "and a kettle"))
    return ResourceFactory(parent=library, title="Emergency room", slug="room", topic="support", files=[file])


def test_the_words_of_a_resources_files_are_found_and_quoted(client, checklist):
    assert groups(client.get("/resources/?q=blankets")) == []
    read_everything()
    for address in ("/resources/?q=blankets", "/search/?q=blankets"):
        html = client.get(address).content.decode()
        assert "Emergency room</a>" in html
        assert "Twenty <mark>blankets</mark>. and a kettle" in html


def test_the_words_of_a_private_file_of_a_resource_are_neither_found_nor_quoted(client, checklist):
    read_everything()
    members = Collection.get_first_root_node().add_child(name="Members")
    Document.objects.update(collection=members)
    CollectionViewRestriction.objects.create(collection=members, restriction_type="login")
    for address in ("/resources/?q=blankets", "/search/?q=blankets"):
        assert "Twenty" not in client.get(address).content.decode()
    read_everything()
    assert groups(client.get("/resources/?q=blankets")) == []
    assert client.get("/search/?q=blankets").context["rows"] == []


def test_a_library_without_resources_says_where_to_go(client, library):
    assert "Nothing is published here yet" in client.get("/resources/").content.decode()


def test_the_number_of_queries_does_not_grow_with_the_list(client, library):
    def asked(path):
        kept.forget()
        with CaptureQueriesContext(connection) as queries:
            assert client.get(path).status_code == 200
        return len(queries)

    ResourceFactory(parent=library, slug="first", files=[DocumentFactory()])
    client.get("/")  # what is read once by a process
    paths = ["/resources/", "/resources/?q=meeting", "/resources/first/"]
    one = [asked(path) for path in paths]
    for slug in ("second", "third"):
        ResourceFactory(parent=library, slug=slug, files=[DocumentFactory()])
    assert [asked(path) for path in paths] == one
