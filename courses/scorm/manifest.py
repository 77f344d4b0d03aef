"""The manifest: which SCORM it is, what can be launched, and with which settings. Knows no Django.

Sources: SCORM 1.2 Content Aggregation Model 2.3; SCORM 2004 4th Edition Content Aggregation Model 3.4. Elements are
matched by local name, since tools differ in namespaces; attributes in any case (scormtype in 1.2, scormType in 2004).
"""

from dataclasses import asdict, dataclass, field
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from courses.scorm.launch_paths import Files, based, joined_base, with_parameters
from courses.scorm.manifest_text import read_xml
from courses.scorm.names import shown
from courses.scorm.refusals import Refusal
from courses.scorm.sentences import Sentence
from courses.scorm.sentences import sentence as _

XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"


@dataclass
class Item:
    """One thing that can be launched; `path` is inside the package, `query` what follows it in the address."""

    identifier: str
    title: str
    path: str
    query: str = ""
    kind: str = "sco"
    visible: bool = True
    mastery_score: str = ""
    max_time_allowed: str = ""
    time_limit_action: str = ""
    data_from_lms: str = ""
    prerequisites: str = ""
    completion_threshold: str = ""
    passing_score: str = ""


@dataclass
class Manifest:
    """What imsmanifest.xml says, and what was odd about it."""

    version: str
    edition: str = ""
    identifier: str = ""
    title: str = ""
    items: list[Item] = field(default_factory=list)
    organisations: int = 0
    folder: str = ""
    warnings: list[Sentence] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        """Plain data, to be stored; the warnings are stored beside it."""
        plain = asdict(self)
        plain.pop("warnings")
        return plain


def local(name: str) -> str:
    """A tag or attribute without its namespace, in lower case."""
    return name.rsplit("}", 1)[-1].lower()


def children(element: Element | None, name: str) -> list[Element]:
    return [child for child in element if local(child.tag) == name] if element is not None else []


def child(element: Element | None, name: str) -> Element | None:
    return next(iter(children(element, name)), None)


def text_of(element: Element | None, name: str) -> str:
    found = child(element, name)
    return " ".join((found.text or "").split()) if found is not None else ""


def attribute(element: Element, name: str) -> str:
    wanted = name.lower()
    return next((value.strip() for key, value in element.attrib.items() if local(key) == wanted), "")


def parse(data: bytes, *, manifest_path: str, paths: list[str]) -> Manifest:
    """Read imsmanifest.xml. `paths` are the package's files, `manifest_path` the manifest's own among them.

    Raises Refusal when it cannot be read, or when there is nothing to launch.
    """
    warnings: list[Sentence] = []
    root = read_xml(data, warnings)
    if local(root.tag) != "manifest":
        raise Refusal(_("imsmanifest.xml begins with %(tag)s instead of “manifest”.", tag=shown(local(root.tag))))
    version, edition = version_of(root)
    found = Manifest(version=version, edition=edition, identifier=attribute(root, "identifier"), warnings=warnings)
    found.folder = manifest_path.rpartition("/")[0]
    files = Files(paths, folder=found.folder, warnings=warnings)
    organisation = chosen_organisation(child(root, "organizations"), found)
    resources = child(root, "resources")
    base = joined_base(root.get(XML_BASE), resources.get(XML_BASE) if resources is not None else None)
    by_identifier = {attribute(entry, "identifier"): entry for entry in children(resources, "resource")}
    if organisation is not None:
        found.title = text_of(organisation, "title")
        found.items = items_of(organisation, by_identifier, base, files, version, warnings)
    if not found.items:
        found.items = bare_resources(by_identifier, base, files, version, warnings)
    if not found.items:
        raise Refusal(_("imsmanifest.xml names nothing that can be launched."))
    found.title = found.title or found.items[0].title
    return found


def version_of(root: Element) -> tuple[str, str]:
    """ "1.2" or "2004" with its edition: by schemaversion, then namespaces, then the spelling of scormType."""
    stated = text_of(child(root, "metadata"), "schemaversion").lower()
    if "1.3" in stated:
        return "2004", "2nd Edition"
    if "2004" in stated:
        digit = next((character for character in stated.replace("2004", "") if character in "234"), "")
        return "2004", {"2": "2nd Edition", "3": "3rd Edition", "4": "4th Edition"}.get(digit, "")
    if stated == "1.2":
        return "1.2", ""
    names = {name for element in root.iter() for name in (element.tag, *element.attrib)}
    if any("adlcp_v1p3" in name or "adlseq" in name or "imsss" in name for name in names):
        return "2004", ""
    if any("adlcp_rootv1p2" in name for name in names):
        return "1.2", ""
    return ("2004", "") if any(name.rsplit("}", 1)[-1] == "scormType" for name in names) else ("1.2", "")


