"""Where a visitor's answers to the checklist are: in the browser session, or once signed in in their account."""

from django.http import HttpRequest

from toolkit_pages.domain.checklists import Answers, known, replaced
from toolkit_pages.domain.saved_checklists import forget_answers, save_answers, saved_answers

KEY = "checklist"


def brought_along(request: HttpRequest) -> Answers:
    """The answers in the browser session; for somebody signed in, those from before."""
    return known(request.session.get(KEY, {}))


def read_answers(request: HttpRequest) -> Answers:
    """The answers that this visitor's pages show."""
    if request.user.is_authenticated:
        return known(saved_answers(request.user))
    return brought_along(request)


def write_answers(request: HttpRequest, *, keys: list[str], given: Answers) -> None:
    """Replace the answers of these items, where this visitor's answers are."""
    if request.user.is_authenticated:
        save_answers(request.user, keys=keys, given=given)
        return
    answers = replaced(request.session.get(KEY, {}), keys=keys, given=given)
    if answers or KEY in request.session:
        request.session[KEY] = answers
        request.session.set_expiry(0)  # until the browser is closed


def drop_brought_along(request: HttpRequest) -> None:
    """Forget the answers in the browser session."""
    request.session.pop(KEY, None)


def clear_answers(request: HttpRequest, *, keys: list[str] | None = None) -> None:
    """Delete the answers that this visitor's pages show: all of them, or those of these items.

    What waits in the browser from before signing in is another matter: the person is asked whose it is.
    """
    if keys is not None:
        write_answers(request, keys=keys, given={})
    elif request.user.is_authenticated:
        forget_answers(request.user)
    else:
        drop_brought_along(request)
