"""SCORM packages of the starter content, built by our own scripts and unpacked the way every upload is."""

from django.core.files.base import ContentFile

from courses.models import ScormPackage
from courses.scorm.packages import unpack_version, upload_package
from lms.demo.content.car_wash import SCENARIO
from lms.demo.packages.car_wash import build_car_wash_package


def seed_car_wash_package() -> ScormPackage:
    """The package of the car wash scenario, uploaded and unpacked; left alone once it is there."""
    found = ScormPackage.objects.filter(title=SCENARIO["title"]).first()
    if found:
        return found
    upload = ContentFile(build_car_wash_package(), name="a-morning-at-the-car-wash.zip")
    version = upload_package(upload, by=None, title=SCENARIO["title"])
    unpack_version(version.pk)
    version.refresh_from_db()
    if version.state != version.State.READY:
        raise RuntimeError(f"The car wash package was refused: {version.refusal}")
    return ScormPackage.objects.get(pk=version.package_id)
