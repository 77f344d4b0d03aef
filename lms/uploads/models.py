"""Uploaded images, which need a description, and documents, which only a view that checks each request serves."""

from django.conf import settings
from django.core.files.storage import storages
from django.db import models
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as WagtailDocument
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.images.models import Image as WagtailImage

from lms.editorial.models import Owned


def private_storage():
    """Where documents lie: never under a public address."""
    return storages["private"]


class Image(AbstractImage):
    """An image whose description is the text a screen reader says."""

    uploaded_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uploaded by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="uploaded_images",
    )
    tags = TaggableManager(blank=True, verbose_name=_("tags"), related_name="uploaded_images")

    admin_form_fields = WagtailImage.admin_form_fields

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions = [("choose_image", "Can choose image")]

    @property
    def default_alt_text(self) -> str:
        return self.description


class Rendition(AbstractRendition):
    """An image in one size."""

    image = models.ForeignKey(Image, related_name="renditions", on_delete=models.CASCADE)

    class Meta:
        unique_together = [("image", "filter_spec", "focal_point_key")]


class Document(AbstractDocument, Owned):
    """A file to download."""

    file = models.FileField(upload_to="documents", storage=private_storage, verbose_name=_("file"))

    uploaded_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uploaded by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="uploaded_documents",
    )
    tags = TaggableManager(blank=True, verbose_name=_("tags"), related_name="uploaded_documents")

    admin_form_fields = (*WagtailDocument.admin_form_fields, "review_on", "content_owner")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_document", "Can choose document")]

    def clean(self):
        """Check the file's extension, unless the form has refused the file already and says why."""
        if self.file:
            super().clean()


class DocumentText(models.Model):
    """The words of a document, read out of its file by a sweep, so that search finds what is inside."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        READ = "read", _("Read")
        UNREADABLE = "unreadable", _("Cannot be read")

    document = models.OneToOneField(Document, on_delete=models.CASCADE, related_name="text")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING, db_index=True)
    file_hash = models.CharField(max_length=40, blank=True, help_text=_("Of the file that was read."))
    text = models.TextField(blank=True)
    problem = models.CharField(max_length=250, blank=True)
    is_public = models.BooleanField(
        default=False, help_text=_("Whether anybody may have the file, as far as search knows.")
    )
    claimed_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("text of a document")
        verbose_name_plural = _("texts of documents")

    def __str__(self) -> str:
        return f"{self.document}"


class DownloadCount(models.Model):
    """How often a document was fetched on a day; who fetched it is not kept."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="download_counts")
    day = models.DateField()
    number = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("number of downloads")
        verbose_name_plural = _("numbers of downloads")
        constraints = [models.UniqueConstraint(fields=["document", "day"], name="uploads_count_once_a_day")]

    def __str__(self) -> str:
        return f"{self.document}: {self.number}"
