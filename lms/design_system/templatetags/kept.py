"""A block tag for parts of a page that are the same for everybody: `{% load kept %}`."""

from typing import Any

from django import template
from django.db.models import Model
from django.template.base import FilterExpression, NodeList, Parser, Token, token_kwargs
from django.utils.functional import LazyObject
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from lms.kept import keep

register = template.Library()


def plain(value: Any) -> Any:
    """The value itself, if what stands for it waits to be read: it holds on to the request."""
    if isinstance(value, LazyObject):
        bool(value)
        return value._wrapped
    return value


def identity(value: Any) -> Any:
    """What tells a value from others of its kind; a row's content may change only with the word of lms.kept."""
    return (type(value), value.pk) if isinstance(value, Model) else value


class KeptNode(template.Node):
    """Draws its content once for each name, language and set of values, until an editor changes something."""

    child_nodelists = ("nodelist",)

    def __init__(self, nodelist: NodeList, name: str, values: dict[str, FilterExpression]) -> None:
        self.nodelist = nodelist
        self.name = name
        self.values = values

    def render(self, context: template.Context) -> SafeString:
        values = {name: plain(value.resolve(context)) for name, value in self.values.items()}
        if getattr(context.get("request"), "is_preview", False):
            return self.nodelist.render(context.new(values))
        key = ("fragment", self.name, get_language(), *map(identity, values.values()))
        return keep(key, lambda: self.nodelist.render(context.new(values)))


@register.tag
def kept(parser: Parser, token: Token) -> KeptNode:
    """`{% kept "footer" site_settings=site_settings %}...{% endkept %}`

    The values named are all that is known inside: no visitor, no request, nothing that could be somebody else's.
    """
    bits = token.split_contents()
    values = token_kwargs(bits[2:], parser)
    if len(values) != len(bits) - 2:
        raise template.TemplateSyntaxError("kept takes a name and then values, each with the name it has inside")
    nodelist = parser.parse(("endkept",))
    parser.delete_first_token()
    return KeptNode(nodelist, bits[1].strip('"'), values)
