"""Public pages are kept between requests; a change shows at once, and what is not public is never kept."""

import pytest
from wagtail.models import PageViewRestriction

from lms.kept import State
from tests.factories.toolkit import ToolkitIndexPageFactory, ToolkitPageFactory

pytestmark = pytest.mark.django_db
WITHIN = 10  # queries of a page that was never asked for


@pytest.fixture
def page(home):
    section = ToolkitIndexPageFactory(slug="resources", title="Resources")
    return ToolkitPageFactory(parent=section, slug="this", title="This page", intro="As it was")


def test_a_page_asked_for_again_takes_no_query(client, page, django_assert_num_queries):
    first = client.get("/resources/this/")
    with django_assert_num_queries(0):
        assert client.get("/resources/this/").content == first.content


def test_what_is_published_shows_at_once_on_the_page_and_on_those_around_it(client, page, home):
    assert "As it was" in client.get("/resources/this/").content.decode()
    assert "This page" in client.get("/resources/").content.decode()
    page.title, page.intro = "Another title", "As it is"
    page.save_revision().publish()
    assert "As it is" in client.get("/resources/this/").content.decode()
    listing = client.get("/resources/").content.decode()
    assert "Another title" in listing
    assert "This page" not in listing


def test_a_draft_of_a_page_changes_nothing_that_visitors_see(client, page):
    client.get("/resources/this/")
    page.intro = "Not yet"
    page.save_revision()
    assert "As it was" in client.get("/resources/this/").content.decode()


def test_a_page_taken_back_moved_or_deleted_is_gone_at_once(client, page, home):
    other = ToolkitIndexPageFactory(slug="elsewhere")
    assert client.get("/resources/this/").status_code == 200
    page.move(other, pos="last-child")
    assert client.get("/elsewhere/this/").status_code == 200
    assert client.get("/resources/this/", follow=True).redirect_chain == [("/elsewhere/this/", 301)]
    page.refresh_from_db()
    page.unpublish()
    assert client.get("/elsewhere/this/").status_code == 404


def test_a_page_that_needs_signing_in_is_never_kept(client, page, alice):
    assert client.get("/resources/this/").status_code == 200
    PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login")
    assert client.get("/resources/this/").status_code == 302
    client.force_login(alice, backend="django.contrib.auth.backends.ModelBackend")
    assert "As it was" in client.get("/resources/this/").content.decode()
    client.logout()
    assert client.get("/resources/this/").status_code == 302


def test_addresses_that_lead_nowhere_are_not_kept(client, page):
    client.get("/resources/this/")
    before = len(State.values)
    for number in range(3):
        assert client.get(f"/guess-{number}/").status_code == 404
    kept = [key for key in State.values if "guess" in str(key)]
    assert kept == []
    assert len(State.values) - before < 10


def test_the_frame_around_a_kept_page_is_each_visitor_s_own(client, page, alice, bob):
    for person in (alice, bob):
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        html = client.get("/resources/this/").content.decode()
        assert person.full_name in html
    client.logout()
    html = client.get("/resources/this/").content.decode()
    assert [name for name in (alice.full_name, bob.full_name) if name in html] == []
    assert "Sign in" in html


def test_other_methods_than_reading_are_wagtail_s_to_answer(client, page):
    assert client.head("/resources/this/").status_code == 200
    assert client.put("/resources/this/").status_code in (200, 405)


@pytest.mark.parametrize("address", ["/", "/resources/", "/resources/this/"])
def test_a_page_never_asked_for_keeps_within_its_queries(client, page, address, django_assert_max_num_queries):
    client.get("/design-system/")
    with django_assert_max_num_queries(WITHIN):
        client.get(address)
