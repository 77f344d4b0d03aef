"""Manifests as authoring tools write them: versions, encodings, bases, items, and what is mended with a warning."""

import time

import pytest

from courses.scorm.manifest import Manifest, parse
from courses.scorm.refusals import Refusal
from tests.scorm_packages import manifest_12


def read(text: str | bytes, *paths: str, at: str = "imsmanifest.xml") -> Manifest:
    data = text.encode() if isinstance(text, str) else text
    return parse(data, manifest_path=at, paths=[at, *(paths or ("index.html",))])


def test_a_plain_manifest_has_one_item_and_no_warning():
    found = read(manifest_12(title="Signs & more"))
    assert found.version == "1.2"
    assert found.title == "Signs & more"
    assert [(item.identifier, item.path, item.kind) for item in found.items] == [("ITEM", "index.html", "sco")]
    assert found.warnings == []


@pytest.mark.parametrize(
    "encoded",
    [
        manifest_12(title="Café").encode("utf-8-sig"),
        manifest_12(title="Café", head='<?xml version="1.0" encoding="UTF-16"?>').encode("utf-16"),
        manifest_12(title="Café", head='<?xml version="1.0" encoding="UTF-16"?>').encode("utf-16-be"),
        manifest_12(title="Café", head='<?xml version="1.0" encoding="ISO-8859-1"?>').encode("latin-1"),
        manifest_12(title="Café", head='\n<?xml version="1.0" standalone="no" ?>').encode(),
    ],
)
def test_encodings_are_read_without_a_warning(encoded):
    found = read(encoded)
    assert found.title == "Café"
    assert found.warnings == []


@pytest.mark.parametrize(
    "encoded",
    [
        manifest_12(title="Café").encode("cp1252"),
        manifest_12(title="Café", head='<?xml version="1.0" encoding="UTF-16"?>').encode(),
        manifest_12(title="Café", head='<?xml version="1.0" encoding="klingon"?>').encode(),
    ],
)
def test_a_wrong_declaration_is_read_with_a_warning(encoded):
    found = read(encoded)
    assert found.title == "Café"
    assert len(found.warnings) == 1


def test_a_stray_ampersand_and_an_undeclared_prefix_are_mended():
    text = manifest_12(title="TITLE").replace("TITLE", "Cats & dogs &nbsp;&eacute;").replace("<file", "<extra:file")
    found = read(text)
    assert found.items[0].title == "Cats & dogs é"
    assert len(found.warnings) == 2


@pytest.mark.parametrize(
    ("schemaversion", "namespaces", "attribute", "expected"),
    [
        ("<schemaversion>1.2</schemaversion>", "", "scormtype", ("1.2", "")),
        ("", 'xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"', "adlcp:scormtype", ("1.2", "")),
        ("", "", "scormtype", ("1.2", "")),
        ("<schemaversion>CAM 1.3</schemaversion>", "", "scormType", ("2004", "2nd Edition")),
        ("<schemaversion>2004 3rd Edition</schemaversion>", "", "scormType", ("2004", "3rd Edition")),
        ("<schemaversion>2004 4th Edition</schemaversion>", "", "scormType", ("2004", "4th Edition")),
        ("", 'xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"', "adlcp:scormType", ("2004", "")),
        ("", "", "scormType", ("2004", "")),
    ],
)
def test_the_version_is_told_by_schemaversion_then_namespace_then_attribute(
    schemaversion, namespaces, attribute, expected
):
    found = read(
        manifest_12(schemaversion=schemaversion, namespaces=namespaces, resource_attributes=f'{attribute}="sco"')
    )
    assert (found.version, found.edition) == expected
    assert found.items[0].kind == "sco"


@pytest.mark.parametrize(
    ("href", "resources", "resource", "expected"),
    [
        ("index.html", 'xml:base="content/"', "", "content/index.html"),
        ("index.html", 'xml:base="content"', 'xml:base="sco1/"', "content/sco1/index.html"),
        ("content/my%20course/index.html", "", "", "content/my course/index.html"),
        ("content\\index.html", "", "", "content/index.html"),
        ("./content/index.html", "", "", "content/index.html"),
        ("/content/index.html", "", "", "content/index.html"),
    ],
)
def test_bases_and_encoded_hrefs_lead_to_the_file(href, resources, resource, expected):
    text = manifest_12(
        href=href, resources_attributes=resources, resource_attributes=f'adlcp:scormtype="sco" {resource}'
    )
    assert read(text, expected).items[0].path == expected


