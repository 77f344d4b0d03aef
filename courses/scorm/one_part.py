"""What of a manifest is played: its one part, or a refusal when learners would have to choose. Knows no Django."""

from courses.scorm.archive import MANIFEST
from courses.scorm.manifest import Item, Manifest
from courses.scorm.refusals import Refusal
from courses.scorm.sentences import sentence as _


def shallowest_manifest(paths: list[str]) -> str:
    """The manifest nearest to the top; in a tie the first by name."""
    found = [path for path in paths if path.rsplit("/", 1)[-1].casefold() == MANIFEST]
    return min(found, key=lambda path: (path.count("/"), path))


def keep_one_item(manifest: Manifest) -> None:
    """Leave the one item that is played. Raises Refusal when learners would have to choose between several."""
    items = manifest.items
    if len(items) > 1:
        scos = [item for item in items if item.kind == "sco" and item.visible]
        scos = scos or [item for item in items if item.kind == "sco"] or items
        if len({(item.path, item.query) for item in scos}) > 1:
            raise Refusal(
                _(
                    "The package has %(total)s parts that are opened one by one (%(titles)s). Packages with one part "
                    "are supported: export it as a single SCO, or each part as a package of its own.",
                    total=len(scos),
                    titles=first_titles(scos),
                )
            )
        manifest.warnings.append(
            _(
                "One part of the package is played; %(left)s more in the manifest are not shown.",
                left=len(items) - 1,
            )
        )
        manifest.items = scos[:1]


def first_titles(items: list[Item]) -> str:
    """The titles of the first three parts."""
    return ", ".join(f"“{item.title}”" for item in items[:3]) + ("…" if len(items) > 3 else "")
