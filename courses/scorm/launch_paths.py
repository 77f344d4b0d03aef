"""Addresses inside a package: bases, hrefs and parameters joined, files found whatever their capitals. No Django.

Sources: XML Base; SCORM 1.2 CAM 2.3.2.5.3 and SCORM 2004 CAM 3.4.1.9 (how `parameters` joins the launch address).
"""

import posixpath
import unicodedata
from urllib.parse import unquote

from courses.scorm.names import shown
from courses.scorm.refusals import Refusal
from courses.scorm.sentences import Sentence
from courses.scorm.sentences import sentence as _


def joined_base(*bases: str | None) -> str:
    """xml:base of an element within those around it; each stands for a folder."""
    joined = ""
    for base in bases:
        base = (base or "").replace("\\", "/").strip()
        joined = posixpath.join(joined, base.lstrip("/")) if base else joined
    return joined


def based(base: str, href: str) -> tuple[str, str]:
    """The path inside the manifest's folder (still encoded), and the query with fragment, of an href."""
    href = href.replace("\\", "/").strip()
    cut = min((index for index in (href.find("?"), href.find("#")) if index >= 0), default=len(href))
    path, rest = href[:cut], href[cut:]
    if base and not base.endswith("/"):
        base += "/" if "." not in base.rsplit("/", 1)[-1] else ""
    folder = base if base.endswith("/") else base.rpartition("/")[0]
    return posixpath.join(folder, path.lstrip("/")), rest


def with_parameters(query: str, parameters: str) -> str:
    """Join an item's `parameters` to what follows the path, as the CAM lays down."""
    parameters = parameters.strip().lstrip("?&")
    if not parameters:
        return query
    before, hash_sign, fragment = query.partition("#")
    if parameters.startswith("#"):
        return query if fragment else before + parameters
    joined = f"{before}{'&' if before.startswith('?') and len(before) > 1 else '?'}{parameters}"
    joined = joined.replace("??", "?")
    return joined + hash_sign + fragment if "#" not in parameters else joined


class Files:
    """The package's files, looked up as manifests name them: relative to the manifest's folder, encoded, any case."""

    def __init__(self, paths: list[str], *, folder: str, warnings: list[Sentence]) -> None:
        self.paths = set(paths)
        self.folded = {path.casefold(): path for path in paths}
        self.folder = folder
        self.warnings = warnings

    def find(self, path: str, *, href: str) -> str:
        """The file's real path in the package. Raises Refusal when it is not there."""
        for name in (unquote(path), path):
            wanted = posixpath.normpath(posixpath.join(self.folder, unicodedata.normalize("NFC", name)))
            if wanted.startswith(("../", "/")) or wanted == "..":
                raise Refusal(_("imsmanifest.xml opens %(href)s, which lies outside the package.", href=shown(href)))
            if wanted in self.paths:
                return wanted
            other = self.folded.get(wanted.casefold())
            if other:
                self.warnings.append(
                    _(
                        "imsmanifest.xml says %(wanted)s; the file is called %(other)s.",
                        wanted=shown(wanted),
                        other=shown(other),
                    )
                )
                return other
        raise Refusal(_("imsmanifest.xml opens %(href)s, but the package does not hold that file.", href=shown(href)))
