"""Builds the car wash scenario as a SCORM 1.2 package: a manifest, a page, its script and style, and the pictures.

The zip is the same, byte for byte, whenever the scenario is: entries have a fixed date and order.
"""

import io
import json
import zipfile
from html import escape
from pathlib import Path

from lms.demo.content.car_wash import SCENARIO
from lms.demo.illustrations import ILLUSTRATIONS

PAGE = Path(__file__).parent / "car_wash"
PAGE_FILES = ("index.html", "scenario.js", "scorm.js", "style.css")
WRITTEN_AT = (2026, 4, 28, 9, 0, 0)
MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="{identifier}" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="scenario">
    <organization identifier="scenario">
      <title>{title}</title>
      <item identifier="car-wash" identifierref="page"><title>{title}</title></item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" adlcp:scormtype="sco" href="index.html">
{files}
    </resource>
  </resources>
</manifest>
"""


def car_wash_zip() -> bytes:
    """The package as the bytes of a zip."""
    files = car_wash_files()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, date_time=WRITTEN_AT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[name])
    return buffer.getvalue()


def car_wash_files() -> dict[str, str]:
    """Every file of the package by its path."""
    title = escape(SCENARIO["title"])
    files = {name: (PAGE / name).read_text(encoding="utf-8") for name in PAGE_FILES}
    files["index.html"] = files["index.html"].replace("{title}", title)
    files["content.js"] = f"window.SCENARIO = {json.dumps(SCENARIO, ensure_ascii=False)};\n"
    for scene in SCENARIO["scenes"]:
        files[f"pictures/{scene['picture']}.svg"] = ILLUSTRATIONS[scene["picture"]]()
    listed = "\n".join(f'      <file href="{name}"/>' for name in sorted(files))
    files["imsmanifest.xml"] = MANIFEST.format(identifier=SCENARIO["identifier"], title=title, files=listed)
    return files
