"""Sets a draft as a tagged PDF (PDF/UA-1) by typst."""

import json
from pathlib import Path
from typing import Any

import typst
from django.conf import settings

from lms.demo.documents.drafts import PLACE_TO_FILL, SAMPLE_NOTE, Block, Draft

TEMPLATE = Path(__file__).with_name("paper.typ")
FONTS = settings.BASE_DIR / "lms/static/build/fonts"
FAMILIES = ["Atkinson Hyperlegible Next", "Libertinus Serif"]


def pdf_file(draft: Draft) -> bytes:
    """The draft as a PDF file."""
    data = {
        "title": draft.title,
        "author": draft.organisation,
        "foot": f"{draft.kind}, version {draft.version}. Sample.",
        "note": SAMPLE_NOTE,
        "facts": draft.facts,
        "fonts": FAMILIES,
        "sections": [
            {"title": section.title, "blocks": [block_of(block) for block in section.blocks]}
            for section in draft.sections
        ],
    }
    return typst.compile(
        TEMPLATE, sys_inputs={"data": json.dumps(data)}, font_paths=[str(FONTS)], pdf_standards=["ua-1"]
    )


def block_of(block: Block) -> dict[str, Any]:
    """A block as the template reads it."""
    if block[0] == "p":
        return {"kind": "p", "parts": parts_of(block[1])}
    if block[0] == "table":
        _kind, caption, heads, rows = block
        cells = [[{"parts": parts_of(cell)} for cell in row] for row in rows]
        return {"kind": "table", "caption": caption, "heads": heads, "rows": cells}
    return {"kind": block[0], "items": [parts_of(text) for text in block[1]]}


def parts_of(text: str) -> list[dict[str, Any]]:
    """The text in parts, with the places to fill in apart."""
    parts, end = [], 0
    for found in PLACE_TO_FILL.finditer(text):
        parts += [{"text": text[end : found.start()], "fill": False}, {"text": found.group(), "fill": True}]
        end = found.end()
    return [part for part in [*parts, {"text": text[end:], "fill": False}] if part["text"]]
