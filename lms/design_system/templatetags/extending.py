"""`{% extends %}` for every template: it remembers which blocks a parent has; Django looks through all of it anew.

Looking takes as long as a query does, and each page of the site extends the same frame.
"""

from typing import Any

from django import template
from django.template.base import Node, NodeList, Parser, Token
from django.template.loader_tags import ExtendsNode, do_extends

register = template.Library()


class KnownNodes(NodeList):
    """The nodes of a compiled template, which never change, and those of a kind among them once they were asked for."""

    def __init__(self, nodes: NodeList) -> None:
        super().__init__(nodes)
        self.of_kind: dict[type[Node], list[Node]] = {}

    def get_nodes_by_type(self, nodetype: type[Node]) -> list[Node]:
        if nodetype not in self.of_kind:
            self.of_kind[nodetype] = super().get_nodes_by_type(nodetype)
        return self.of_kind[nodetype]


class Extending(ExtendsNode):
    """Extends a parent whose nodes are known."""

    def get_parent(self, context: template.Context) -> Any:
        parent = super().get_parent(context)
        if not isinstance(parent.nodelist, KnownNodes):
            parent.nodelist = KnownNodes(parent.nodelist)
        return parent


@register.tag
def extends(parser: Parser, token: Token) -> ExtendsNode:
    """As Django's own tag."""
    node = do_extends(parser, token)
    node.__class__ = Extending
    return node
