"""The builder: a package as a mapping of paths to content, its manifest written unless the variant brings its own."""

import io
import zipfile
from dataclasses import dataclass, field
from html import escape

from django.core.files.uploadedfile import SimpleUploadedFile

NAMESPACES_12 = (
    'xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"'
)


def manifest_12(
    *,
    href: str = "index.html",
    title: str = "Example package",
    item_extra: str = "",
    item_attributes: str = "",
    resource_attributes: str = 'adlcp:scormtype="sco"',
    schemaversion: str = "<schemaversion>1.2</schemaversion>",
    head: str = '<?xml version="1.0" encoding="UTF-8"?>',
    namespaces: str = NAMESPACES_12,
    organizations_attributes: str = 'default="ORG"',
    resources_attributes: str = "",
    more_items: str = "",
    more_resources: str = "",
) -> str:
    """imsmanifest.xml of a single-SCO SCORM 1.2 package; every part can be replaced."""
    return f"""{head}
<manifest identifier="MANIFEST" version="1" {namespaces}>
  <metadata><schema>ADL SCORM</schema>{schemaversion}</metadata>
  <organizations {organizations_attributes}>
    <organization identifier="ORG"><title>{escape(title)}</title>
      <item identifier="ITEM" identifierref="RES" {item_attributes}><title>{escape(title)}</title>{item_extra}</item>
      {more_items}
    </organization>
  </organizations>
  <resources {resources_attributes}>
    <resource identifier="RES" type="webcontent" {resource_attributes} href="{escape(href)}">
      <file href="{escape(href)}"/>
    </resource>
    {more_resources}
  </resources>
</manifest>"""


def sco_page(script: str = "", *, body: str = "", title: str = "SCO") -> str:
    """A page that finds the API as the SCORM examples do, by walking up parents and then the opener's."""
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>
<script>
function scan(win) {{
  var tries = 0;
  while (win.API == null && win.parent != null && win.parent != win && tries < 500) {{ tries++; win = win.parent; }}
  return win.API;
}}
function findAPI() {{
  var found = scan(window);
  if (!found && window.opener) found = scan(window.opener);
  return found;
}}
var API = findAPI();
function say(text) {{ document.getElementById("said").textContent = text; }}
</script></head><body><main><h1>{escape(title)}</h1><p id="said">nothing yet</p>{body}</main>
<script>{script}</script></body></html>"""


@dataclass
class Package:
    """A package to be zipped: `files` beside the manifest, which is written unless it is among them."""

    files: dict[str, str | bytes] = field(default_factory=dict)
    manifest: str | bytes | None = None
    manifest_name: str = "imsmanifest.xml"

    def zipped(self) -> bytes:
        """The package as the bytes of a zip."""
        entries = dict(self.files)
        if self.manifest is not None:
            entries[self.manifest_name] = self.manifest
        elif not any(name.lower().endswith("imsmanifest.xml") for name in entries):
            entries[self.manifest_name] = manifest_12()
        return zipped(entries)

    def upload(self, name: str = "package.zip") -> SimpleUploadedFile:
        """The package as an uploaded file."""
        return SimpleUploadedFile(name, self.zipped(), content_type="application/zip")


def zipped(entries: dict[str, str | bytes]) -> bytes:
    """A zip of these files, in this order."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return buffer.getvalue()
