"""Sets a draft as blocks of a web page."""

from typing import Any

from django.utils.html import escape

from lms.demo.documents.drafts import SAMPLE_NOTE, Draft, Section


def web_blocks(draft: Draft) -> list[dict[str, Any]]:
    """The draft as raw blocks of a StreamField: texts with headings, and tables."""
    note = {"kind": "caution", "title": "", "text": f"<p>{escape(SAMPLE_NOTE)}</p>"}
    return [{"type": "callout", "value": note}, *blocks_of(draft.sections)]


def blocks_of(sections: list[Section]) -> list[dict[str, Any]]:
    """The sections as raw blocks."""
    blocks: list[dict[str, Any]] = []
    for section in sections:
        html = [f"<h2>{escape(section.title)}</h2>"]
        for block in section.blocks:
            if block[0] == "p":
                html.append(f"<p>{escape(block[1])}</p>")
            elif block[0] == "table":
                if html:
                    blocks.append({"type": "rich_text", "value": "".join(html)})
                    html = []
                blocks.append({"type": "table", "value": table_of(*block[1:])})
            else:
                items = "".join(f"<li>{escape(text)}</li>" for text in block[1])
                html.append(f"<{block[0]}>{items}</{block[0]}>")
        if html:
            blocks.append({"type": "rich_text", "value": "".join(html)})
    return blocks


def table_of(caption: str, heads: list[str], rows: list[list[str]]) -> dict[str, Any]:
    """A table as the block keeps it."""
    return {
        "caption": caption,
        "columns": [{"type": "text", "heading": head} for head in heads],
        "rows": [{"values": row} for row in rows],
    }
