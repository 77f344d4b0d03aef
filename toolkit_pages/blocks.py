"""The blocks a toolkit page is made of."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from lms.design_system.blocks import BODY_BLOCKS


class TableBlock(TypedTableBlock):
    """A table of short texts: its first row heads the columns, its first column the rows."""

    def __init__(self, **kwargs):
        super().__init__([("text", blocks.TextBlock(required=False, label=_("Text"), rows=2))], **kwargs)

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        headings = [column["heading"] for column in value.columns]
        context["lines"] = [list(zip(headings, (str(cell.value) for cell in row), strict=True)) for row in value.rows]
        return context

    class Meta:
        template = "blocks/table.html"
        icon = "table"
        label = _("Table")


PAGE_BLOCKS = [*BODY_BLOCKS]
# What a document that is shown as a web page needs besides.
DOCUMENT_BLOCKS = [*PAGE_BLOCKS, ("table", TableBlock())]
