"""Opens every Office file that the site gives out in LibreOffice, each as what it says it is, and a broken one too.

The starter content's documents, the checklist's and the reviews' files, and the reports' workbooks are made in a
database of this check's own and turned into PDFs. A file that needs mending is none: the broken one must not open.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

FILTERS = {"docx": "MS Word 2007 XML", "odt": "writer8", "xlsx": "Calc MS Excel 2007 XML", "ods": "calc8"}
BROKEN = "broken.docx"
PATIENCE = 300  # seconds for all files of one kind
REPORTS = ["completions", "people", "summary"]


def prepare(var: Path) -> None:
    """A database with the starter content."""
    os.environ.update(
        DJANGO_SETTINGS_MODULE="lms.settings.development",
        VAR_DIR=str(var),
        DATABASE_URL=f"sqlite:///{var}/db.sqlite3",
        LOG_LEVEL="CRITICAL",
    )
    for name in ("CELERY_BROKER_URL", "REDIS_URL"):
        os.environ.pop(name, None)
    import django
    from django.core.management import call_command

    from tests.database import copy_template

    copy_template(str(var / "db.sqlite3"))
    django.setup()
    call_command("migrate", verbosity=0)
    call_command("sync_roles", verbosity=0, stdout=open(os.devnull, "w"))
    call_command("seed_demo", stdout=open(os.devnull, "w"))


def write_files(folder: Path) -> None:
    """Everything the site gives out as an Office file, under names of its own."""
    from wagtail.documents import get_document_model

    for document in get_document_model().objects.all():
        if document.file_extension.lower() in FILTERS:
            with document.file.open() as source:
                (folder / f"{document.pk}-{Path(document.file.name).name}").write_bytes(source.read())
    write_downloads(folder)
    whole = next(path for path in sorted(folder.iterdir()) if path.suffix == ".docx").read_bytes()
    (folder / BROKEN).write_bytes(whole[: len(whole) // 2])


def write_downloads(folder: Path) -> None:
    """What is made when somebody asks: by a visitor, a coordinator and a lead."""
    from django.conf import settings
    from django.test import Client
    from django.urls import reverse

    from lms.people.models import Membership
    from toolkit_pages.models import ChecklistReview

    host = {"HTTP_HOST": settings.SITE_ORIGIN.partition("://")[2]}
    visitor, coordinator, lead = Client(**host), Client(**host), Client(**host)
    roles = Membership.objects.current().select_related("user").order_by("pk")
    backend = "lms.people.backends.SignedInBackend"
    coordinator.force_login(roles.filter(is_coordinator=True)[0].user, backend=backend)
    lead.force_login(roles.filter(is_lead=True)[0].user, backend=backend)
    wanted = [(visitor, reverse("toolkit_pages:checklist_download", args=[kind]), kind) for kind in ("docx", "xlsx")]
    for review in ChecklistReview.objects.filter(state=ChecklistReview.State.CLOSED):
        for kind in ("docx", "xlsx"):
            wanted.append((coordinator, reverse(f"toolkit_pages:review_{kind}", args=[review.uuid]), kind))
    wanted += [(lead, reverse("reports:download", args=[report, "xlsx"]), "xlsx") for report in REPORTS]
    for number, (client, address, kind) in enumerate(wanted):
        answer = client.get(address)
        if answer.status_code != 200:
            sys.exit(f"{address} answers {answer.status_code}.")
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        (folder / f"made-{number}.{kind}").write_bytes(content)


def turn_into_pdfs(program: str, var: Path, files: list[Path], kind: str) -> None:
    """Let LibreOffice open these files as what they say they are."""
    subprocess.run(
        [
            program,
            "--headless",
            "--norestore",
            f"-env:UserInstallation=file://{var}/profile",
            f"--infilter={FILTERS[kind]}",
            "--convert-to",
            "pdf",
            "--outdir",
            str(var / kind),
            *map(str, files),
        ],
        check=False,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=PATIENCE,
    )


def has_words(path: Path) -> bool:
    """Whether there is a PDF with something to read in it."""
    from pypdf import PdfReader

    return path.exists() and any(page.extract_text().strip() for page in PdfReader(path).pages)


def main() -> int:
    """Print a row for each kind of file; 1 when one did not open, or the broken one did."""
    program = shutil.which("soffice")
    if program is None:
        sys.exit("There is no LibreOffice on this machine.")
    var = Path(tempfile.mkdtemp(prefix="toolkit-office-"))
    try:
        prepare(var)
        folder = var / "files"
        folder.mkdir()
        write_files(folder)
        bad = []
        for kind in FILTERS:
            files = sorted(folder.glob(f"*.{kind}"))
            if not files:
                continue
            turn_into_pdfs(program, var, files, kind)
            closed = [file.name for file in files if not has_words(var / kind / f"{file.stem}.pdf")]
            sys.stdout.write(f"{kind:<6}{len(files) - len(closed):>5} of {len(files)} open\n")
            bad += closed
        if BROKEN not in bad:
            sys.stdout.write("The broken file opened, so this check says nothing.\n")
            return 1
        bad.remove(BROKEN)
        sys.stdout.write("".join(f"{name} does not open.\n" for name in bad))
        sys.stdout.write("One of the .docx files is broken on purpose: it does not open.\n")
        return 1 if bad else 0
    finally:
        shutil.rmtree(var, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
