"""Actions: what a body will do about a gap, by whom and by when; every change is kept as a note."""

from datetime import date, datetime
from typing import Any

from django.core.files import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.domain.evidence import check_file
from lms.audit.domain.recording import record
from lms.design_system import wording
from lms.people.models import Organisation, User
from lms.uploads.domain.documents import extension_of
from toolkit_pages.domain.action_marks import ChangedMeanwhile, changed_meanwhile, mark_of, planned_meanwhile
from toolkit_pages.domain.action_plan import first_reminder
from toolkit_pages.domain.action_reminders import tell_new_owner
from toolkit_pages.domain.review_access import (
    NotAllowed,
    ReviewError,
    actions_coordinated_by,
    actions_owned_by,
    check_coordinates,
)
from toolkit_pages.domain.review_asking import member_with
from toolkit_pages.domain.reviewing import SENT_TWICE, agencies_of, leading_member
from toolkit_pages.models import Action, ActionNote, ChecklistReview, ReviewItem
from toolkit_pages.models.reviews import ActionQuerySet

Status = Action.Status


class NoSuchOwner(ReviewError):
    """The address is of nobody in the review's agencies."""


def owner_with(review: ChecklistReview, address: str) -> tuple[User, Organisation]:
    """The person with this address in one of the agencies, and their agency. Raises NoSuchOwner."""
    found = member_with(address.strip(), agencies_of(review), today=timezone.localdate())
    if found is None:
        raise NoSuchOwner(
            _("Nobody with this address belongs to a member agency. Leave it empty and write the owner’s name.")
        )
    return found[0], found[1]


@transaction.atomic
def make_action(
    actor: User,
    *,
    review: ChecklistReview,
    title: str,
    due_on: date,
    item: ReviewItem | None = None,
    organisation: Organisation | None = None,
    owner_email: str = "",
    owner_name: str = "",
    today: date | None = None,
) -> Action:
    """Plan an action of a review, about one of its gaps or none, and tell its owner by e-mail.

    The same form sent twice within a minute plans one. Raises NotAllowed, NoSuchOwner or ReviewError.
    """
    check_coordinates(actor, review)
    today = today or timezone.localdate()
    if item is not None and item.review_id != review.pk:
        raise ReviewError(_("This gap belongs to another review."))
    ChecklistReview.objects.select_for_update().get(pk=review.pk)
    action = Action(review=review, review_item=item, created_by=actor)
    set_plan(action, title=title, due_on=due_on, organisation=organisation, email=owner_email, name=owner_name)
    if twice := sent_before(action):
        return twice
    action.next_reminder_on = first_reminder(action, today=today)
    action.save()
    tell_new_owner(actor, action)
    ActionNote.objects.create(
        action=action,
        text=_("Planned, due %(day)s.") % {"day": wording.day(due_on)},
        status=action.status,
        written_by=actor,
    )
    record(
        actor,
        action="planned action",
        subject=action,
        organisation=leading_member(review),
        owner=action.owner_id,
        due_on=due_on.isoformat(),
    )
    return action


def sent_before(action: Action) -> Action | None:
    """The action that the same form made a moment ago: a button pressed twice plans nothing twice."""
    alike = Action.objects.filter(
        review=action.review,
        review_item=action.review_item,
        title=action.title,
        due_on=action.due_on,
        organisation=action.organisation,
        owner=action.owner,
        owner_name=action.owner_name,
        created_by=action.created_by,
    )
    return alike.filter(created_at__gte=timezone.now() - SENT_TWICE).first()


def set_plan(
    action: Action, *, title: str, due_on: date, organisation: Organisation | None, email: str, name: str
) -> None:
    """Put what is planned into the row; the owner is found by address among the agencies, or is a name alone.

    With another owner an agency that stays the same becomes the new owner's.
    """
    agencies = agencies_of(action.review)
    before = action.owner_id, action.organisation_id
    if organisation is not None and organisation not in agencies:
        raise ReviewError(_("Choose one of the agencies of this review."))
    action.title, action.due_on, action.organisation = title.strip(), due_on, organisation
    action.owner, action.owner_name = None, name.strip()
    if email.strip():
        action.owner, agency = owner_with(action.review, email)
        action.owner_name = action.owner.full_name[:150]
        passes_on = action.owner_id != before[0] and action.organisation_id == before[1]
        action.organisation = agency if organisation is None or passes_on else organisation
    if not action.owner_name:
        raise ReviewError(_("Say who will do it: an address or a name."))


