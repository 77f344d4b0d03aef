"""Packages: uploads wait, are unpacked once, become current, or are refused with nothing left behind."""

import datetime
import hashlib
import io
import zipfile

import pytest
from django.utils import timezone

from courses.models import PackageVersion
from courses.scorm.packages import (
    UNPACKING,
    UploadError,
    clear_leftovers,
    content_root,
    unpack_version,
    upload_package,
    waiting_versions,
)
from courses.tasks import unpack_waiting_packages
from courses.views.package_words import refusal_in_words
from tests.factories.scorm import ready_package
from tests.scorm_packages import Package, manifest_12, sco_page
from tests.scorm_packages.hostile import HOSTILE

pytestmark = pytest.mark.django_db


def folders() -> set[str]:
    return {folder.name for folder in content_root().iterdir()} if content_root().exists() else set()


def upload(data: bytes, name: str = "course.zip"):
    from django.core.files.uploadedfile import SimpleUploadedFile

    return upload_package(SimpleUploadedFile(name, data), by=None, title="Example")


def test_an_upload_waits_with_its_zip_and_digest(erin):
    file = Package({"index.html": sco_page()}).upload("Signs.zip")
    data = file.read()
    version = upload_package(file, by=erin)
    assert (version.state, version.number, version.package.title) == ("waiting", 1, "Signs")
    assert version.sha256 == hashlib.sha256(data).hexdigest()
    assert version.file.read() == data
    assert version.package.current_version is None


def test_the_sweep_unpacks_what_waits_and_makes_it_current():
    version = upload_package(Package({"index.html": sco_page(), "a/b.txt": "b"}).upload(), by=None)
    unpack_waiting_packages()
    version.refresh_from_db()
    version.package.refresh_from_db()
    assert (version.state, version.progress_percent, version.file_count) == ("ready", 100, 3)
    assert version.scorm_version == "1.2"
    assert version.package.current_version == version
    assert (content_root() / version.content_key / "a/b.txt").read_text() == "b"


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_zip_is_refused_with_a_reason_and_nothing_left_behind(name):
    data, word = HOSTILE[name]
    before = folders() | {"uploads"}
    version = upload(data)
    assert unpack_version(version.pk) is True
    version.refresh_from_db()
    assert version.state == "refused"
    assert word in refusal_in_words(version.refusal)
    assert version.package.current_version is None
    assert folders() | {"uploads"} == before


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_zip_whose_data_is_damaged_is_refused_as_that(method):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        archive.writestr("imsmanifest.xml", manifest_12())
        archive.writestr("index.html", sco_page() * 50)
        place = archive.getinfo("imsmanifest.xml").header_offset + 30 + len("imsmanifest.xml")
    data = bytearray(buffer.getvalue())
    data[place + 10 : place + 60] = bytes(50)
    before = folders() | {"uploads"}
    version = upload(bytes(data))
    unpack_version(version.pk)
    version.refresh_from_db()
    assert version.state == "refused"
    assert "damaged" in refusal_in_words(version.refusal)
    assert folders() | {"uploads"} == before


def test_a_package_that_cannot_be_read_for_a_reason_nobody_thought_of_is_refused_too(settings):
    settings.SCORM_MAX_RATIO = "no number"
    before = folders() | {"uploads"}
    version = upload(Package({"index.html": sco_page()}).zipped())
    unpack_version(version.pk)
    version.refresh_from_db()
    assert (version.state, version.content_key) == ("refused", "")
    assert refusal_in_words(version.refusal).startswith("The server could not read this package.")
    assert folders() | {"uploads"} == before
    assert waiting_versions(at=timezone.now() + datetime.timedelta(hours=1)) == []


def test_a_claimed_version_is_left_to_its_worker_until_the_claim_is_stale():
    now = timezone.now()
    version = upload_package(Package({"index.html": sco_page()}).upload(), by=None)
    PackageVersion.objects.filter(pk=version.pk).update(state="unpacking", claimed_at=now, content_key="other")
    assert unpack_version(version.pk, at=now) is False
    assert waiting_versions(at=now) == []
    later = now + datetime.timedelta(minutes=11)
    assert waiting_versions(at=later) == [version.pk]
    assert unpack_version(version.pk, at=later) is True
    version.refresh_from_db()
    assert version.state == "ready"


def test_a_version_is_unpacked_once():
    package = ready_package()
    key = package.versions.get().content_key
    assert unpack_version(package.versions.get().pk) is False
    assert package.versions.get().content_key == key


def test_a_new_upload_is_a_new_version_and_a_refused_one_leaves_the_current_alone():
    package = ready_package()
    first = package.versions.get()
    second = upload_package(Package({"index.html": sco_page("2")}).upload(), by=None, package=package)
    bad = upload_package(Package({"readme.html": ""}).upload(), by=None, package=package)
    unpack_version(bad.pk)
    package.refresh_from_db()
    first.refresh_from_db()
    assert (second.number, bad.number, package.current_version) == (2, 3, first)
    unpack_version(second.pk)
    package.refresh_from_db()
    assert package.current_version == second


def test_an_older_version_that_is_ready_later_does_not_become_current():
    package = ready_package()
    second = upload_package(Package({"index.html": sco_page("2")}).upload(), by=None, package=package)
    third = upload_package(Package({"index.html": sco_page("3")}).upload(), by=None, package=package)
    unpack_version(third.pk)
    unpack_version(second.pk)
    package.refresh_from_db()
    assert package.current_version == third


@pytest.mark.parametrize(("name", "data"), [("course.rar", b"x"), ("course.zip", b"")])
def test_what_can_be_refused_at_once_is_not_stored(name, data):
    with pytest.raises(UploadError):
        upload(data, name)
    assert PackageVersion.objects.count() == 0


def test_an_upload_over_the_limit_says_how_large_it_may_be(settings):
    settings.SCORM_MAX_UPLOAD_BYTES = 1024 * 1024
    with pytest.raises(UploadError, match="smaller than 1 MB"):
        upload(b"x" * (1024 * 1024 + 1))


def test_one_sco_beside_assets_is_played_and_the_rest_is_told():
    manifest = manifest_12(
        more_items='<item identifier="PDF" identifierref="DOC"><title>Handout</title></item>',
        more_resources='<resource identifier="DOC" adlcp:scormtype="asset" href="handout.html"/>',
    )
    package = ready_package(Package({"index.html": sco_page(), "handout.html": ""}, manifest=manifest))
    version = package.versions.get()
    assert [item["identifier"] for item in version.manifest["items"]] == ["ITEM"]
    assert len(version.warnings) == 1


def test_folders_that_no_version_knows_are_cleared_after_some_hours():
    kept = ready_package()
    draft = content_root() / f"{UNPACKING}{'d' * 32}"
    draft.mkdir()
    clear_leftovers(at=timezone.now())
    assert draft.exists()
    clear_leftovers(at=timezone.now() + datetime.timedelta(hours=7))
    assert folders() == {kept.versions.get().content_key, "uploads"}


def test_clearing_leaves_the_original_zips_alone():
    version = upload_package(Package({"index.html": sco_page()}).upload(), by=None)
    unpack_version(version.pk)
    data = version.file.read()
    clear_leftovers(at=timezone.now() + datetime.timedelta(days=30))
    assert PackageVersion.objects.get().file.read() == data
