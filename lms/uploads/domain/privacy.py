"""Which documents anybody may have: those in no collection that an editor has made private."""

from django.db import models
from django.db.models import Q
from wagtail.models import Collection

from lms.uploads.models import Document


def private_collections() -> models.QuerySet:
    """The collections with a restriction of their own or of a collection above them."""
    paths = Collection.objects.filter(view_restrictions__isnull=False).values_list("path", flat=True)
    inside = Q(pk__in=[])
    for path in set(paths):
        inside |= Q(path__startswith=path)
    return Collection.objects.filter(inside)


def public_documents() -> models.QuerySet:
    """The documents that anybody may have, whoever asks. Two queries, the second with the rows."""
    return Document.objects.exclude(collection__in=private_collections())
