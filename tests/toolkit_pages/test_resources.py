"""The resources: the list by topic, narrowed by facets and words, and a resource with its files."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lms import kept
from tests.factories.library import GovernanceLibraryFactory, ResourceFactory, ResourceLibraryFactory
from tests.factories.toolkit import DocumentFactory


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
