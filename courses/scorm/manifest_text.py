"""The manifest's bytes as an XML tree: encodings guessed, faults mended with a warning, DTDs refused. No Django."""

import codecs
import html.entities
import re
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from courses.scorm.refusals import Refusal
from courses.scorm.sentences import Sentence
from courses.scorm.sentences import sentence as _

MAX_BYTES = 10 * 1024 * 1024
MAX_DEPTH = 200
MAX_ELEMENTS = 200_000
DECLARATION = re.compile(r"^\s*<\?xml[^>]*?\?>")
DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
ENTITY = re.compile(r"&(?:(#\d{1,7}|#x[0-9A-Fa-f]{1,6}|amp|lt|gt|quot|apos);|([A-Za-z][A-Za-z0-9]*);)?")
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
DECLARED_PREFIX = re.compile(r"""\sxmlns:([A-Za-z_][\w.-]*)\s*+=""")
PREFIX = re.compile(r"""[<\s/]([A-Za-z_][\w.-]*):[A-Za-z_][\w.-]*(?=[\s=>/])""")
KNOWN_PREFIXES = {"xml", "xmlns"}
MOST_UNDECLARED = 50  # prefixes that are declared for whoever forgot to
BOMS = [
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
]


class TooDeep(Exception):
    """The tree is deeper or larger than any manifest."""


class GuardedBuilder(TreeBuilder):
    """Builds the tree and stops at depths and sizes that only an attack has."""

    depth = 0
    count = 0

    def start(self, tag, attrs, /):
        self.depth += 1
        self.count += 1
        if self.depth > MAX_DEPTH or self.count > MAX_ELEMENTS:
            raise TooDeep
        return super().start(tag, attrs)

    def end(self, tag, /):
        self.depth -= 1
        return super().end(tag)


def read_xml(data: bytes, warnings: list[Sentence]) -> Element:
    """The root element of imsmanifest.xml; what had to be mended is added to `warnings`. Raises Refusal."""
    if len(data) > MAX_BYTES:
        raise Refusal(_("imsmanifest.xml is larger than 10 MB."))
    text = DECLARATION.sub("", as_text(data, warnings).lstrip("\ufeff"), count=1).strip()
    try:
        return parsed(text)
    except ParseError as first:
        mended = mend(text, warnings)
        try:
            return parsed(mended)
        except ParseError as error:
            line = error.position[0] if mended != text else first.position[0]
            raise Refusal(_("imsmanifest.xml is not well-formed XML (near line %(line)s).", line=line)) from error


def parsed(text: str) -> Element:
    """Parse with neither DTD nor entities nor network."""
    parser = DefusedXMLParser(target=GuardedBuilder(), forbid_dtd=True, forbid_entities=True, forbid_external=True)
    try:
        parser.feed(text)
        return parser.close()
    except DefusedXmlException as error:
        raise Refusal(_("imsmanifest.xml holds a DOCTYPE or entities, which are not accepted. Remove them.")) from error
    except TooDeep as error:
        raise Refusal(_("imsmanifest.xml is nested deeper, or has more elements, than any course needs.")) from error


def as_text(data: bytes, warnings: list[Sentence]) -> str:
    """Decode by byte order mark, by the look of UTF-16, by the declaration, else UTF-8 and then Windows-1252."""
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return decoded(data[len(mark) :], encoding, warnings)
    for start, encoding in ((b"<\x00", "utf-16-le"), (b"\x00<", "utf-16-be")):
        if data.startswith(start):
            return decoded(data, encoding, warnings)
    declared = DECLARED.search(data[:400])
    name = declared.group(1).decode("ascii").lower() if declared else "utf-8"
    if name.startswith(("utf-16", "utf16", "ucs-2", "unicode")):
        warnings.append(_("imsmanifest.xml says that it is %(name)s, but it is not; it was read as UTF-8.", name=name))
        name = "utf-8"
    try:
        codecs.lookup(name)
        "".encode(name)
    except (LookupError, ValueError):
        warnings.append(_("imsmanifest.xml names an unknown encoding (%(name)s); it was read as UTF-8.", name=name))
        name = "utf-8"
    return decoded(data, name, warnings)


def decoded(data: bytes, encoding: str, warnings: list[Sentence]) -> str:
    """The text in that encoding, or in the nearest one that fits."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        warnings.append(
            _(
                "imsmanifest.xml is not the %(encoding)s that it says; letters with accents may be wrong.",
                encoding=encoding,
            )
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252" if not encoding.startswith("utf-16") else encoding, errors="replace")


def mend(text: str, warnings: list[Sentence]) -> str:
    """Put right what authoring tools get wrong: stray ampersands, HTML's entities, control characters, prefixes."""
    mended = FORBIDDEN.sub("", text)
    if mended != text:
        warnings.append(_("imsmanifest.xml held control characters, which were left out."))
    escaped = ENTITY.sub(_entity, mended)
    if escaped != mended:
        warnings.append(_("imsmanifest.xml held an “&” that is not XML; it was read as a plain “&”."))
    used = set(PREFIX.findall(escaped)) - KNOWN_PREFIXES
    missing = sorted(used - set(DECLARED_PREFIX.findall(escaped)))
    if 0 < len(missing) <= MOST_UNDECLARED:
        warnings.append(_("imsmanifest.xml uses undeclared prefixes: %(names)s.", names=", ".join(missing[:5])))
        declared = "".join(f' xmlns:{prefix}="urn:undeclared:{prefix}"' for prefix in missing)
        escaped = re.sub(r"(<(?:[\w.-]+:)?manifest)\b", rf"\1{declared}", escaped, count=1)
    return escaped


def _entity(match: re.Match[str]) -> str:
    if match.group(1):
        return match.group(0)
    character = html.entities.html5.get(f"{match.group(2)};") if match.group(2) else None
    return character if character and character not in "<&" else "&amp;" + match.group(0)[1:]