def chosen_organisation(parent: Element | None, found: Manifest) -> Element | None:
    """The default organisation; the first when the default is missing or wrong."""
    all_of_them = children(parent, "organization")
    found.organisations = len(all_of_them)
    if parent is None or not all_of_them:
        found.warnings.append(_("imsmanifest.xml has no organisation; its resources were taken as they are."))
        return None
    wanted = attribute(parent, "default")
    named = [entry for entry in all_of_them if attribute(entry, "identifier") == wanted]
    if wanted and not named:
        found.warnings.append(
            _("The default organisation %(wanted)s does not exist; the first one was taken.", wanted=shown(wanted))
        )
    if len(all_of_them) > 1:
        found.warnings.append(
            _("The package has %(total)s organisations; only one of them is used.", total=len(all_of_them))
        )
    return (named or all_of_them)[0]


def items_of(
    organisation: Element,
    resources: dict[str, Element],
    base: str,
    files: Files,
    version: str,
    warnings: list[Sentence],
) -> list[Item]:
    """Every item that can be launched, at any depth, in order."""
    found: list[Item] = []
    taken: dict[str, int] = {}
    waiting = list(reversed(children(organisation, "item")))
    while waiting:
        element = waiting.pop()
        waiting.extend(reversed(children(element, "item")))
        reference = attribute(element, "identifierref")
        if not reference:
            continue
        identifier = attribute(element, "identifier") or reference
        if reference not in resources:
            warnings.append(
                _(
                    "The item %(identifier)s points at %(reference)s, which does not exist.",
                    identifier=shown(identifier),
                    reference=shown(reference),
                )
            )
            continue
        item = item_from(resources[reference], base, files, version, warnings)
        if item is None:
            continue
        item.identifier = unused(identifier, taken)
        item.title = text_of(element, "title") or identifier
        item.visible = attribute(element, "isvisible").lower() != "false"
        item.query = with_parameters(item.query, attribute(element, "parameters"))
        read_settings(item, element)
        found.append(item)
    return found


def unused(identifier: str, taken: dict[str, int]) -> str:
    """The identifier, told apart from the earlier ones in `taken`, which it joins: state is kept under it.

    `taken` holds with each name the last number that was tried after it.
    """
    base = name = identifier[:240]
    while name in taken:
        taken[base] += 1
        name = f"{base}-{taken[base]}"
    taken[name] = 1
    return name


def read_settings(item: Item, element: Element) -> None:
    """What the item asks of the player (CAM 1.2, 2.3.2.5; 2004, 3.4.1)."""
    item.mastery_score = text_of(element, "masteryscore")
    item.max_time_allowed = text_of(element, "maxtimeallowed")
    item.time_limit_action = text_of(element, "timelimitaction")
    lms_data = child(element, "datafromlms")
    item.data_from_lms = (lms_data.text or "") if lms_data is not None else ""
    item.prerequisites = text_of(element, "prerequisites")
    threshold = child(element, "completionthreshold")
    if threshold is not None:
        item.completion_threshold = attribute(threshold, "minprogressmeasure") or (threshold.text or "").strip()
    sequencing = child(element, "sequencing")  # its own, not that of an item inside it
    for objective in sequencing.iter() if sequencing is not None else ():
        if local(objective.tag) == "primaryobjective" and attribute(objective, "satisfiedbymeasure").lower() == "true":
            item.passing_score = text_of(objective, "minnormalizedmeasure") or "1.0"


def bare_resources(
    resources: dict[str, Element], base: str, files: Files, version: str, warnings: list[Sentence]
) -> list[Item]:
    """One item for each launchable resource, for a package without items."""
    found: list[Item] = []
    taken: dict[str, int] = {}
    for identifier, element in resources.items():
        if attribute(element, "scormtype").lower() != "sco" and len(resources) > 1:
            continue
        item = item_from(element, base, files, version, warnings)
        if item is not None:
            item.identifier = unused(identifier or "item", taken)
            item.title = identifier
            found.append(item)
    return found


def item_from(resource: Element, base: str, files: Files, version: str, warnings: list[Sentence]) -> Item | None:
    """The item a resource makes; None, with a warning, when it has nothing to open."""
    name = attribute(resource, "identifier")
    href = attribute(resource, "href")
    if not href:
        pages = [attribute(entry, "href") for entry in children(resource, "file")]
        href = next((page for page in pages if page.lower().split("?")[0].endswith((".html", ".htm"))), "")
        if not href:
            warnings.append(_("The resource %(name)s names no file to open.", name=shown(name)))
            return None
        warnings.append(
            _("The resource %(name)s names no file to open; %(href)s was taken.", name=shown(name), href=shown(href))
        )
    try:
        address = urlsplit(href.replace("\\", "/"))
    except ValueError as error:
        raise Refusal(
            _("The resource %(name)s names %(href)s, which is no address.", name=shown(name), href=shown(href))
        ) from error
    if address.scheme or address.netloc:
        raise Refusal(
            _(
                "The package opens a page on another site (%(href)s). Packages must hold their own pages.",
                href=shown(href),
            )
        )
    path, query = based(joined_base(base, resource.get(XML_BASE)), href)
    declared = attribute(resource, "scormtype").lower()
    kind = "asset" if declared == "asset" else "sco"
    if declared not in ("sco", "asset"):
        warnings.append(
            _("The resource %(name)s does not say whether it is a SCO; it was taken as one.", name=shown(name))
        )
    return Item(identifier=name, title=name, path=files.find(path, href=href), query=query, kind=kind)
