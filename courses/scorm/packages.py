"""Packages: taking an upload, unpacking it once by whoever claims it first, and making it the current version."""

import hashlib
import re
import shutil
import uuid
from datetime import datetime, timedelta
from pathlib import Path

import structlog
from django.conf import settings
from django.core.files import File
from django.core.files.storage import storages
from django.db import InterfaceError, OperationalError, transaction
from django.db.models import Max, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.models import PackageVersion, ScormPackage
from courses.scorm.archive import Limits, megabytes, unpack
from courses.scorm.manifest import parse
from courses.scorm.one_part import keep_one_item, shallowest_manifest
from courses.scorm.refusals import Refusal, not_read, not_stored
from courses.scorm.remote import remote_hosts, warning_about
from courses.scorm.sentences import Sentence
from lms.people.models import User

log = structlog.get_logger(__name__)
CLAIM_LASTS = timedelta(minutes=10)
MOST_WARNINGS = 100
UNPACKING = ".unpacking-"
OURS = re.compile(rf"(?:{re.escape(UNPACKING)})?[0-9a-f]{{32}}")  # the uploaded zips lie beside these folders
State = PackageVersion.State


class UploadError(Exception):
    """Why an upload cannot be taken; the message can be shown."""


class ClaimLost(Exception):
    """Another worker has taken over."""


def check_upload(file: File) -> None:
    """Raise UploadError for what can be refused before it is stored: another kind of file, or one too large."""
    if not (file.name or "").lower().endswith(".zip"):
        raise UploadError(_("Choose a .zip file, as your authoring tool exports it."))
    if file.size > settings.SCORM_MAX_UPLOAD_BYTES:
        most = megabytes(settings.SCORM_MAX_UPLOAD_BYTES)
        raise UploadError(_("The file must be smaller than %(most)s.") % {"most": most})
    if file.size == 0:
        raise UploadError(_("The file is empty."))


def upload_package(
    file: File, *, by: User | None, title: str = "", package: ScormPackage | None = None
) -> PackageVersion:
    """Store an upload as the next version of `package`, or as the first of a new one; it waits to be unpacked.

    The original zip is kept with its SHA-256. Raises UploadError.
    """
    check_upload(file)
    digest = hashlib.sha256()
    for piece in file.chunks():
        digest.update(piece)
    file.seek(0)
    name = Path(file.name or "package.zip").name[-200:]
    with transaction.atomic():
        if package is None:
            package = ScormPackage.objects.create(title=title or Path(name).stem[:150], created_by=by)
        else:
            ScormPackage.objects.select_for_update().get(pk=package.pk)
        last = package.versions.aggregate(last=Max("number"))["last"] or 0
        version = PackageVersion(
            package=package,
            number=last + 1,
            original_name=name,
            sha256=digest.hexdigest(),
            size=file.size,
            uploaded_by=by,
        )
        version.file.save(f"{digest.hexdigest()[:32]}.zip", file, save=False)
        version.save()
    return version


def waiting_versions(*, at: datetime) -> list[int]:
    """Keys of the versions that nobody is unpacking: new ones, and those whose worker died."""
    stale = Q(state=State.UNPACKING, claimed_at__lt=at - CLAIM_LASTS)
    waiting = PackageVersion.objects.filter(Q(state=State.WAITING) | stale)
    return list(waiting.order_by("pk").values_list("pk", flat=True))


def unpack_version(pk: int, *, at: datetime | None = None) -> bool:
    """Unpack one version if it waits: ready, or refused with the reason. False when it was not ours to unpack.

    Safe to repeat and under concurrency: a compare-and-set claims the version under a fresh content key.
    """
    at = at or timezone.now()
    key = uuid.uuid4().hex
    stale = Q(state=State.UNPACKING, claimed_at__lt=at - CLAIM_LASTS)
    claimed = PackageVersion.objects.filter(Q(state=State.WAITING) | stale, pk=pk).update(
        state=State.UNPACKING, claimed_at=at, content_key=key, progress_percent=0
    )
    if not claimed:
        return False
    version = PackageVersion.objects.get(pk=pk)
    draft = content_root() / f"{UNPACKING}{key}"
    try:
        _unpack(version, key, draft)
    except ClaimLost:
        log.warning("package_claim_lost", version=pk)
    except Refusal as refusal:
        _refuse(pk, key, refusal.reason)
    except OSError as error:
        log.exception("package_not_stored", version=pk)
        _refuse(pk, key, not_stored(error))
    except (OperationalError, InterfaceError):
        raise  # the database is away for a moment: the next sweep begins again
    except Exception:
        log.exception("package_not_read", version=pk)
        _refuse(pk, key, not_read())
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return True


