"""Blocks with something chosen: an image, a video with its transcript, a download, a piece of law or a number."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock


class ImageBlock(blocks.StructBlock):
    """An image; its alternative text is needed unless it only decorates."""

    image = ImageChooserBlock()
    alt = blocks.CharBlock(max_length=400, required=False, label=_("Alternative text"))
    decorative = blocks.BooleanBlock(required=False, label=_("It only decorates"))
    caption = blocks.CharBlock(max_length=300, required=False)

    def clean(self, value):
        result = super().clean(value)
        if not result["decorative"] and not result["alt"].strip():
            error = ValidationError(_("Say what the image shows, or tick “It only decorates”."))
            raise StructBlockValidationError(block_errors={"alt": error})
        return result

    class Meta:
        template = "blocks/image.html"
        icon = "image"
        label = _("Image")


class VideoBlock(blocks.StructBlock):
    """A video file, or the address of one on an allowed site; always with a transcript."""

    title = blocks.CharBlock(max_length=120)
    file = DocumentChooserBlock(required=False, help_text=_("An MP4 or WebM file."))
    captions = DocumentChooserBlock(required=False, help_text=_("A WebVTT file."))
    embed_url = blocks.URLBlock(required=False, label=_("Address of the video"))
    transcript = blocks.RichTextBlock(features=["h3", "bold", "ul", "link"])

    def clean(self, value):
        result = super().clean(value)
        errors = {}
        if not result["file"] and not result["embed_url"]:
            errors["file"] = ValidationError(_("Choose a video file, or give the address of a video."))
        if result["embed_url"] and urlsplit(result["embed_url"]).netloc not in settings.VIDEO_HOSTS:
            errors["embed_url"] = ValidationError(
                _("Videos may come from: %(hosts)s.") % {"hosts": ", ".join(settings.VIDEO_HOSTS)}
            )
        if errors:
            raise StructBlockValidationError(block_errors=errors)
        return result

    class Meta:
        template = "blocks/video.html"
        icon = "media"
        label = _("Video with transcript")


class AuthorityBlock(blocks.StructBlock):
    """A piece of law or guidance, a number or a list that is kept once: the text shows it as it is now."""

    authority = SnippetChooserBlock("authorities.Authority", label=_("Authority"))
    note = blocks.CharBlock(max_length=250, required=False, label=_("What it means here"))

    class Meta:
        template = "blocks/authority.html"
        icon = "doc-full-inverse"
        label = _("Law, number or list")


class DownloadBlock(blocks.StructBlock):
    """A document to download, with its kind and size shown."""

    document = DocumentChooserBlock()
    title = blocks.CharBlock(max_length=120, required=False)
    description = blocks.CharBlock(max_length=300, required=False)

    class Meta:
        template = "blocks/download.html"
        icon = "download"
        label = _("Download")