def test_a_manifest_in_a_folder_names_files_beside_it():
    assert read(manifest_12(), "course/index.html", at="course/imsmanifest.xml").items[0].path == "course/index.html"


def test_capitals_that_differ_are_found_with_a_warning():
    found = read(manifest_12(href="Index.HTML"))
    assert found.items[0].path == "index.html"
    assert len(found.warnings) == 1


@pytest.mark.parametrize(
    ("href", "parameters", "expected"),
    [
        ("index.html?lang=en", "", "?lang=en"),
        ("index.html", "?mode=full", "?mode=full"),
        ("index.html", "mode=full", "?mode=full"),
        ("index.html?lang=en", "&amp;mode=full", "?lang=en&mode=full"),
        ("index.html?lang=en", "?mode=full", "?lang=en&mode=full"),
        ("index.html", "#chapter2", "#chapter2"),
        ("index.html#start", "a=b", "?a=b#start"),
    ],
)
def test_parameters_join_the_address(href, parameters, expected):
    attributes = f'parameters="{parameters}"' if parameters else ""
    assert read(manifest_12(href=href, item_attributes=attributes)).items[0].query == expected


def test_settings_of_the_item_are_read():
    extra = (
        "<adlcp:masteryscore>80</adlcp:masteryscore><adlcp:maxtimeallowed>00:30:00</adlcp:maxtimeallowed>"
        "<adlcp:timelimitaction>exit,no message</adlcp:timelimitaction><adlcp:datafromlms>a=1&amp;b</adlcp:datafromlms>"
        '<adlcp:prerequisites type="aicc_script">OTHER</adlcp:prerequisites>'
    )
    item = read(manifest_12(item_extra=extra)).items[0]
    found = (item.mastery_score, item.max_time_allowed, item.time_limit_action, item.data_from_lms, item.prerequisites)
    assert found == ("80", "00:30:00", "exit,no message", "a=1&b", "OTHER")


@pytest.mark.parametrize("attributes", ['default="WRONG"', 'default="ORG"', ""])
def test_the_default_organisation_may_be_wrong_or_missing(attributes):
    found = read(manifest_12(organizations_attributes=attributes))
    assert found.items[0].identifier == "ITEM"
    assert len(found.warnings) == (1 if "WRONG" in attributes else 0)


def test_without_an_organisation_the_resource_is_the_item():
    text = manifest_12()
    start, end = text.index("<organizations"), text.index("</organizations>") + len("</organizations>")
    found = read(text[:start] + "<organizations/>" + text[end:])
    assert [item.identifier for item in found.items] == ["RES"]


def test_an_item_that_points_nowhere_is_left_out_with_a_warning():
    found = read(manifest_12(more_items='<item identifier="LOST" identifierref="NOWHERE"/>'))
    assert [item.identifier for item in found.items] == ["ITEM"]
    assert len(found.warnings) == 1


def test_items_with_the_same_identifier_are_told_apart():
    found = read(manifest_12(more_items='<item identifier="ITEM" identifierref="RES"><title>Again</title></item>'))
    assert [item.identifier for item in found.items] == ["ITEM", "ITEM-2"]


def test_an_item_is_visible_unless_it_says_false():
    assert read(manifest_12()).items[0].visible is True
    assert read(manifest_12(item_attributes='isvisible="false"')).items[0].visible is False


def test_an_asset_is_known_as_one():
    assert read(manifest_12(resource_attributes='adlcp:scormtype="asset"')).items[0].kind == "asset"


def test_an_href_that_is_no_address_is_refused():
    with pytest.raises(Refusal, match="which is no address"):
        read(manifest_12(href="//[x/index.html"))


def test_nothing_to_launch_is_refused():
    text = manifest_12().replace('identifierref="RES"', "").replace('adlcp:scormtype="sco"', "").replace("href=", "x=")
    with pytest.raises(Refusal, match="nothing that can be launched"):
        read(text)


@pytest.mark.parametrize(
    "inside",
    [
        '<item identifier="SAME" identifierref="RES"><title>a</title></item>' * 20_000,
        "".join(f"<p{number}:a/>" for number in range(150_000)),
    ],
)
def test_a_manifest_made_to_be_slow_is_not(inside):
    begun = time.process_time()
    try:
        found = len(read(manifest_12(more_items=inside)).items)
    except Refusal:
        found = 0
    assert found in (0, 20_001)
    assert time.process_time() - begun < 8
