"""Whole answers for visitors without a session: the same for everybody, gone with a change, never somebody's own."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory, override_settings
from wagtail.models import Site

from lms.kept import State
from lms.public_pages import PublicPages, public
from tests.factories.toolkit import ToolkitIndexPageFactory, ToolkitPageFactory

pytestmark = pytest.mark.django_db
ADDRESS = "/resources/this/"


@pytest.fixture
def page(home):
    section = ToolkitIndexPageFactory(slug="resources", title="Resources")
    return ToolkitPageFactory(parent=section, slug="this", title="This page", intro="As it was")


def asked(view, **headers):
    """What the middleware answers around this view to a visitor with these headers, twice, and how often it asked."""
    times = []

    def counted(request):
        times.append(request)
        return view(request)

    middleware = PublicPages(counted)
    answers = [middleware(RequestFactory().get("/page/", **headers)).content for _time in range(2)]
    return answers, len(times)


def test_what_is_public_is_made_once():
    assert asked(public(lambda request: HttpResponse("for all"))) == ([b"for all", b"for all"], 1)


def test_what_no_view_calls_public_is_made_for_each():
    assert asked(lambda request: HttpResponse("for one"))[1] == 2


@pytest.mark.parametrize("cookie", ["sessionid=abc", "messages=abc", "django_language=cy"])
def test_whoever_brings_a_session_a_message_or_a_language_is_answered_anew(cookie):
    assert asked(public(lambda request: HttpResponse("for all")), HTTP_COOKIE=cookie)[1] == 2


def test_whoever_names_themselves_or_asks_a_question_is_answered_anew():
    view = public(lambda request: HttpResponse("for all"))
    assert asked(view, HTTP_AUTHORIZATION="Basic abc")[1] == 2
    assert asked(view, QUERY_STRING="q=housing")[1] == 2


def test_an_answer_with_a_cookie_or_meant_for_one_is_never_kept():
    def with_cookie(request):
        response = HttpResponse("for one")
        response.set_cookie("sessionid", "abc")
        return response

    assert asked(public(with_cookie))[1] == 2
    assert asked(public(lambda request: HttpResponse("for one", headers={"Cache-Control": "private"})))[1] == 2
    assert asked(public(lambda request: HttpResponse("gone", status=404)))[1] == 2


def test_a_page_kept_for_all_is_not_what_somebody_signed_in_gets_nor_the_other_way_round(client, page, alice):
    for_all = client.get(ADDRESS).content
    client.force_login(alice)
    own = client.get(ADDRESS).content.decode()
    assert "Alice" in own
    client.logout()
    assert client.get(ADDRESS).content == for_all
    assert "Alice" not in for_all.decode()


def test_a_kept_page_has_every_header_of_a_fresh_one(client, page):
    assert dict(client.get(ADDRESS).headers) == dict(client.get(ADDRESS).headers)
    assert "Content-Security-Policy" in client.get(ADDRESS).headers


@override_settings(ALLOWED_HOSTS=["one.example.org", "two.example.org"])
def test_each_site_has_its_own_and_a_host_that_is_not_ours_has_none(client, page):
    other = ToolkitIndexPageFactory(slug="other", title="The other site")
    Site.objects.create(hostname="two.example.org", port=80, root_page=other)
    ToolkitPageFactory(parent=other, slug="page", intro="Of the other site")
    assert client.get(ADDRESS, HTTP_HOST="one.example.org").status_code == 200
    assert client.get(ADDRESS, HTTP_HOST="two.example.org").status_code == 404
    assert "Of the other site" in client.get("/page/", HTTP_HOST="two.example.org").content.decode()
    assert client.get("/page/", HTTP_HOST="one.example.org").status_code == 404
    assert client.get(ADDRESS, HTTP_HOST="unknown.example.org").status_code == 400


def test_no_way_to_write_a_host_fills_the_memory(client, page):
    client.get(ADDRESS)
    client.get(ADDRESS, HTTP_HOST="elsewhere.example.org")
    before = len(State.values)
    for host in ("TestServer", "testserver:81", "testserver.", "Elsewhere.example.org:8080", "another.example.org"):
        assert client.get(ADDRESS, HTTP_HOST=host).status_code == 200
    assert len(State.values) == before


def test_questions_fill_no_memory_either(client, page):
    client.get(ADDRESS, {"page": 0})
    before = len(State.values)
    for number in range(20):
        assert client.get(ADDRESS, {"page": number}).status_code == 200
        assert client.get("/search/", {"q": f"word{number}"}).status_code == 200
    assert len(State.values) - before < 20


def test_what_is_published_replaces_what_was_kept(client, page):
    assert "As it was" in client.get(ADDRESS).content.decode()
    page.intro = "As it is"
    page.save_revision().publish()
    assert "As it is" in client.get(ADDRESS).content.decode()
