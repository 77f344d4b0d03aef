"""The words inside documents, for search: which wait to be read, reading them, and putting them into the index.

A document's words are due when its file is new or another, or when its collection has become private or public since
search was told of it; what has become private comes first. Words of a private document are never shown or searched.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path

import structlog
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Case, F, Q, Value, When
from django.db.models.fields import BooleanField
from django.utils import timezone
from django.utils.translation import gettext as _
from modelsearch import index
from wagtail.models import Page, ReferenceIndex

from lms.kept import content_changed
from lms.uploads.domain.documents import extension_of
from lms.uploads.domain.privacy import private_collections
from lms.uploads.models import Document, DocumentText
from lms.uploads.reading import BROKEN, NO_WORDS, READABLE, TOO_LARGE

log = structlog.get_logger(__name__)

MOST_BYTES = 60 * 1024 * 1024
SECONDS_TO_WAIT = 60
CLAIM_LASTS = timedelta(minutes=10)
AT_ONCE = 20
SECONDS_AT_A_TIME = 50  # the sweep comes round each minute
State = DocumentText.State


def due_documents(*, at: datetime) -> list[int]:
    """Primary keys of documents whose words are due and that no other worker has claimed lately, at most AT_ONCE."""
    private = private_collections().values("pk")
    is_private = Case(When(collection__in=private, then=Value(True)), default=Value(False), output_field=BooleanField())
    documents = Document.objects.annotate(is_private=is_private)
    changed = ~Q(text__file_hash=F("file_hash")) | Q(text__is_public=F("is_private"))
    free = Q(text__claimed_at=None) | Q(text__claimed_at__lt=at - CLAIM_LASTS)
    due = documents.filter(Q(text=None) | (changed & free))
    urgent = Case(When(is_private=True, text__is_public=True, then=Value(0)), default=Value(1))
    return list(due.order_by(urgent, "pk").values_list("pk", flat=True)[:AT_ONCE])


def read_due_documents() -> int:
    """Read what is due, for SECONDS_AT_A_TIME and not much longer; the number of documents read.

    Safe to run twice at once. A document that fails in a way nobody thought of waits until its claim is old, and the
    others are read.
    """
    number, until = 0, time.monotonic() + SECONDS_AT_A_TIME
    while due := due_documents(at=timezone.now()):
        before = number
        for pk in due:
            try:
                number += read_document(pk, at=timezone.now())
            except Exception:
                log.exception("document_not_read", document=pk)
            if time.monotonic() > until:
                return number
        if number == before:
            break
    return number


def read_document(pk: int, *, at: datetime) -> bool:
    """Read the words of one document and put them into the index; False when another worker is at it, or it is gone."""
    document = Document.objects.filter(pk=pk).first()
    if document is None:
        return False
    kept, _created = DocumentText.objects.get_or_create(document=document)
    free = Q(claimed_at=None) | Q(claimed_at__lt=at - CLAIM_LASTS)
    if not DocumentText.objects.filter(free, pk=kept.pk).update(claimed_at=at):
        return False
    try:
        file_hash = document.get_file_hash()
        if kept.state == State.WAITING or kept.file_hash != file_hash:
            state, text, problem = words_of_file(document)
        else:
            state, text, problem = State(kept.state), kept.text, kept.problem
    except OSError:
        state, text, problem = State.UNREADABLE, "", _("The file is missing.")
    is_public = not private_collections().filter(pk=document.collection_id).exists()
    values = {"state": state, "text": text, "problem": problem, "is_public": is_public, "file_hash": document.file_hash}
    with transaction.atomic():  # where search cannot be told, the claim stays: what became private would be found on
        DocumentText.objects.filter(pk=kept.pk).update(**values, claimed_at=None, read_at=timezone.now())
        index_what_offers(document)
    return True


def words_of_file(document: Document) -> tuple[State, str, str]:
    """State, words and problem of a document's file as it is now."""
    kind = extension_of(document.filename)
    if kind not in READABLE:
        return State.UNREADABLE, "", _("Words are not read out of files of this kind.")
    if (document.get_file_size() or 0) > MOST_BYTES:
        return State.UNREADABLE, "", _("The file is too large to be read.")
    with tempfile.NamedTemporaryFile(suffix=f".{kind}") as copy:
        with document.open_file() as file:
            shutil.copyfileobj(file, copy)
        copy.flush()
        found = in_another_process(Path(copy.name), kind)
    if "text" in found:
        return State.READ, found["text"].replace("\x00", ""), ""
    problems = {
        TOO_LARGE: _("The file unpacks to more than can be read."),
        NO_WORDS: _("The file holds no text. A scan needs text recognition first."),
    }
    return State.UNREADABLE, "", problems.get(found.get("problem", BROKEN), _("The file is broken or protected."))


def in_another_process(path: Path, kind: str) -> dict[str, str]:
    """What the reading process says of a file; a process that takes too long or dies says that it is broken."""
    command = [sys.executable, "-m", "lms.uploads.reading", str(path), kind]
    root = Path(__file__).resolve().parents[3]
    try:
        done = subprocess.run(  # noqa: S603
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=SECONDS_TO_WAIT, cwd=root, check=False
        )
        return json.loads(done.stdout)
    except (subprocess.TimeoutExpired, json.JSONDecodeError, UnicodeDecodeError):
        return {"problem": BROKEN}


def index_what_offers(document: Document) -> None:
    """Tell search of every published page that offers the document for download."""
    a_page = ContentType.objects.get_for_model(Page)
    references = ReferenceIndex.get_references_to(document).filter(base_content_type=a_page)
    pages = {int(pk) for pk in references.values_list("object_id", flat=True)}
    for page in Page.objects.live().filter(pk__in=pages).specific():
        index.insert_or_update_object(page)
    content_changed()
