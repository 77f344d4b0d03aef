"""StreamField blocks of lessons and pages; each is drawn by templates/blocks/<name>.html."""

from lms.design_system.blocks.callouts import CalloutBlock, KeyFactsBlock, ScenarioBlock
from lms.design_system.blocks.media import AuthorityBlock, DownloadBlock, ImageBlock, VideoBlock
from lms.design_system.blocks.text import TextBlock

BODY_BLOCKS = [
    ("rich_text", TextBlock()),
    ("image", ImageBlock()),
    ("video", VideoBlock()),
    ("callout", CalloutBlock()),
    ("key_facts", KeyFactsBlock()),
    ("scenario", ScenarioBlock()),
    ("download", DownloadBlock()),
    ("authority", AuthorityBlock()),
]

__all__ = [
    "AuthorityBlock",
    "BODY_BLOCKS",
    "CalloutBlock",
    "DownloadBlock",
    "ImageBlock",
    "KeyFactsBlock",
    "ScenarioBlock",
    "TextBlock",
    "VideoBlock",
]
