"""What editors of a governance document see and may not do: downloads, two versions of one number, nothing to read."""

from datetime import date

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from lms.uploads.domain.downloads import count_downloads
from tests.factories.library import GovernanceDocumentFactory, GovernanceLibraryFactory
from toolkit_pages.editing_forms import GovernanceDocumentForm
from toolkit_pages.models import GovernanceDocumentPage

BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def document(home):
    return GovernanceDocumentFactory(
        parent=GovernanceLibraryFactory(), slug="terms", versions=[("1", date(2026, 4, 14), "Members meet.")]
    )


def test_an_editor_sees_how_often_each_file_was_downloaded(client, document, erin):
    file = document.current_version.word
    count_downloads([file, file, file])
    client.force_login(erin, backend=BACKEND)
    html = client.get(reverse("wagtailadmin_pages:edit", args=[document.pk])).content.decode()
    assert f"<tr><td>1</td><td>{file.filename}</td><td>3</td></tr>" in html


def errors_of(document, *rows):
    """The errors beside the versions of a form with these rows of number and file."""
    versions = {"TOTAL_FORMS": len(rows), "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 1, "MAX_NUM_FORMS": 1000}
    for place, (number, file) in enumerate(rows):
        versions[str(place)] = {"number": number, "approved_on": "2026-05-05", "word": file, "ORDER": place + 1}
    handler = GovernanceDocumentPage.get_edit_handler()
    form_class = handler.get_form_class()
    assert issubclass(form_class, GovernanceDocumentForm)
    page = GovernanceDocumentPage(title="Terms", slug="other")
    empty = {name: streamfield([]) for name in ("body", "web_version", "goes_with", "rests_on")}
    posted = nested_form_data({"versions": versions, "comments": inline_formset([]), **empty})
    form = form_class(posted, instance=page, parent_page=document.get_parent())
    form.is_valid()
    return [each.errors for each in form.formsets["versions"].forms]


def test_each_version_has_a_number_of_its_own_and_something_to_read(document):
    file = document.current_version.word_id
    assert errors_of(document, ("1", file), ("2", file)) == [{}, {}]
    assert errors_of(document, ("1", file), ("1", file)) == [
        {},
        {"number": ["There is a version with this number already."]},
    ]
    assert errors_of(document, ("1", file), ("2", "")) == [
        {},
        {"word": ["Choose a file for this version, or write the document as a web page."]},
    ]
