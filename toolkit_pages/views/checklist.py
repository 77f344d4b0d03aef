"""The checklist for anybody: a theme's items to answer, the result so far, clearing it and keeping it in an account."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from toolkit_pages.domain import maturity
from toolkit_pages.domain.checklists import (
    PublishedTheme,
    checklist_url,
    find_theme,
    go_on_with,
    progress,
    published_themes,
    standings,
)
from toolkit_pages.domain.helping import further_help, helps_for
from toolkit_pages.domain.saved_checklists import carry, saved_answers
from toolkit_pages.forms.checklist import changed_keys, given_answers, theme_questions
from toolkit_pages.models import ChecklistPage
from toolkit_pages.views.checklist_answers import (
    brought_along,
    clear_answers,
    drop_brought_along,
    read_answers,
    write_answers,
)

GAPS_AT_ONCE = 10


def theme_or_404(slug: str) -> PublishedTheme:
    theme = find_theme(slug)
    if theme is None:
        raise Http404
    return theme


def frame(request: HttpRequest) -> dict[str, object]:
    """What every page of the checklist says of the visitor's answers."""
    waiting = brought_along(request) if request.user.is_authenticated else {}
    return {"checklist_url": checklist_url(), "waiting": len(waiting)}


def start(page: ChecklistPage, request: HttpRequest) -> dict[str, object]:
    """What the first page says of the visitor's answers: how far each theme is, and where to go on."""
    rows = progress(read_answers(request))
    return {
        "progress": rows,
        "answered": sum(row.answered for row in rows),
        "asked": sum(row.total for row in rows),
        "go_on": go_on_with(rows),
    }


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def theme_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask a theme's items, and save what was answered."""
    theme = theme_or_404(slug)
    answers = read_answers(request)
    sent = request.POST if request.method == "POST" else None
    questions = theme_questions(theme, answers=answers, data=sent)
    themes = published_themes()
    following = themes[theme.number] if theme.number < len(themes) else None
    if sent is not None:
        given = given_answers(theme, questions)
        if given is not None:
            write_answers(request, keys=changed_keys(theme, given, sent=sent), given=given)
            return redirect(following.theme if following and "result" not in sent else "toolkit_pages:checklist_result")
    context = {
        **frame(request),
        "found": theme,
        "theme": theme.theme,
        "questions": questions,
        "errors": [error for question in questions for error in question.errors],
        "answered": any(key in answers for key in theme.keys),
        "progress": progress(answers),
        "following": following,
        "is_sample": theme.theme.is_sample,
    }
    return render(request, "toolkit_pages/checklist/theme.html", context)


@never_cache
@require_safe
def result(request: HttpRequest) -> HttpResponse:
    """Where the visitor stands, theme by theme, and the gaps, most urgent first."""
    answers = read_answers(request)
    rows = standings(answers)
    found = [(gap, helps_for(gap.item, gap.level)) for gap in maturity.gaps(rows)]
    context = {
        **frame(request),
        "totals": maturity.totals(rows),
        "go_on": go_on_with(progress(answers)),
        "themes": maturity.by_theme(rows),
        "gaps": found[:GAPS_AT_ONCE],
        "more_gaps": found[GAPS_AT_ONCE:],
        "further": further_help(rows),
        "is_sample": any(theme.theme.is_sample for theme in published_themes()),
    }
    return render(request, "toolkit_pages/checklist/result.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def clear(request: HttpRequest) -> HttpResponse:
    """Ask once more, then delete the answers: all of them, or one theme's."""
    slug = request.POST.get("theme", "") or request.GET.get("theme", "")
    theme = theme_or_404(slug) if slug else None
    if request.method == "POST":
        clear_answers(request, keys=theme.keys if theme else None)
        if theme:
            messages.success(request, _("The answers of this theme are deleted."))
            return redirect(theme.theme)
        messages.success(request, _("Your answers are deleted."))
        return redirect("toolkit_pages:checklist_result")
    answers = read_answers(request)
    count = sum(key in answers for key in theme.keys) if theme else len(answers)
    return render(request, "toolkit_pages/checklist/clear.html", {**frame(request), "found": theme, "count": count})


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def keep(request: HttpRequest) -> HttpResponse:
    """Carry the answers given before signing in into the account; the person says so, for browsers are shared."""
    found = brought_along(request)
    saved = saved_answers(request.user)
    if request.method == "POST":
        if found and request.POST.get("choice") != "drop":
            carry(request.user, answers=found, prefer_saved=request.POST.get("choice") == "saved")
            words = ngettext(
                "%(number)s answer is now in your account.", "%(number)s answers are now in your account.", len(found)
            )
            messages.success(request, words % {"number": len(found)})
        drop_brought_along(request)
        return redirect("toolkit_pages:checklist_result")
    if not found:
        return redirect("toolkit_pages:checklist_result")
    both = [key for key, answer in found.items() if key in saved and saved[key] != answer]
    context = {**frame(request), "found": len(found), "saved": len(saved), "both": len(both)}
    return render(request, "toolkit_pages/checklist/keep.html", context)
