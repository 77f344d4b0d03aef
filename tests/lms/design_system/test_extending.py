"""Pages that extend one another: the blocks of a parent are looked for once and come out as ever."""

import pytest
from django.template import Context, Engine, TemplateSyntaxError
from django.template.loader_tags import BlockNode

from lms.design_system.templatetags.extending import KnownNodes

TEMPLATES = {
    "frame": "<{% block title %}frame{% endblock %}|{% if on %}{% block body %}empty{% endblock %}{% endif %}>",
    "section": "{% extends 'frame' %}{% block body %}[{% block inner %}section{% endblock %}]{% endblock %}",
    "page": "{% extends name %}{% block title %}{{ block.super }} p{% endblock %}"
    "{% block inner %}{{ n }}{% endblock %}",
    "late": "words {{ n }}{% extends 'frame' %}",
}


@pytest.fixture
def engine() -> Engine:
    loaders = [
        ("django.template.loaders.cached.Loader", [("django.template.loaders.locmem.Loader", TEMPLATES)]),
    ]
    return Engine(loaders=loaders, builtins=["lms.design_system.templatetags.extending"])


def test_blocks_come_out_as_ever_however_often_a_page_is_drawn(engine):
    page = engine.get_template("page")
    drawn = [page.render(Context({"name": "section", "on": True, "n": number})) for number in (1, 2)]
    assert drawn == ["<frame p|[1]>", "<frame p|[2]>"]
    assert page.render(Context({"name": "frame", "on": True})) == "<frame p|empty>"
    assert page.render(Context({"name": "section", "on": False})) == "<frame p|>"


def test_a_parent_is_looked_through_once(engine):
    for _time in range(2):
        engine.get_template("section").render(Context({"on": True}))
    nodes = engine.get_template("frame").nodelist
    assert isinstance(nodes, KnownNodes)
    assert [node.name for node in nodes.of_kind[BlockNode]] == ["title", "body"]


def test_it_has_to_stand_first_as_ever(engine):
    with pytest.raises(TemplateSyntaxError):
        engine.get_template("late")
