"""Whether an action was changed since somebody opened its page, and what they are told then."""

from django.utils.translation import gettext as _

from lms.design_system import wording
from toolkit_pages.domain.review_access import ReviewError
from toolkit_pages.models import Action


class ChangedMeanwhile(ReviewError):
    """Somebody changed the action after the actor opened its page."""


def mark_of(action: Action) -> str:
    """Tells whether an action was changed since somebody opened its page: when it was."""
    return action.changed_at.isoformat()


def changed_meanwhile(action: Action) -> str:
    """Who changed the action after somebody opened its page, how far it is now, and what to do."""
    words = _("%(name)s changed it %(when)s: it is “%(status)s” now. Save again if what is here shall stand.")
    told = {"when": wording.when(action.changed_at), "status": action.get_status_display()}
    return words % {**told, "name": last_to_change(action)}


def planned_meanwhile(action: Action) -> str:
    """Who changed the action after somebody opened the form of its plan, what is planned now, and what to do."""
    words = _(
        "%(name)s changed it %(when)s: it is “%(title)s” now, owner %(owner)s, due %(day)s. "
        "Keep the changes again if what is here shall stand."
    )
    told = {"when": wording.when(action.changed_at), "title": action.title, "owner": action.owner_name}
    return words % {**told, "day": wording.day(action.due_on), "name": last_to_change(action)}


def last_to_change(action: Action) -> str:
    """The name of whoever changed the action last."""
    last = action.notes.select_related("written_by").order_by("-written_at", "-pk").first()
    return str(last.written_by) if last else _("Somebody")
