"""Builds the SCORM 1.2 package "A morning at the car wash" from its scenario and pictures, alike every time."""

import json
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lms.demo.content.car_wash import SCENARIO
from lms.demo.illustrations import ILLUSTRATIONS

SOURCES = Path(__file__).parent / "scenario"
SOURCE_NAMES = ["index.html", "style.css", "scorm.js", "scenario.js"]

MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="{identifier}" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="scenario">
    <organization identifier="scenario">
      <title>{title}</title>
      <item identifier="scenario-item" identifierref="scenario-resource"><title>{title}</title></item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="scenario-resource" type="webcontent" adlcp:scormtype="sco" href="index.html">
{files}
    </resource>
  </resources>
</manifest>
"""


def build_car_wash_package() -> bytes:
    """The package as the bytes of a zip."""
    files = {name: (SOURCES / name).read_text(encoding="utf-8") for name in SOURCE_NAMES}
    files["data.js"] = f"window.SCENARIO = {json.dumps(SCENARIO, ensure_ascii=False, indent=1)};\n"
    for scene in SCENARIO["scenes"]:
        files[f"pictures/{scene['picture']}.svg"] = ILLUSTRATIONS[scene["picture"]]()
    listed = "\n".join(f'      <file href="{escape(name)}"/>' for name in sorted(files))
    files["imsmanifest.xml"] = MANIFEST.format(
        identifier=escape(SCENARIO["identifier"]), title=escape(SCENARIO["title"]), files=listed
    )
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name in sorted(files):
            archive.writestr(ZipInfo(name, date_time=(2026, 4, 28, 9, 0, 0)), files[name].encode(), ZIP_DEFLATED)
    return buffer.getvalue()
