"""The governance library: the list by facets and words, a document with its versions, and several in one file."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from lms import kept
from tests.factories.library import GovernanceDocumentFactory, GovernanceLibraryFactory, read_everything, version
from toolkit_pages.models import GovernanceDocumentPage, SearchSynonym

MAY, APRIL = date(2026, 5, 5), date(2026, 4, 14)
MOST_QUERIES = 10


@pytest.fixture
def library(home):
    return GovernanceLibraryFactory()


@pytest.fixture
def documents(library):
    """Three documents of two types, one of them adopted and for Scotland."""
    agreement = GovernanceDocumentFactory(
        parent=library,
        title="Information sharing agreement",
        slug="agreement",
        document_type="information-sharing-agreement",
        nations=["england", "wales"],
        versions=[("2", APRIL, "Housing providers sign first."), ("1", date(2025, 4, 1), "Ferries only.")],
    )
    terms = GovernanceDocumentFactory(parent=library, slug="terms", nations=["england"])
    adopted = GovernanceDocumentFactory(
        parent=library,
        title="Ward agreement",
        slug="ward",
        document_type="information-sharing-agreement",
        status="adopted",
        nations=["scotland"],
        versions=[("1", MAY, "The housing duty officer answers.")],
    )
    return agreement, terms, adopted


def titles(response):
    return [row.page.title for row in response.context["rows"]]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Ward agreement", "Information sharing agreement", "Terms of reference"]),
        ("?sort=title", ["Information sharing agreement", "Terms of reference", "Ward agreement"]),
        ("?type=terms-of-reference", ["Terms of reference"]),
        ("?nation=wales&nation=scotland", ["Ward agreement", "Information sharing agreement"]),
        ("?status=adopted", ["Ward agreement"]),
        ("?q=housing&sort=title", ["Information sharing agreement", "Ward agreement"]),
        ("?q=housing&nation=england", ["Information sharing agreement"]),
        ("?q=ferries", []),
        ("?type=terms-of-reference&nation=scotland", []),
        ("?page=99", ["Ward agreement", "Information sharing agreement", "Terms of reference"]),
    ],
)
def test_the_list_is_narrowed_by_facets_and_by_words_inside_the_current_files(client, documents, query, expected):
    assert titles(client.get(f"/governance-library/{query}")) == expected


def test_a_row_quotes_the_file_around_the_words_and_says_what_the_document_is(client, documents):
    html = client.get("/governance-library/?q=housing&nation=wales").content.decode()
    assert "<mark>Housing</mark> providers sign first." in html
    assert "Version 2, 14 April 2026" in html
    assert "England and Wales" in html
    assert "1 document<" in html


def test_nothing_matching_offers_the_filter_to_take_off(client, documents):
    html = client.get("/governance-library/?q=housing&type=terms-of-reference").content.decode()
    assert "No document matches both of these" in html
    assert "Show the 2 documents" in html
    assert 'href="?q=housing"' in html


def test_a_nation_with_its_own_law_is_said_to_have_it(client, documents):
    html = client.get("/governance-library/?type=terms-of-reference&nation=northern-ireland").content.decode()
    assert "1 document matches without Northern Ireland. Northern Ireland has its own law" in html


def test_a_library_without_documents_says_so(client, library):
    assert "No document is published yet" in client.get("/governance-library/").content.decode()


def test_the_words_of_a_private_file_are_neither_found_nor_quoted(client, documents, library):
    members = Collection.get_first_root_node().add_child(name="Members")
    CollectionViewRestriction.objects.create(collection=members, restriction_type="login")
    page = GovernanceDocumentFactory(parent=library, title="Members’ list", slug="members")
    page.versions = [version("members", "2", MAY, "Lighthouse and housing", collection=members)]
    page.save_revision().publish()
    read_everything()
    assert titles(client.get("/governance-library/?q=lighthouse")) == []
    html = client.get("/governance-library/members/").content.decode()
    assert "Not for everybody: you will be asked to sign in or for a password." in html
    assert client.get(page.current_version.word.url).status_code == 302


def test_words_are_not_quoted_any_more_the_moment_their_collection_is_private(client, documents):
    agreement = documents[0]
    members = Collection.get_first_root_node().add_child(name="Members")
    file = agreement.current_version.word
    file.collection = members
    file.save()
    address = "/governance-library/?q=housing&nation=wales"
    assert "providers sign first" in client.get(address).content.decode()
    CollectionViewRestriction.objects.create(collection=members, restriction_type="login")
    assert "providers sign first" not in client.get(address).content.decode()
    assert "providers sign first" not in client.get("/search/?q=housing").content.decode()


def test_words_that_editors_say_mean_the_same_are_found_and_marked_in_the_library_too(client, documents):
    SearchSynonym.objects.create(words="boats, ferries, housing")
    response = client.get("/governance-library/?q=boats&sort=title")
    assert titles(response) == ["Information sharing agreement", "Ward agreement"]
    assert "<mark>Housing</mark> providers sign first." in response.content.decode()


def test_a_document_of_more_different_words_than_an_index_holds_is_published_all_the_same(client, library):
    links = " ".join(f"https://a{number:x}.example.org/b{number:x}" for number in range(12_000))
    page = GovernanceDocumentFactory(parent=library, slug="links", versions=[("1", MAY, f"Ferries {links}")])
    assert titles(client.get("/governance-library/?q=ferries")) == [page.title]


def test_a_document_goes_with_pages_that_anybody_may_read(client, documents, library):
    agreement, terms, adopted = documents
    private = GovernanceDocumentFactory(parent=library, title="Members’ list", slug="members")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    adopted.unpublish()
    agreement.goes_with = [("page", page) for page in (terms, private, adopted)]
    agreement.save_revision().publish()
    shown = client.get("/governance-library/agreement/").context["shown"]
    assert [page.title for page in shown.goes_with] == ["Terms of reference"]


def test_drafts_are_in_no_list(client, documents, library):
    GovernanceDocumentPage.objects.get(slug="ward").unpublish()
    assert titles(client.get("/governance-library/")) == ["Information sharing agreement", "Terms of reference"]


def test_a_document_lists_its_versions_and_which_replaced_which(client, documents):
    html = client.get("/governance-library/agreement/").content.decode()
    assert html.index("Changes of 2.") < html.index("Changes of 1. Replaced by version 2.")
    assert html.count('<span class="tag tag--ok">Current</span>') == 1
    assert "Download Word" in html


def test_the_newest_day_of_approval_makes_the_current_version_wherever_the_editor_put_it(documents):
    agreement = documents[0]
    agreement.versions = [*agreement.versions.all(), version("agreement", "3", MAY, "Buses.")]
    agreement.save_revision().publish()
    page = GovernanceDocumentPage.objects.get(pk=agreement.pk)
    assert [each.number for each in page.versions_in_order] == ["3", "2", "1"]
    assert page.current_version.number == "3"


def test_a_web_version_has_an_address_of_its_own_and_others_have_none(client, documents):
    agreement = documents[0]
    table = {
        "caption": "Contacts",
        "columns": [{"type": "text", "heading": "Agency"}, {"type": "text", "heading": "Number"}],
        "rows": [{"values": ["Police", "[number]"]}],
    }
    stream = agreement._meta.get_field("web_version").stream_block
    agreement.web_version = stream.to_python(
        [{"type": "rich_text", "value": "<h2>Why we share</h2>"}, {"type": "table", "value": table}]
    )
    agreement.save_revision().publish()
    html = client.get("/governance-library/agreement/read/").content.decode()
    assert "Why we share</h2>" in html
    assert '<td role="cell" data-label="Number"><span>[number]</span></td>' in html
    assert "Web page, Word" in client.get("/governance-library/").content.decode()
    assert client.get("/governance-library/ward/read/").status_code == 404


def test_the_number_of_queries_does_not_grow_with_the_list(client, library):
    def asked(path):
        kept.forget()
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(path).status_code == 200
        return len(queries)

    GovernanceDocumentFactory(parent=library, slug="first")
    paths = ["/governance-library/", "/governance-library/?q=members", "/governance-library/first/"]
    client.get("/")  # what is read once by a process
    one = [asked(path) for path in paths]
    for slug in ("second", "third"):
        GovernanceDocumentFactory(parent=library, slug=slug)
    assert [asked(path) for path in paths] == one


def test_a_list_of_five_thousand_takes_few_queries(client, library):
    plant(library, number=5_000)
    client.get("/")  # what every page of the site reads once
    with CaptureQueriesContext(connection) as queries:
        response = client.get("/governance-library/?type=strategy&nation=wales&sort=title&page=3")
    assert response.context["page_obj"].paginator.count == 2_500
    assert len(titles(response)) == 20
    assert len(queries) <= MOST_QUERIES


def plant(library, *, number):
    """Put this many documents below the library, in two statements."""
    like = Page.objects.get(pk=GovernanceDocumentFactory(parent=library, slug="like", versions=[]).pk)
    pages = Page.objects.bulk_create(
        Page(
            path=Page._get_path(library.path, like.depth, place + 2),
            depth=like.depth,
            title=f"Planted {place:04}",
            slug=f"planted-{place}",
            url_path=f"{library.url_path}planted-{place}/",
            content_type_id=like.content_type_id,
            locale_id=like.locale_id,
        )
        for place in range(number)
    )
    documents = [
        GovernanceDocumentPage(
            page_ptr_id=page.pk,
            document_type="strategy" if place % 2 else "risk-register",
            nations=["wales"],
            review_on=date(2027, 1, 1) + timedelta(days=place),
        )
        for place, page in enumerate(pages)
    ]
    # Django makes rows of a table that continues another one by one only; the first half is there already.
    fields = list(GovernanceDocumentPage._meta.local_concrete_fields)
    GovernanceDocumentPage._base_manager.all()._insert(documents, fields=fields, using="default")
    kept.forget()
