"""Links in the admin: the broken ones with the content that holds them, and a second look."""

import datetime

import pytest
from django.utils import timezone

from lms.design_system.models import SiteSettings
from lms.freshness.domain.link_collecting import collect_links, hash_of
from lms.freshness.models import Link
from tests.factories.toolkit import ToolkitPageFactory

URL = "/admin/freshness/links/"
LIST_QUERIES = 14
BACKEND = "lms.people.backends.SignedInBackend"


@pytest.fixture
def editing(client, erin, home):
    """A browser with erin signed in."""
    client.force_login(erin, backend=BACKEND)
    SiteSettings.objects.update(exit_url="")
    return client


def broken(number=1):
    """Pages that hold a broken link each."""
    for place in range(number):
        text = f'<p><a href="https://a.example.org/{place}">a</a></p>'
        ToolkitPageFactory(title=f"Page {place}", body=[("rich_text", text)])
    collect_links()
    Link.objects.update(state="broken", problem="The page is not there any more (404).", status=404)


def test_a_broken_link_is_shown_with_the_page_that_holds_it(editing):
    broken()
    html = editing.get(URL).content.decode()
    assert "https://a.example.org/0" in html
    assert "The page is not there any more (404)." in html
    assert "Page 0</a>" in html
    assert "https://a.example.org/0" not in editing.get(URL, {"state": "works"}).content.decode()
    assert "1 link is broken" in editing.get("/admin/freshness/").content.decode()


def test_a_link_is_made_due_again(editing):
    broken()
    link = Link.objects.get()
    Link.objects.update(next_check_at=timezone.now() + datetime.timedelta(days=9))
    answer = editing.post(f"{URL}{link.pk}/again/")
    assert answer["Location"] == f"{URL}?state=broken"
    link.refresh_from_db()
    assert link.next_check_at <= timezone.now()


def test_looking_again_takes_a_post(editing):
    broken()
    assert editing.get(f"{URL}{Link.objects.get().pk}/again/").status_code == 405


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_takes_the_same_queries_for_one_link_and_for_three(editing, rows, django_assert_num_queries):
    broken(rows)
    editing.get(URL)
    with django_assert_num_queries(LIST_QUERIES):
        assert editing.get(URL).content.decode().count("a.example.org/") >= rows


def test_the_next_page_shows_the_same_state(editing):
    for number in range(26):
        url = f"https://a.example.org/{number:02}"
        Link.objects.create(url=url, url_hash=hash_of(url), state="works", next_check_at=timezone.now())
    html = editing.get(URL, {"state": "works"}).content.decode()
    assert 'href="?state=works&amp;p=2"' in html
    assert "https://a.example.org/25" in editing.get(f"{URL}?state=works&p=2").content.decode()


def test_of_very_many_places_ten_are_named(editing):
    for place in range(12):
        ToolkitPageFactory(title=f"Page {place}", body=[("rich_text", '<p><a href="https://a.example.org/">a</a></p>')])
    collect_links()
    html = editing.get(URL, {"state": "waiting"}).content.decode()
    assert (html.count(">Page "), "and 2 more" in html) == (10, True)
