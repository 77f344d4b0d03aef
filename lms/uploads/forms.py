"""Upload forms: an image needs a description, and every file must hold what its name says."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from lms.uploads.domain.documents import VIDEOS, WrongContent, check_document, extension_of
from lms.uploads.domain.drawings import UnsafeDrawing, check_drawing


def in_megabytes(size: int) -> str:
    return f"{size / 1024 / 1024:.0f} MB"


class ImageForm(BaseImageForm):
    """An image; Wagtail checks format, size and pixels, and an SVG must only draw."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "description" in self.fields:
            self.fields["description"].required = True
            self.fields["description"].error_messages["required"] = gettext_lazy("Say what the image shows.")
            self.fields["description"].help_text = gettext_lazy(
                "What a person who cannot see the image should know. It is read out in place of the image."
            )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if "file" in self.changed_data and extension_of(file.name) == "svg":
            try:
                check_drawing(file)
            except UnsafeDrawing as error:
                raise forms.ValidationError(str(error)) from error
        return file

    def clean_description(self):
        return self.cleaned_data["description"].strip()


class DocumentForm(BaseDocumentForm):
    """A document of an accepted kind, whose content agrees with its name."""

    def clean_file(self):
        file = self.cleaned_data["file"]
        if "file" not in self.changed_data:
            return file
        is_video = extension_of(file.name) in VIDEOS
        limit = settings.VIDEO_MAX_BYTES if is_video else settings.DOCUMENT_MAX_BYTES
        if file.size > limit:
            raise forms.ValidationError(
                _("The file has %(size)s. The most is %(limit)s.")
                % {"size": in_megabytes(file.size), "limit": in_megabytes(limit)}
            )
        try:
            check_document(file, name=file.name)
        except WrongContent as error:
            raise forms.ValidationError(str(error)) from error
        return file
