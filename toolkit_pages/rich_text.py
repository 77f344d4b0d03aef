"""Words of the glossary inside running text: a link to the term, with its definition beside it."""

import uuid

from django.template.loader import render_to_string
from draftjs_exporter.dom import DOM
from wagtail.admin.rich_text.converters.html_to_contentstate import LinkElementHandler
from wagtail.rich_text import LinkHandler

from lms.authorities.rich_text import number_of
from toolkit_pages.domain.glossary import terms_by_key
from toolkit_pages.models import GlossaryTerm

TERM = "glossary-term"


class TermHandler(LinkHandler):
    """`<a linktype="glossary-term" id="3">NRM</a>`: a link to the glossary, after the definition as a popover.

    The link works by itself. Where the page's script runs, it shows the definition instead of leaving the page.
    A term that is not published leaves the words alone.
    """

    identifier = TERM

    @staticmethod
    def get_model():
        return GlossaryTerm

    @classmethod
    def extract_references(cls, attrs):
        if number_of(attrs) is not None:
            yield GlossaryTerm, str(number_of(attrs)), "", ""

    @classmethod
    def expand_db_attributes(cls, attrs):
        return cls.expand_db_attributes_many([attrs])[0]

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        terms = terms_by_key()
        return [opening_of(terms.get(number_of(attrs))) for attrs in attrs_list]


def opening_of(term: GlossaryTerm | None) -> str:
    """What stands before the words: the definition, hidden at first, and the link's opening tag."""
    if term is None:
        return "<a>"
    # The same term may stand twice on a page, in texts that are drawn apart.
    context = {"term": term, "id": f"term-{uuid.uuid4().hex[:12]}"}
    return render_to_string("toolkit_pages/glossary/definition.html", context).strip()


class TermElement(LinkElementHandler):
    """Reads a term into the editor."""

    def get_attribute_data(self, attrs):
        term = GlossaryTerm.objects.filter(pk=number_of(attrs)).first()
        return {"id": number_of(attrs), "string": str(term or ""), "url": term.get_absolute_url() if term else ""}


def term_tag(props):
    """Writes a term to the database."""
    return DOM.create_element("a", {"linktype": TERM, "id": props.get("id")}, props["children"])


RULE = {
    "from_database_format": {f'a[linktype="{TERM}"]': TermElement("GLOSSARY-TERM")},
    "to_database_format": {"entity_decorators": {"GLOSSARY-TERM": term_tag}},
}
