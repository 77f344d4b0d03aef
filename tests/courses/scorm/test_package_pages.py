"""The admin's pages of packages: for editors, with progress, refusals, versions and a preview that records nothing."""

import pytest
from django.urls import reverse

from courses.models import Commit, Launch, PackageVersion, ScormPackage
from courses.scorm.packages import upload_package
from tests.factories.scorm import ready_package, scorm_lesson
from tests.scorm_packages import Package, sco_page

pytestmark = pytest.mark.django_db
ADD = "/admin/snippets/courses/scormpackage/add/"
LIST = "/admin/snippets/courses/scormpackage/"


def page_of(package: ScormPackage) -> str:
    return reverse("wagtailsnippets_courses_scormpackage:edit", args=[package.pk])


def preview_of(version: PackageVersion) -> str:
    return reverse("wagtailsnippets_courses_scormpackage:preview", args=[version.pk])


@pytest.fixture
def editor(client, erin):
    client.force_login(erin, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_an_editor_uploads_a_package_and_sees_it_ready(editor, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        answer = editor.post(ADD, {"title": "Signs", "file": Package({"index.html": sco_page()}).upload()})
    package = ScormPackage.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, page_of(package))
    page = editor.get(page_of(package))
    assert "Ready" in page.content.decode()
    assert "Refresh" not in page
    assert package.created_by.email == "erin@editors.example.org"


def test_a_package_that_waits_refreshes_its_page_by_itself(editor):
    version = upload_package(Package({"index.html": sco_page()}).upload(), by=None)
    page = editor.get(page_of(version.package))
    assert page["Refresh"] == "3"
    assert '<a href="?still">Keep it still</a>' in page.content.decode()


def test_a_page_that_is_asked_to_keeps_still_so_that_a_chosen_file_or_title_is_not_lost(editor):
    version = upload_package(Package({"index.html": sco_page()}).upload(), by=None)
    page = editor.get(page_of(version.package), {"still": ""})
    assert "Refresh" not in page
    assert '<a href="?">See how far it is</a>' in page.content.decode()


def test_an_upload_without_a_file_is_refused_beside_the_file_and_leaves_the_title(editor):
    package = ready_package(title="Signs")
    html = editor.post(page_of(package), {"upload": ""}).content.decode()
    before, _between, after = html.partition('name="title"')
    assert (before.count("This field is required."), after.count("This field is required.")) == (1, 0)
    assert 'value="Signs"' in after.partition(">")[0]
    assert package.versions.count() == 1


def test_a_refusal_is_shown_with_its_reason(editor, django_capture_on_commit_callbacks):
    package = ready_package()
    with django_capture_on_commit_callbacks(execute=True):
        editor.post(page_of(package), {"file": Package({"cmi5.xml": "<x/>"}, manifest="", manifest_name="x").upload()})
    page = editor.get(page_of(package)).content.decode()
    assert "This is a cmi5 package" in page
    assert list(package.versions.values_list("number", "state")) == [(2, "refused"), (1, "ready")]


@pytest.mark.parametrize(
    ("name", "words"), [("course.rar", "Choose a .zip file"), ("course.zip", "must be smaller than 1 MB")]
)
def test_what_cannot_be_taken_is_said_beside_the_field(editor, settings, name, words):
    from django.core.files.uploadedfile import SimpleUploadedFile

    settings.SCORM_MAX_UPLOAD_BYTES = 1024 * 1024
    answer = editor.post(ADD, {"title": "", "file": SimpleUploadedFile(name, b"x" * (1024 * 1024 + 1))})
    assert words in answer.content.decode()
    assert ScormPackage.objects.count() == 0


def test_a_title_is_changed(editor):
    package = ready_package()
    editor.post(page_of(package), {"title": "A better title"})
    package.refresh_from_db()
    assert package.title == "A better title"


def test_a_preview_leads_to_the_content_origin_and_records_nothing(editor):
    from tests.courses.scorm.conftest import Seat

    version = ready_package().versions.get()
    answer = editor.post(preview_of(version))
    assert answer["Location"].startswith("http://content.testserver/launch/")
    seat = Seat(Launch.objects.get(), answer["Location"])
    assert seat.data()["mode"] == "browse"
    assert seat.commit(1, {"core": {"lesson_status": "completed"}}).json()["outcome"] == "not kept"
    assert Commit.objects.count() == 0


def test_only_editors_reach_packages(client, alice, bob, charlie):
    version = ready_package().versions.get()
    for person in (None, alice, bob, charlie):
        if person:
            client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        for address in (ADD, LIST, page_of(version.package)):
            assert client.get(address).status_code == (404 if person else 302)
        assert client.post(preview_of(version)).status_code == (404 if person else 302)
    assert Launch.objects.count() == 0


def test_the_list_costs_the_same_for_1_and_3_packages(editor, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    ready_package()
    editor.get(LIST)
    with CaptureQueriesContext(
        connection,
    ) as one:
        editor.get(LIST)
    ready_package(title="Second")
    ready_package(title="Third")
    with django_assert_num_queries(len(one)):
        assert editor.get(LIST).content.decode().count("Third") >= 1


def test_a_package_nobody_used_can_be_deleted_and_one_a_lesson_plays_cannot(client):
    from tests.factories.people import UserFactory

    client.force_login(UserFactory(is_superuser=True), backend="django.contrib.auth.backends.ModelBackend")
    unused, used = ready_package(title="Unused"), scorm_lesson().scorm_package
    client.post(preview_of(unused.versions.get()))
    for package in (unused, used):
        client.post(reverse("wagtailsnippets_courses_scormpackage:delete", args=[package.pk]))
    assert list(ScormPackage.objects.all()) == [used]


def test_a_lesson_chooses_a_package(editor):
    ready_package(title="Choose me")
    chooser = reverse("wagtailsnippetchoosers_courses_scormpackage:choose")
    html = " ".join(editor.get(chooser).content.decode().split())
    assert "Choose me" in html
    assert [words in html for words in ("Version", "Added")] == [True, True]
