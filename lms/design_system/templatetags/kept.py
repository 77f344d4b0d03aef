"""A block tag for parts of a page that are the same for everybody: `{% load kept %}`."""

from typing import Any

from django import template
from django.template.base import NodeList, Parser, Token
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


class KeptNode(template.Node):
    """Draws its content once for each name, host, language and list of values, until an editor changes something."""

    child_nodelists = ("nodelist",)

    def __init__(self, nodelist: NodeList, name: str, values: list[template.base.FilterExpression]) -> None:
        self.nodelist = nodelist
        self.name = name
        self.values = values

    def render(self, context: template.Context) -> SafeString:
        request = context.get("request")
        if request is None or getattr(request, "is_preview", False):
            return self.nodelist.render(context)
        values = [plain(value.resolve(context)) for value in self.values]
        key = ("fragment", self.name, request.get_host(), get_language(), *values)
        return keep(key, lambda: self.nodelist.render(context))


@register.tag
def kept(parser: Parser, token: Token) -> KeptNode:
    """`{% kept "footer" %}...{% endkept %}`: nothing inside may depend on the visitor but for the values named."""
    _tag, name, *values = token.split_contents()
    nodelist = parser.parse(("endkept",))
    parser.delete_first_token()
    return KeptNode(nodelist, name.strip('"'), [parser.compile_filter(value) for value in values])
