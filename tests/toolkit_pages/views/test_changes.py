"""What changed: which things are told of, under which month and kind, neutral feeds, and how many queries they take."""

import datetime
from xml.etree import ElementTree

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from lms import kept
from lms.authorities.models import AuthorityVersion
from tests.factories.courses import ModuleFactory
from tests.factories.libraries import (
    GlossaryTermFactory,
    LawItemFactory,
    LawLibraryFactory,
    PartnershipFactory,
)
from tests.factories.toolkit import AuthorityFactory, ToolkitPageFactory

ATOM = "{http://www.w3.org/2005/Atom}"


def at(month, day=1):
    return datetime.datetime(2026, month, day, 12, tzinfo=datetime.UTC)


def published(thing, first, last=None):
    """The thing as it would be had it been published then."""
    model = type(thing)
    model.objects.filter(pk=thing.pk).update(first_published_at=first, last_published_at=last or first)
    return thing


def titles(response):
    return [change.title for month in response.context["months"] for change in month.changes]


@pytest.fixture
def several(home):
    """One change of each of five kinds, a month apart."""
    published(ToolkitPageFactory(title="Run a meeting"), at(1))
    library = published(LawLibraryFactory(), at(1, 2))
    published(LawItemFactory(parent=library, title="An Act"), at(2))
    published(GlossaryTermFactory(term="NRM", slug="nrm"), at(3))
    published(PartnershipFactory(name="Marchshire"), at(4), at(5))
    version = AuthorityVersion.objects.create(
        authority=AuthorityFactory(title="Duty to notify"), what_changed="A new list of authorities."
    )
    AuthorityVersion.objects.filter(pk=version.pk).update(noted_at=at(6))


def test_changes_of_every_kind_stand_under_their_months_the_latest_first(client, several):
    response = client.get("/changes/")
    assert titles(response) == ["Duty to notify", "Marchshire", "NRM", "An Act", "Run a meeting"]
    assert [month.on.month for month in response.context["months"]] == [6, 5, 3, 2, 1]
    news = {change.title: change.is_new for month in response.context["months"] for change in month.changes}
    assert news == {"Duty to notify": False, "Marchshire": False, "NRM": True, "An Act": True, "Run a meeting": True}


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        ("glossary", ["NRM"]),
        ("change-of-law", ["Duty to notify"]),
        ("documents", []),
        ("unknown", ["Duty to notify", "Marchshire", "NRM", "An Act", "Run a meeting"]),
    ],
)
def test_one_kind_can_be_shown_alone(client, several, kind, found):
    assert titles(client.get("/changes/", {"kind": kind})) == found


def test_drafts_private_pages_and_unexplained_versions_are_not_told(client, home):
    published(ToolkitPageFactory(live=False), at(1))
    page = published(ToolkitPageFactory(), at(1))
    Page.objects.get(pk=page.pk).view_restrictions.create(restriction_type="login")
    published(GlossaryTermFactory(live=False), at(1))
    AuthorityVersion.objects.create(authority=AuthorityFactory(), what_changed="")
    response = client.get("/changes/")
    assert titles(response) == []
    assert "Nothing has been published yet" in response.content.decode()


def test_the_feed_has_neutral_titles_and_no_telling_text(client, home):
    page = ToolkitPageFactory(title="Support survivors", neutral_title="Support", intro="Ask a survivor first.")
    published(page, at(1))
    published(ModuleFactory(title="T2 Responding", summary="Speak to someone alone."), at(2))
    root = ElementTree.fromstring(client.get("/changes/atom.xml").content)
    assert root.findtext(f"{ATOM}title") == "What changed – Toolkit and Training"
    entries = [
        (entry.findtext(f"{ATOM}title"), entry.findtext(f"{ATOM}summary")) for entry in root.iter(f"{ATOM}entry")
    ]
    assert entries == [("Training: T2 Responding", "Speak to someone alone."), ("Guidance: Support", "")]


def test_a_feed_of_one_kind_has_only_that_and_rss_says_the_same(client, several):
    root = ElementTree.fromstring(client.get("/changes/rss.xml?kind=glossary").content)
    assert [item.findtext("title") for item in root.iter("item")] == ["Glossary: NRM"]
    assert [item.findtext("link") for item in root.iter("item")] == ["http://testserver/glossary/#nrm"]


@pytest.mark.parametrize("form", ["atom", "rss"])
def test_a_character_that_xml_cannot_hold_costs_no_feed(client, home, form):
    published(GlossaryTermFactory(term="N\x0bRM", slug="nrm", definition="How people\x0bare\x01 identified."), at(1))
    response = client.get(f"/changes/{form}.xml")
    assert response.status_code == 200
    told = {element.text for element in ElementTree.fromstring(response.content).iter()}
    assert {"Glossary: N RM", "How people are  identified."} < told


def test_the_page_names_its_feeds_with_the_kind_shown(client, several):
    html = client.get("/changes/?kind=glossary").content.decode()
    assert 'href="/changes/atom.xml?kind=glossary"' in html
    assert 'type="application/rss+xml"' in html


def test_three_changes_take_no_more_queries_than_one(client, home):
    published(ToolkitPageFactory(), at(1))
    cache.clear()
    kept.forget()
    with CaptureQueriesContext(connection) as one:
        client.get("/changes/")
    published(ToolkitPageFactory(), at(2))
    published(ToolkitPageFactory(), at(3))
    cache.clear()  # a whole page may be kept for visitors who are not signed in
    kept.forget()  # and what is kept may not change while a page is drawn
    with CaptureQueriesContext(connection) as three:
        client.get("/changes/")
    assert len(three) == len(one) <= 13
