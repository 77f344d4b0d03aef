"""Our own pictures: well-formed SVG, of a stated size, with nothing that runs, loads or has to be read."""

from xml.etree import ElementTree

import pytest

from lms.demo.content.car_wash import SCENARIO
from lms.demo.illustrations import ILLUSTRATIONS

SVG = "{http://www.w3.org/2000/svg}"
ALLOWED = {"svg", "defs", "clipPath", "g", "rect", "circle", "ellipse", "path"}
LAMP = "#f6b73c"


@pytest.mark.parametrize("key", ILLUSTRATIONS)
def test_a_picture_states_its_size_and_holds_only_shapes(key):
    root = ElementTree.fromstring(ILLUSTRATIONS[key]())
    assert root.get("viewBox") == f"0 0 {root.get('width')} {root.get('height')}"
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= ALLOWED
    names = {name for element in root.iter() for name in element.attrib}
    assert not [name for name in names if name.startswith("on") or name in {"style", "href"}]


@pytest.mark.parametrize("key", ILLUSTRATIONS)
def test_a_picture_has_something_lamp_coloured_to_look_at(key):
    assert LAMP in ILLUSTRATIONS[key]()


def test_the_street_lies_on_the_colour_of_its_page():
    root = ElementTree.fromstring(ILLUSTRATIONS["street-with-door-ajar"]())
    assert (root.get("width"), root.get("height")) == ("1440", "300")
    assert root[0].tag == f"{SVG}path"


def test_every_scene_has_its_picture():
    assert [scene["picture"] for scene in SCENARIO["scenes"] if scene["picture"] not in ILLUSTRATIONS] == []
