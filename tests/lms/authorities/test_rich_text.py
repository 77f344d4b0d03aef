"""Authorities in running text: a citation is a link, a value is shown as it is now, and the editor keeps both."""

import json

import pytest
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.models import ReferenceIndex
from wagtail.rich_text import expand_db_html

from lms.authorities.domain.changes import Wording, note_change
from tests.factories.toolkit import AuthorityFactory, ToolkitPageFactory

FEATURES = ["bold", "link", "authority", "authority-value"]


@pytest.fixture
def helpline(db):
    return AuthorityFactory(title="Helpline", url="https://help.example.org/?a=1&b=2", value="0800 000 000")


def text(authority):
    return (
        f'<p data-block-key="a1">Call <embed embedtype="authority-value" id="{authority.pk}"/> now, '
        f'as <a linktype="authority" id="{authority.pk}">the law</a> says.</p>'
    )


def test_a_citation_is_a_link_and_a_value_is_text(helpline):
    assert expand_db_html(text(helpline)) == (
        '<p data-block-key="a1">Call 0800 000 000 now, '
        'as <a href="https://help.example.org/?a=1&amp;b=2">the law</a> says.</p>'
    )


def test_the_entries_of_a_list_stand_in_a_sentence_and_markup_stays_text(db):
    bodies = AuthorityFactory(value="A <b>force</b>\n\n  A council  \n")
    html = expand_db_html(f'<p><embed embedtype="authority-value" id="{bodies.pk}"/></p>')
    assert html == "<p>A &lt;b&gt;force&lt;/b&gt;, A council</p>"


@pytest.mark.parametrize("key", ["999", "", "x", "²", "-1", "9" * 40, "9" * 5000])
def test_an_authority_that_is_gone_leaves_the_words_without_a_link(db, key):
    html = f'<p><a linktype="authority" id="{key}">the law</a> <embed embedtype="authority-value" id="{key}"/></p>'
    assert expand_db_html(html) == "<p><a>the law</a> </p>"


def test_the_editor_reads_and_writes_both_without_loss(helpline):
    converter = ContentstateConverter(FEATURES)
    state = converter.from_database_format(text(helpline))
    assert "Call 0800 000 000 now" in state
    assert converter.to_database_format(state) == text(helpline)


def test_a_new_value_shows_at_once_on_every_page_that_embeds_it(client, home, helpline, erin):
    pages = [ToolkitPageFactory(body=[("rich_text", text(helpline))]) for _number in range(2)]
    assert all("Call 0800 000 000 now" in client.get(page.url).content.decode() for page in pages)
    note_change(helpline, by=erin, wording=Wording(value="0800 111 111"), what_changed="New number", due_on=None)
    assert all("Call 0800 111 111 now" in client.get(page.url).content.decode() for page in pages)


def test_the_index_of_references_knows_both(home, helpline):
    page = ToolkitPageFactory(body=[("rich_text", text(helpline))])
    found = ReferenceIndex.get_references_to(helpline)
    assert {(row.object_id, row.to_object_id) for row in found} == {(str(page.pk), str(helpline.pk))}
    assert found.count() >= 1


def test_an_address_with_quotes_stays_inside_its_attribute(db):
    authority = AuthorityFactory(url='https://law.example.org/"onmouseover="alert(1)')
    html = expand_db_html(f'<p><a linktype="authority" id="{authority.pk}">the law</a></p>')
    assert html == '<p><a href="https://law.example.org/&quot;onmouseover=&quot;alert(1)">the law</a></p>'


FORGED = [
    ("AUTHORITY", {"id": '1"><script>alert(1)</script>', "url": "javascript:alert(1)"}),
    ("AUTHORITY-VALUE", {"id": '1"><script>alert(1)</script>', "value": "<script>alert(1)</script>"}),
    ("AUTHORITY", {"id": {"a": "<script>alert(1)</script>"}}),
    ("AUTHORITY", {"id": "1", "onclick": "alert(1)", "href": "javascript:alert(1)"}),
]


@pytest.mark.parametrize(("kind", "data"), FORGED)
def test_what_a_forged_form_sends_becomes_no_script(db, kind, data):
    state = {
        "entityMap": {"0": {"type": kind, "mutability": "MUTABLE", "data": data}},
        "blocks": [
            {
                "key": "a1",
                "type": "unstyled",
                "depth": 0,
                "text": "the law",
                "inlineStyleRanges": [],
                "entityRanges": [{"offset": 0, "length": 7, "key": 0}],
            }
        ],
    }
    stored = ContentstateConverter(FEATURES).to_database_format(json.dumps(state))
    for html in (stored, expand_db_html(stored)):
        assert "<script" not in html
        assert "javascript:" not in html
        assert "onclick" not in html
