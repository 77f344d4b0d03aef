"""Whether an SVG drawing only draws: no script, no event handler, no foreign content, nothing from elsewhere."""

import re
from typing import BinaryIO

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException
from django.utils.translation import gettext as _

SVG = "http://www.w3.org/2000/svg"
# What draws, describes or is reused by what draws. All else, known to be dangerous or not, is refused.
ALLOWED = set(
    "svg g defs symbol use title desc metadata path rect circle ellipse line polyline polygon text tspan textPath "
    "linearGradient radialGradient stop clipPath mask pattern marker image style switch view filter feBlend "
    "feColorMatrix feComponentTransfer feComposite feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur "
    "feMerge feMergeNode feMorphology feOffset".split()
)
EMBEDDED_PICTURE = re.compile(r"data:image/(png|jpeg|webp);base64,", re.IGNORECASE)
OUTSIDE = re.compile(r"url\(\s*[\"']?\s*(?!#)|@import|expression\(|javascript:|\\", re.IGNORECASE)
DEEPEST = 100
LONGEST = 5_000_000


class UnsafeDrawing(Exception):
    """The drawing holds more than a drawing; the message says what."""


def check_drawing(file: BinaryIO) -> None:
    """Raise UnsafeDrawing when the SVG could run, load or fetch anything; leaves the file at its start.

    A drawing inside `<img>` cannot run scripts, but its own address can be opened by anybody: so it must be harmless
    there too.
    """
    file.seek(0)
    data = file.read(LONGEST + 1)
    file.seek(0)
    if len(data) > LONGEST:
        raise UnsafeDrawing(_("The drawing is larger than 5 MB."))
    if b"<?xml-stylesheet" in data.lower():
        raise UnsafeDrawing(_("The drawing names a style sheet."))
    try:
        root = ElementTree.fromstring(data, forbid_dtd=True, forbid_entities=True, forbid_external=True)
    except DefusedXmlException as error:
        raise UnsafeDrawing(_("The drawing holds a document type. Save it again without one.")) from error
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise UnsafeDrawing(_("The drawing is not well-formed XML.")) from error
    if root.tag != f"{{{SVG}}}svg":
        raise UnsafeDrawing(_("The file is not an SVG drawing."))
    waiting = [(root, 1)]
    while waiting:
        element, depth = waiting.pop()
        if depth > DEEPEST:
            raise UnsafeDrawing(_("The drawing is nested too deeply."))
        check_element(element)
        waiting += [(child, depth + 1) for child in element]


def check_element(element) -> None:
    """Raise UnsafeDrawing when this element or one of its attributes does more than draw."""
    namespace, _brace, name = element.tag.removeprefix("{").rpartition("}")
    if namespace != SVG:
        # Editors such as Inkscape add elements of their own; those of other XML languages of the browser can act.
        if "w3.org/1999/xhtml" in namespace or "w3.org/1998/Math" in namespace or not namespace:
            raise UnsafeDrawing(_("The drawing holds <%(name)s>, which is no drawing.") % {"name": name})
        return
    if name not in ALLOWED:
        raise UnsafeDrawing(_("The drawing holds <%(name)s>.") % {"name": name})
    if name == "style" and OUTSIDE.search(element.text or ""):
        raise UnsafeDrawing(_("A style in the drawing loads something from elsewhere."))
    for attribute, value in element.attrib.items():
        check_attribute(name, attribute, value)


def check_attribute(element: str, attribute: str, value: str) -> None:
    """Raise UnsafeDrawing for an event handler or a reference that leaves the drawing."""
    plain = attribute.rpartition("}")[2].lower()
    if plain.startswith("on"):
        raise UnsafeDrawing(_("The drawing reacts to events (%(name)s).") % {"name": plain})
    if plain in {"href", "src"}:
        inside = value.strip().startswith("#")
        picture = element == "image" and EMBEDDED_PICTURE.match(value.strip())
        if not inside and not picture:
            raise UnsafeDrawing(_("The drawing refers to something outside itself."))
    elif OUTSIDE.search(value) and plain != "d":
        raise UnsafeDrawing(_("The drawing refers to something outside itself."))
