"""The glossary: letters, search, short forms, definitions in running text, and how many queries they take."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.models import ReferenceIndex
from wagtail.rich_text import RichText, expand_db_html

from lms import kept
from tests.factories.libraries import GlossaryTermFactory
from tests.factories.toolkit import ToolkitPageFactory


def queries(client, address):
    cache.clear()  # a whole page may be kept for visitors who are not signed in
    kept.forget()  # and what is kept may not change while a page is drawn
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.fixture
def nrm(home):
    return GlossaryTermFactory(
        term="NRM",
        slug="nrm",
        stands_for="National Referral Mechanism",
        also="the mechanism, referral system",
        definition="The UK’s system for identifying people.",
    )


def test_terms_stand_under_their_letters_from_a_to_z(client, nrm):
    for term in ("adult", "Zero hours", "Age assessment", "24-hour cover"):
        GlossaryTermFactory(term=term)
    letters = client.get("/glossary/").context["letters"]
    assert [(letter.name, [term.term for term in letter.terms]) for letter in letters] == [
        ("0–9", ["24-hour cover"]),
        ("A", ["adult", "Age assessment"]),
        ("N", ["NRM"]),
        ("Z", ["Zero hours"]),
    ]


def test_a_term_has_an_anchor_that_its_address_names(client, nrm):
    assert nrm.get_absolute_url() == "/glossary/#nrm"
    assert 'id="nrm"' in client.get("/glossary/").content.decode()


@pytest.mark.parametrize("words", ["nrm", "national referral", "the mechanism", "identifying uk", "REFERRAL system"])
def test_a_term_is_found_by_short_form_long_form_other_names_and_meaning(client, nrm, words):
    GlossaryTermFactory(term="Guardian")
    assert [term.term for term in client.get("/glossary/", {"q": words}).context["terms"]] == ["NRM"]


def test_the_term_itself_comes_before_definitions_that_mention_it(client, nrm):
    GlossaryTermFactory(term="Decision", definition="Made in the NRM.")
    assert [term.term for term in client.get("/glossary/?q=nrm").context["terms"]] == ["NRM", "Decision"]


def test_short_forms_can_be_listed_alone_and_drafts_never(client, nrm):
    GlossaryTermFactory(term="Guardian")
    GlossaryTermFactory(term="DtN", stands_for="Duty to Notify", live=False)
    assert [term.term for term in client.get("/glossary/?show=short").context["terms"]] == ["NRM"]


def test_a_search_without_result_says_so(client, nrm):
    html = client.get("/glossary/?q=nothing").content.decode()
    assert "No term has these words" in html
    assert '<a href="/search/">Search the whole site</a>' in html


def test_a_word_in_a_text_links_to_the_glossary_and_brings_its_definition(nrm):
    html = expand_db_html(f'<p>Ask about the <a linktype="glossary-term" id="{nrm.pk}">NRM</a>.</p>')
    assert '<a class="term" href="/glossary/#nrm" data-definition="term-' in html
    assert "The UK’s system for identifying people." in html
    assert html.endswith(">NRM</a>.</p>")


def test_the_same_word_twice_has_two_definitions_with_ids_of_their_own(nrm):
    tag = f'<a linktype="glossary-term" id="{nrm.pk}">NRM</a>'
    html = expand_db_html(f"<p>{tag} and {tag}</p>")
    ids = {part.split('"')[0] for part in html.split('id="')[1:]}
    assert len(ids) == 2


@pytest.mark.parametrize("key", ["999", "none", ""])
def test_a_word_whose_term_is_gone_stays_as_text(home, key):
    assert expand_db_html(f'<p><a linktype="glossary-term" id="{key}">NRM</a></p>') == "<p><a>NRM</a></p>"


def test_a_draft_of_a_term_explains_nothing(home):
    term = GlossaryTermFactory(live=False)
    assert expand_db_html(f'<a linktype="glossary-term" id="{term.pk}">it</a>') == "<a>it</a>"


def test_the_editor_reads_and_writes_a_word_as_it_was(nrm):
    converter = ContentstateConverter(["glossary-term"])
    stored = f'<p data-block-key="a">The <a linktype="glossary-term" id="{nrm.pk}">NRM</a> decides.</p>'
    assert converter.to_database_format(converter.from_database_format(stored)) == stored


def test_the_index_of_references_knows_the_pages_that_explain_a_term(nrm):
    text = RichText(f'<p><a linktype="glossary-term" id="{nrm.pk}">NRM</a></p>')
    page = ToolkitPageFactory(body=[("rich_text", text)])
    assert [row.object_id for row in ReferenceIndex.get_references_to(nrm)] == [str(page.pk)]


def test_three_terms_take_no_more_queries_than_one(client, nrm):
    one = queries(client, "/glossary/")
    GlossaryTermFactory()
    GlossaryTermFactory()
    assert queries(client, "/glossary/") == one <= 6
