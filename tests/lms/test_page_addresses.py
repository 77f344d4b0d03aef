"""Pages are known by the first part of their address; no other address of the site may begin so."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.urls import get_resolver, include, path, re_path, resolve

from lms.page_addresses import first_parts, taken
from tests.factories.toolkit import HomePageFactory, ToolkitPageFactory


def answer(request):
    raise AssertionError("never called")


def test_an_address_that_begins_as_no_other_is_a_page_s():
    assert resolve("/support/care-plan/").url_name == "page"
    assert resolve("/support/care-plan/").kwargs == {"path": "support/care-plan/"}


@pytest.mark.parametrize("address", ["/training/t1/", "/admin/", "/people/", "/search/", "/_util/login/"])
def test_what_begins_as_another_address_is_compared_with_all_of_them(address):
    assert resolve(address).url_name not in ("page", "wagtail_serve")


@pytest.mark.parametrize("address", ["/", "/training/about/us/too/far/down/"])
def test_a_page_may_stand_below_another_address_or_be_the_home_page(address):
    assert resolve(address).url_name == "wagtail_serve"


def test_every_address_of_the_site_begins_with_a_word():
    assert {"admin", "training", "people", "sitemap.xml", "_util"} <= taken()
    assert taken() == set(first_parts(get_resolver().url_patterns))


@pytest.mark.parametrize("pattern", [path("<slug:slug>/", answer), re_path(r"^(\w+)/$", answer)])
def test_an_address_that_could_be_any_page_s_is_refused(pattern):
    with pytest.raises(ImproperlyConfigured, match="begin it with a word"):
        list(first_parts([path("", include([pattern]))]))


def test_a_page_is_served_at_its_address(client, db):
    HomePageFactory()
    page = ToolkitPageFactory(title="Planning together", slug="planning-together")
    assert client.get(page.get_url()).status_code == 200
    assert client.get("/not-there/").status_code == 404