def _refuse(pk: int, key: str, reason: Sentence) -> None:
    """Refuse the version for that reason; nothing of it is left."""
    if _ours(pk, key).update(state=State.REFUSED, refusal=reason.as_json(), content_key="", progress_percent=0):
        shutil.rmtree(content_root() / key, ignore_errors=True)


def _ours(pk: int, key: str) -> QuerySet[PackageVersion]:
    return PackageVersion.objects.filter(pk=pk, content_key=key, state=State.UNPACKING)


def _unpack(version: PackageVersion, key: str, draft: Path) -> None:
    """Unpack into a draft folder, read the manifest, move the folder to its place, mark the version ready."""
    told = -1

    def progress(percent: int) -> None:
        nonlocal told
        if percent >= told + 5 or percent == 100:
            told = percent
            if not _ours(version.pk, key).update(progress_percent=percent, claimed_at=timezone.now()):
                raise ClaimLost

    draft.parent.mkdir(parents=True, exist_ok=True)
    with version.file.open("rb") as file:
        found = unpack(file.file, into=draft, limits=limits(), progress=progress)
    manifest_path = shallowest_manifest(found.paths)
    manifest = parse(read_whole(draft / manifest_path), manifest_path=manifest_path, paths=found.paths)
    keep_one_item(manifest)
    warnings = [*found.warnings, *manifest.warnings]
    if hosts := remote_hosts(draft, found.paths):
        warnings.append(warning_about(hosts))
    place = content_root() / key
    draft.rename(place)
    with transaction.atomic():
        ready = _ours(version.pk, key).update(
            state=State.READY,
            progress_percent=100,
            refusal="",
            warnings=[warning.as_data() for warning in warnings[:MOST_WARNINGS]],
            scorm_version=f"{manifest.version} {manifest.edition}".strip(),
            manifest=manifest.as_dict(),
            file_count=len(found.paths),
            total_bytes=found.total_bytes,
            ready_at=timezone.now(),
        )
        if ready:
            newer = Q(current_version=None) | Q(current_version__number__lt=version.number)
            ids = ScormPackage.objects.filter(newer, pk=version.package_id).values_list("pk", flat=True)
            ScormPackage.objects.filter(pk__in=list(ids)).update(current_version=version.pk)
    if not ready:
        shutil.rmtree(place, ignore_errors=True)


def read_whole(path: Path) -> bytes:
    """A manifest's bytes, one more than is allowed at most."""
    with path.open("rb") as file:
        return file.read(10 * 1024 * 1024 + 1)


def limits() -> Limits:
    """What the settings allow."""
    return Limits(
        entries=settings.SCORM_MAX_ENTRIES,
        file_bytes=settings.SCORM_MAX_FILE_BYTES,
        total_bytes=settings.SCORM_MAX_TOTAL_BYTES,
        ratio=settings.SCORM_MAX_RATIO,
    )


def content_root() -> Path:
    """The folder of unpacked packages: private, one folder for each content key."""
    return Path(storages["private"].path("scorm"))


def clear_leftovers(*, at: datetime) -> int:
    """Remove folders that no version knows: a killed worker's drafts, deleted packages; returns how many."""
    root = content_root()
    if not root.is_dir():
        return 0
    old = (at - timedelta(hours=6)).timestamp()
    known = set(PackageVersion.objects.exclude(content_key="").values_list("content_key", flat=True))
    unknown = [folder for folder in root.iterdir() if OURS.fullmatch(folder.name) and folder.name not in known]
    left = [folder for folder in unknown if folder.stat().st_mtime < old]
    for folder in left:
        shutil.rmtree(folder, ignore_errors=True)
    return len(left)
