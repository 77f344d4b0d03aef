"""Turns the site's variable typeface into static TrueType files, which typst needs for certificates and reports."""

import sys
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).resolve().parents[2]
FILES = ROOT / "node_modules/@fontsource-variable/atkinson-hyperlegible-next/files"
OUT = ROOT / "lms/static/build/fonts"
FAMILY = "Atkinson Hyperlegible Next"
WEIGHTS = {400: "Regular", 600: "SemiBold", 700: "Bold"}


def name_font(font: TTFont, style: str) -> None:
    """Give one weight the names by which typst finds it."""
    postscript = f"{FAMILY.replace(' ', '')}-{style}"
    names = {1: f"{FAMILY} {style}", 2: "Regular", 3: postscript, 4: f"{FAMILY} {style}", 6: postscript}
    names |= {16: FAMILY, 17: style}
    if style in {"Regular", "Bold"}:
        names |= {1: FAMILY, 2: style}
    for name_id, text in names.items():
        font["name"].setName(text, name_id, 3, 1, 0x409)


def make(weight: int, style: str) -> Path:
    """One weight as one file: the Latin and the extended Latin letters together."""
    parts = []
    for subset in ("latin", "latin-ext"):
        font = TTFont(FILES / f"atkinson-hyperlegible-next-{subset}-wght-normal.woff2")
        font.flavor = None
        part = OUT / f".{subset}-{weight}.ttf"
        instantiateVariableFont(font, {"wght": weight}, inplace=True).save(part)
        parts.append(part)
    merged = Merger().merge([str(part) for part in parts])
    name_font(merged, style)
    merged["OS/2"].usWeightClass = weight
    merged["OS/2"].fsSelection = 0b10100000 if style == "Bold" else 0b11000000
    merged["head"].macStyle = 1 if style == "Bold" else 0
    target = OUT / f"atkinson-{weight}.ttf"
    merged.save(target)
    for part in parts:
        part.unlink()
    return target


def main() -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    for weight, style in WEIGHTS.items():
        sys.stdout.write(f"{make(weight, style).relative_to(ROOT)}\n")


if __name__ == "__main__":
    main()
