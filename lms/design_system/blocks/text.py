"""Text blocks."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

# "authority" cites a piece of law or guidance; "authority-value" shows a number that is kept once; "glossary-term"
# ties words to the glossary.
CITING = ["authority", "authority-value", "glossary-term"]
TEXT_FEATURES = ["h2", "h3", "bold", "ol", "ul", "link", "document-link", *CITING]
SHORT_FEATURES = ["bold", "link", "ul", *CITING]


class TextBlock(blocks.RichTextBlock):
    """Headings, paragraphs, lists and links."""

    def __init__(self, **kwargs):
        kwargs.setdefault("features", TEXT_FEATURES)
        super().__init__(**kwargs)

    class Meta:
        template = "blocks/rich_text.html"
        icon = "pilcrow"
        label = _("Text")
