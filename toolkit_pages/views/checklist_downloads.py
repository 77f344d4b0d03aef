"""The visitor's answers and result as a file to keep: Word or Excel."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from toolkit_pages.domain.checklists import standings
from toolkit_pages.domain.maturity_documents import answers_document
from toolkit_pages.domain.maturity_workbooks import answers_workbook
from toolkit_pages.views.checklist_answers import read_answers

OFFICE = "application/vnd.openxmlformats-officedocument"
TYPES = {"docx": f"{OFFICE}.wordprocessingml.document", "xlsx": f"{OFFICE}.spreadsheetml.sheet"}


@never_cache
@require_safe
def download(request: HttpRequest, kind: str) -> HttpResponse:
    """Answer with the file; its name tells nothing but the day."""
    if kind not in TYPES:
        raise Http404
    answers = read_answers(request)
    rows, today = standings(answers), timezone.localdate()
    content = answers_document(rows, answers, on=today) if kind == "docx" else answers_workbook(rows, answers)
    name = f"checklist-{today.isoformat()}.{kind}"
    return HttpResponse(
        content, content_type=TYPES[kind], headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
