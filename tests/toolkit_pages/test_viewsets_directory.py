"""Editing partnerships and terms in the admin: drafts, previews, filters, the chooser of terms, and few queries."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from tests.factories.libraries import GlossaryTermFactory, PartnershipFactory
from toolkit_pages.models import GlossaryTerm, Partnership

pytestmark = pytest.mark.django_db
FACTORIES = {Partnership: PartnershipFactory, GlossaryTerm: GlossaryTermFactory}


@pytest.fixture
def editor(client, erin):
    client.force_login(erin)
    return client


@pytest.fixture
def administrator(client, frances):
    client.force_login(frances)
    return client


def url(model, name, *args):
    return reverse(model.snippet_viewset.get_url_name(name), args=args)


def partnership_data(**fields):
    data = {
        "name": "Marchshire",
        "slug": "marchshire",
        "area": "Marchshire",
        "nations": ["england"],
        "lead": "",
        "members_text": "Example Council",
        "activities": ["training"],
        "about": rich_text("<p>As typed</p>"),
        "contact_email": "",
        "contact_phone": "",
        "website": "",
        "confirmed_on": "",
        "review_on": "",
        "content_owner": "",
    }
    return nested_form_data({**data, **fields})


def term_data(**fields):
    data = {
        "term": "NRM",
        "slug": "nrm",
        "stands_for": "",
        "definition": "As typed",
        "also": "",
        "nations": ["england"],
        "facts_checked_on": "",
        "review_on": "",
        "content_owner": "",
        "rests_on": streamfield([]),
    }
    return nested_form_data({**data, **fields})


DATA = {Partnership: partnership_data, GlossaryTerm: term_data}


@pytest.mark.parametrize("model", [Partnership, GlossaryTerm])
def test_an_editor_writes_a_draft_and_an_administrator_publishes_it(client, erin, frances, model):
    client.force_login(erin)
    assert client.post(url(model, "add"), DATA[model]()).status_code == 302
    found = model.objects.get()
    assert not found.live
    client.force_login(frances)
    client.post(url(model, "edit", found.pk), DATA[model](**{"action-publish": "1"}))
    assert "As typed" in Client().get(found.get_absolute_url()).content.decode()


@pytest.mark.parametrize("model", [Partnership, GlossaryTerm])
def test_previews_show_what_is_in_the_form(editor, model):
    preview = url(model, "preview_on_edit", FACTORIES[model]().pk)
    assert editor.post(preview, DATA[model]()).json() == {"is_valid": True, "is_available": True}
    assert "As typed" in editor.get(preview).content.decode()


@pytest.mark.parametrize("model", [Partnership, GlossaryTerm])
def test_lists_are_narrowed_by_nation_and_by_whether_it_is_published(editor, model):
    found = FACTORIES[model](nations=["scotland"])
    FACTORIES[model](nations=["england"])
    FACTORIES[model](nations=["scotland"], live=False)
    listed = editor.get(url(model, "list"), {"nations": "scotland", "live": "True"}).context["object_list"]
    assert [row.pk for row in listed] == [found.pk]


def test_the_chooser_of_terms_tells_the_text_editor_where_the_term_stands(editor):
    term = GlossaryTermFactory(term="NRM", slug="nrm")
    chooser = GlossaryTerm.snippet_viewset.chooser_viewset
    chosen = editor.get(reverse(chooser.get_url_name("chosen"), args=[term.pk])).json()
    assert chosen["result"]["url"] == "/glossary/#nrm"


@pytest.mark.parametrize("model", [Partnership, GlossaryTerm])
@pytest.mark.parametrize("many", [1, 3])
def test_lists_take_the_same_queries_for_one_row_and_for_three(editor, model, many, django_assert_max_num_queries):
    FACTORIES[model].create_batch(many)
    editor.get(url(model, "list"))
    with django_assert_max_num_queries(14):
        editor.get(url(model, "list"))
