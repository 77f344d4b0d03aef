"""Answers to the checklist that people keep in their accounts."""

from django.db import transaction

from lms.people.models import User
from toolkit_pages.domain.checklists import Answers, replaced
from toolkit_pages.models import SavedChecklist


def saved_answers(user: User) -> Answers:
    """What this person keeps; nothing where they never kept any."""
    return SavedChecklist.objects.filter(user=user).values_list("answers", flat=True).first() or {}


@transaction.atomic
def save_answers(user: User, *, keys: list[str], given: Answers) -> None:
    """Replace the answers of these items. Two pages open at once do not undo each other's themes."""
    saved = locked(user)
    saved.answers = replaced(saved.answers, keys=keys, given=given)
    saved.save()


@transaction.atomic
def carry(user: User, *, answers: Answers, prefer_saved: bool = False) -> int:
    """Add answers given before signing in, and say how many the account holds then.

    An item answered in both keeps the answer brought along, or the saved one with `prefer_saved`.
    """
    saved = locked(user)
    saved.answers = {**answers, **saved.answers} if prefer_saved else {**saved.answers, **answers}
    saved.save()
    return len(saved.answers)


def forget_answers(user: User, *, keys: list[str] | None = None) -> None:
    """Delete what this person keeps: everything, or the answers of these items."""
    if keys is None:
        SavedChecklist.objects.filter(user=user).delete()
    else:
        save_answers(user, keys=keys, given={})


def locked(user: User) -> SavedChecklist:
    """The person's row, made if there is none, held until the transaction ends."""
    SavedChecklist.objects.get_or_create(user=user)
    return SavedChecklist.objects.select_for_update().get(user=user)