@transaction.atomic
def change_action(
    actor: User,
    *,
    action: Action,
    title: str,
    due_on: date,
    organisation: Organisation | None = None,
    owner_email: str = "",
    owner_name: str = "",
    seen: str | None = None,
    today: date | None = None,
) -> Action:
    """Change what is planned, by whom or by when; what changed becomes a note, and a new owner is told by e-mail.

    `seen` is the action's mark of when the actor opened the page, None to write in any case. Raises as make_action
    does, and ChangedMeanwhile.
    """
    check_coordinates(actor, action.review)
    locked = Action.objects.select_for_update().get(pk=action.pk)
    before = (locked.title, locked.due_on, locked.owner_id, locked.owner_name, locked.organisation_id)
    old_day = locked.due_on
    set_plan(locked, title=title, due_on=due_on, organisation=organisation, email=owner_email, name=owner_name)
    after = (locked.title, locked.due_on, locked.owner_id, locked.owner_name, locked.organisation_id)
    if before == after:
        return locked
    if seen is not None and seen != mark_of(locked):
        raise ChangedMeanwhile(planned_meanwhile(Action.objects.get(pk=locked.pk)))
    if (before[1], before[2]) != (after[1], after[2]):
        locked.next_reminder_on = first_reminder(locked, today=today or timezone.localdate())
    locked.save()
    if before[2] != after[2]:
        tell_new_owner(actor, locked)
    said = []
    if before[0] != after[0]:
        said.append(_("What will be done was “%(title)s”.") % {"title": before[0]})
    if old_day != due_on:
        said.append(_("Due %(day)s, before that %(old)s.") % {"day": wording.day(due_on), "old": wording.day(old_day)})
    if before[2:4] != after[2:4]:
        said.append(_("Owner %(name)s, before that %(old)s.") % {"name": locked.owner_name, "old": before[3]})
    if before[4] != after[4]:
        said.append(_("Agency: %(name)s.") % {"name": locked.organisation or _("none")})
    ActionNote.objects.create(action=locked, text="\n".join(said), status=locked.status, written_by=actor)
    record(
        actor,
        action="changed action",
        subject=locked,
        organisation=leading_member(locked.review),
        owner=locked.owner_id,
        due_on=due_on.isoformat(),
    )
    return locked


def may_work_on(user: User, action: Action) -> bool:
    """Whether the user may say how far it is: its owner, and the review's coordinators."""
    owned, coordinated = actions_owned_by(user), actions_coordinated_by(user)
    return owned.filter(pk=action.pk).exists() or coordinated.filter(pk=action.pk).exists()


@transaction.atomic
def note_progress(
    actor: User,
    *,
    action: Action,
    status: str,
    text: str = "",
    evidence: str | None = None,
    file: File | None = None,
    remove_file: bool = False,
    seen: str | None = None,
    at: datetime | None = None,
) -> Action:
    """Say how far an action is, with evidence and a note; the same form sent twice within a minute says it once.

    `seen` is the action's mark of when the actor opened the page, None to write in any case. Raises NotAllowed,
    ChangedMeanwhile, or EvidenceError for a wrong file.
    """
    if not may_work_on(actor, action):
        raise NotAllowed(_("Only its owner and the coordinators can change this action."))
    today = timezone.localtime(at or timezone.now()).date()
    locked = Action.objects.select_for_update().get(pk=action.pk)
    said = [text.strip()] if text.strip() else []
    before = locked.status
    if evidence is not None and evidence.strip() != locked.evidence:
        locked.evidence = evidence.strip()
        said.append(_("Evidence: %(text)s") % {"text": locked.evidence or _("taken away")})
    if file is not None:
        said.append(_("A file was added as evidence."))
    elif remove_file and locked.evidence_file:
        said.append(_("The file was taken away."))
    if status == before and (not said or (file is None and said_before(locked, actor, said))):
        return locked
    if seen is not None and seen != mark_of(locked):
        raise ChangedMeanwhile(changed_meanwhile(locked))
    if file is not None or remove_file:
        keep_file(locked, file)
    locked.status = status
    if status != before:
        locked.done_on = today if status == Status.DONE else None
        locked.next_reminder_on = first_reminder(locked, today=today)
    locked.save()
    ActionNote.objects.create(action=locked, text="\n".join(said), status=locked.status, written_by=actor)
    record(
        actor,
        action="changed state of action",
        subject=locked,
        organisation=leading_member(locked.review),
        before=before,
        status=status,
        with_file=file is not None,
    )
    return locked


def said_before(action: Action, actor: User, said: list[str]) -> bool:
    """Whether the actor said just this a moment ago: a button pressed twice writes one note."""
    last = action.notes.order_by("-written_at", "-pk").first()
    if last is None or last.written_by_id != actor.pk or last.written_at < timezone.now() - SENT_TWICE:
        return False
    return f"{last.text}\n".startswith("\n".join(said) + "\n")


def keep_file(action: Action, file: Any) -> None:
    """Keep a file as the action's evidence in place of the one before; None takes that away.

    Raises EvidenceError for a wrong file.
    """
    old, storage = action.evidence_file.name, action.evidence_file.storage
    if file is None:
        action.evidence_file = ""
    else:
        name = (file.name or "").replace("\\", "/").rsplit("/", 1)[-1]
        check_file(file, name=name)
        action.evidence_file.save(f"{action.uuid}.{extension_of(name)}", file, save=False)
    if old:
        transaction.on_commit(lambda: storage.delete(old))


def listed(actions: ActionQuerySet, *, state: str, today: date) -> ActionQuerySet:
    """The actions in a state: "open", "late", "done", "dropped" or "" for all; with what a list shows."""
    if state == "open":
        actions = actions.open()
    elif state == "late":
        actions = actions.late(today)
    elif state in (Status.DONE, Status.DROPPED):
        actions = actions.filter(status=state)
    related = actions.select_related("review__partnership", "review__organisation", "owner", "organisation")
    return related.order_by("due_on", "pk")
