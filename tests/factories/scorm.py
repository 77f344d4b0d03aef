"""Factories of SCORM packages that are unpacked and lessons that play them."""

from courses.models import Lesson, ScormPackage
from courses.scorm.packages import unpack_version, upload_package
from tests.factories.courses import LessonFactory
from tests.scorm_packages import Package, sco_page


def ready_package(package: Package | None = None, *, title: str = "Example package") -> ScormPackage:
    """A package whose first version is ready. Fails when the version is refused."""
    package = package or Package({"index.html": sco_page()})
    version = upload_package(package.upload(), by=None, title=title)
    unpack_version(version.pk)
    version.refresh_from_db()
    assert version.state == "ready", version.refusal
    return version.package


def scorm_lesson(package: Package | None = None, **fields) -> Lesson:
    """A published lesson that plays the package."""
    return LessonFactory(kind="scorm", scorm_package=ready_package(package), **fields)
