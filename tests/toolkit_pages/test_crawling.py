"""Sitemap, robots.txt and redirects: what is public can be found, and keeps being found after a move."""

from xml.etree import ElementTree

import pytest
from django.templatetags.static import static
from wagtail.models import PageViewRestriction

from tests.factories.checklist import ChecklistItemFactory, ChecklistThemeFactory
from tests.factories.courses import ModuleFactory
from tests.factories.libraries import PartnershipFactory
from tests.factories.toolkit import ToolkitIndexPageFactory, ToolkitPageFactory

LOCATION = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


@pytest.fixture
def section(home):
    return ToolkitIndexPageFactory(slug="resources")


def test_the_sitemap_names_public_pages_and_published_modules(client, section):
    ToolkitPageFactory(parent=section, slug="meeting")
    ToolkitPageFactory(parent=section, slug="draft", live=False)
    private = ToolkitPageFactory(parent=section, slug="private")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    ModuleFactory(slug="t1-seeing-it")
    ModuleFactory(slug="t2-draft", live=False)
    ChecklistItemFactory(theme=ChecklistThemeFactory(slug="training"))
    ChecklistItemFactory(theme=ChecklistThemeFactory(slug="draft", live=False))
    tree = ElementTree.fromstring(client.get("/sitemap.xml").content)
    assert [location.text for location in tree.iter(LOCATION)] == [
        "http://testserver/",
        "http://testserver/resources/",
        "http://testserver/resources/meeting/",
        "http://testserver/training/t1-seeing-it/",
        "http://testserver/checklist/themes/training/",
    ]


def test_robots_keeps_search_engines_out_of_what_is_personal(client, home):
    response = client.get("/robots.txt")
    lines = response.content.decode().splitlines()
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert {"Disallow: /people/", "Disallow: /c/", "Disallow: /search/", "Disallow: /checklist/result/"} <= set(lines)
    assert lines[-1] == "Sitemap: http://testserver/sitemap.xml"


def test_a_page_that_was_renamed_is_found_at_its_old_address(client, section, django_capture_on_commit_callbacks):
    page = ToolkitPageFactory(parent=section, slug="meeting")
    page.slug = "first-meeting"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    response = client.get("/resources/meeting/")
    assert (response.status_code, response["Location"]) == (301, "/resources/first-meeting/")


def test_a_page_that_was_moved_is_found_at_its_old_address(client, section, django_capture_on_commit_callbacks):
    other = ToolkitIndexPageFactory(slug="partnership")
    page = ToolkitPageFactory(parent=section, slug="meeting")
    with django_capture_on_commit_callbacks(execute=True):
        page.move(other, pos="last-child")
    response = client.get("/resources/meeting/")
    assert (response.status_code, response["Location"]) == (301, "/partnership/meeting/")


@pytest.mark.parametrize(
    ("factory", "address"),
    [(ChecklistThemeFactory, "/checklist/themes/{}/"), (PartnershipFactory, "/partnerships/{}/")],
)
def test_a_theme_and_a_partnership_are_found_at_their_old_addresses(client, home, factory, address):
    thing = factory(slug="the-coast")
    thing.slug = "the-quayside"
    thing.save_revision()
    assert client.get(address.format("the-quayside")).status_code == 404
    thing.get_latest_revision().publish()
    response = client.get(address.format("the-coast"))
    assert (response.status_code, response["Location"]) == (301, address.format("the-quayside"))


def test_the_sitemap_names_published_partnerships(client, home):
    found = PartnershipFactory(slug="marchshire")
    PartnershipFactory(slug="a-draft", live=False)
    text = client.get("/sitemap.xml").content.decode()
    assert f"{found.get_absolute_url()}</loc>" in text
    assert "a-draft" not in text


def test_what_is_no_page_gets_the_sites_icon(client, db):
    response = client.get("/favicon.ico")
    assert (response.status_code, response["Location"]) == (302, static("build/icon.svg"))
