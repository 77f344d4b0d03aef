"""Starter packages: built from the starter content, uploaded and unpacked as an editor's would be."""

from django.core.files.uploadedfile import SimpleUploadedFile

from courses.models import ScormPackage
from courses.scorm.packages import unpack_version, upload_package
from lms.demo.content.car_wash import SCENARIO
from lms.demo.packages.building import car_wash_zip


def seed_car_wash_package() -> ScormPackage:
    """The package of the car wash lesson, ready to play; what is there already is left as it is.

    Raises RuntimeError when our own package is refused.
    """
    found = ScormPackage.objects.filter(title=SCENARIO["title"]).first()
    if found:
        return found
    file = SimpleUploadedFile(f"{SCENARIO['slug']}.zip", car_wash_zip(), content_type="application/zip")
    version = upload_package(file, by=None, title=SCENARIO["title"])
    unpack_version(version.pk)
    version.refresh_from_db()
    if version.state != version.State.READY:
        raise RuntimeError(f"The car wash package is not ready: {version.refusal or version.state}")
    package = version.package
    package.refresh_from_db()
    return package
