"""The glossary page: all terms from A to Z, or those that have the words typed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lms.public_pages import public
from toolkit_pages.domain.glossary import by_letter, published_terms, terms_with
from toolkit_pages.views.listing import words_asked

SHORT = "short"


@require_safe
@public
def glossary(request: HttpRequest) -> HttpResponse:
    """Show the terms under their letters, or what was found in one list, the term itself first."""
    words = words_asked(request)
    short_only = request.GET.get("show") == SHORT
    terms = terms_with(words, short_only=short_only)
    context = {
        "words": words,
        "short_only": short_only,
        "terms": terms,
        "letters": [] if words else by_letter(terms),
        "total": len(published_terms()),
        "is_sample": any(term.is_sample for term in terms),
    }
    return render(request, "toolkit_pages/glossary/glossary.html", context)
