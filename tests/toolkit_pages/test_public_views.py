"""Pages outside the page tree that are the same for every visitor: kept whole, made anew, and never anyone's own."""

import pytest
from django.test import Client

from courses.domain.enrolling import enrol
from courses.domain.progress import open_lesson
from tests.factories.courses import module_of
from tests.factories.libraries import GlossaryTermFactory, PartnershipFactory

pytestmark = pytest.mark.django_db
ADDRESSES = ["/glossary/", "/partnerships/", "/partnerships/marchshire/", "/changes/", "/training/t1/"]


@pytest.fixture
def published(home):
    """Something for each of the pages; what it is called is in each of them."""
    term = GlossaryTermFactory(term="Before", slug="term")
    partnership = PartnershipFactory(name="Before", slug="marchshire")
    module = module_of(2, title="Before", slug="t1")
    for one in (term, partnership, module):
        one.save_revision().publish()
    return {"/glossary/": term, "/training/t1/": module, **dict.fromkeys(ADDRESSES[1:4], partnership)}


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_is_made_once_for_visitors_without_a_session(client, published, address, django_assert_num_queries):
    first = client.get(address)
    assert (first.status_code, dict(first.cookies)) == (200, {})
    with django_assert_num_queries(0):
        again = client.get(address)
    assert (again.content, dict(again.headers)) == (first.content, dict(first.headers))


@pytest.mark.parametrize("address", ADDRESSES)
def test_nobodys_page_reaches_another(client, published, address, alice, charlie):
    for_all = client.get(address).content.decode()
    for person in (alice, charlie):
        other = Client()
        other.force_login(person)
        html = other.get(address).content.decode()
        assert person.full_name in html
        assert html != for_all
    assert Client().get(address).content.decode() == for_all
    assert [name for name in (alice.full_name, charlie.full_name) if name in for_all] == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_is_published_shows_at_once(client, published, address):
    assert "Before" in client.get(address).content.decode()
    thing = published[address]
    name = next(name for name in ("term", "name", "title") if hasattr(thing, name))
    setattr(thing, name, "Afterwards")
    thing.save_revision().publish()
    html = client.get(address).content.decode()
    assert "Afterwards" in html


def test_a_narrowed_list_is_not_what_everybody_gets(client, published):
    everything = client.get("/glossary/").content
    assert client.get("/glossary/?q=nothing").content != everything
    assert client.get("/glossary/").content == everything


def test_a_learner_s_own_place_in_a_module_is_seen_by_nobody_else(client, published, alice):
    assert "Sign in to start" in client.get("/training/t1/").content.decode()
    module = published["/training/t1/"]
    open_lesson(enrol(alice, module=module), lesson=module.published_lessons()[0].lesson)
    learner = Client()
    learner.force_login(alice)
    assert "Continue with lesson 1" in learner.get("/training/t1/").content.decode()
    learner.logout()
    for visitor in (learner, client):
        assert "Sign in to start" in visitor.get("/training/t1/").content.decode()
