"""Authorities inside running text: a citation, which is a link, and a value, which is shown as it is now."""

from django.utils.html import escape
from draftjs_exporter.dom import DOM
from wagtail.admin.rich_text.converters.contentstate_models import Entity, EntityRange
from wagtail.admin.rich_text.converters.html_to_contentstate import (
    KEEP_WHITESPACE,
    InlineEntityElementHandler,
    LinkElementHandler,
)
from wagtail.rich_text import EmbedHandler, LinkHandler

from lms.authorities.models import Authority
from lms.keys import key_in

CITE, VALUE = "authority", "authority-value"


def number_of(attrs: dict) -> int | None:
    """The key in the attributes of a tag, or None where it is missing, no number, or one that no row can have."""
    return key_in(str(attrs.get("id", "")))


def authorities_named(attrs_list: list[dict]) -> list[Authority | None]:
    """The authority of each tag; None where it is gone."""
    found = Authority.objects.by_key()
    return [found.get(number_of(attrs)) for attrs in attrs_list]


class References:
    """What both kinds tell Wagtail's index of references."""

    @staticmethod
    def get_model():
        return Authority

    @classmethod
    def extract_references(cls, attrs):
        if number_of(attrs) is not None:
            yield Authority, str(number_of(attrs)), "", ""

    @classmethod
    def expand_db_attributes(cls, attrs):
        return cls.expand_db_attributes_many([attrs])[0]


class CitationHandler(References, LinkHandler):
    """`<a linktype="authority" id="3">section 52</a>`: a link to the source."""

    identifier = CITE

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        return [
            f'<a href="{escape(authority.url)}">' if authority and authority.url else "<a>"
            for authority in authorities_named(attrs_list)
        ]


class ValueHandler(References, EmbedHandler):
    """`<embed embedtype="authority-value" id="3"/>`: the authority's number or list, as text."""

    identifier = VALUE

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        return [escape(value_in_text(authority)) for authority in authorities_named(attrs_list)]


def value_in_text(authority: Authority | None) -> str:
    """The value as it stands in a sentence: the entries of a list with commas between them."""
    return ", ".join(authority.value_lines) if authority else ""


class CitationElement(LinkElementHandler):
    """Reads a citation into the editor."""

    def get_attribute_data(self, attrs):
        [authority] = authorities_named([attrs])
        return {"id": number_of(attrs), "string": str(authority or ""), "url": authority.url if authority else ""}


class ValueElement(InlineEntityElementHandler):
    """Reads a value into the editor: the words it has now, which cannot be typed over."""

    mutability = "IMMUTABLE"

    def get_attribute_data(self, attrs):
        [authority] = authorities_named([attrs])
        return {"id": number_of(attrs), "string": str(authority or ""), "value": value_in_text(authority)}

    def handle_starttag(self, name, attrs, state, contentstate):
        super().handle_starttag(name, attrs, state, contentstate)
        entity_range: EntityRange = state.current_entity_ranges[-1]
        entity: Entity = contentstate.entity_map[entity_range.key]
        state.current_block.text += entity.data["value"] or "?"
        entity_range.length = len(state.current_block.text) - entity_range.offset
        state.leading_whitespace = KEEP_WHITESPACE  # a space after the value belongs to the sentence
        state.current_entity_ranges.pop()

    def handle_endtag(self, name, state, contentstate):
        """Nothing is left to close."""


def cite(props):
    """Writes a citation to the database."""
    return DOM.create_element("a", {"linktype": CITE, "id": props.get("id")}, props["children"])


def value(props):
    """Writes a value to the database: never the words that are shown."""
    return DOM.create_element("embed", {"embedtype": VALUE, "id": props.get("id")})


CITE_RULE = {
    "from_database_format": {f'a[linktype="{CITE}"]': CitationElement("AUTHORITY")},
    "to_database_format": {"entity_decorators": {"AUTHORITY": cite}},
}
VALUE_RULE = {
    "from_database_format": {f'embed[embedtype="{VALUE}"]': ValueElement("AUTHORITY-VALUE")},
    "to_database_format": {"entity_decorators": {"AUTHORITY-VALUE": value}},
}
