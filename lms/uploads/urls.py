"""Addresses of documents, under the names Wagtail links to."""

from django.urls import path

from lms.uploads import views
from lms.uploads.passwords import collection_password

urlpatterns = [
    path("<int:document_id>/<path:document_filename>", views.document, name="wagtaildocs_serve"),
    path(
        "authenticate_with_password/<int:restriction_id>/",
        collection_password,
        name="wagtaildocs_authenticate_with_password",
    ),
]
