"""Asking people of member agencies to answer themes of a review, by the addresses a coordinator typed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.domain.reminder_layout import laid_out
from courses.domain.reminder_words import Words, greeting, link_words, weekday
from lms.audit.domain.recording import record
from lms.outbox.domain.queueing import Letter, queue_emails
from lms.people.domain.access import at_or_below
from lms.people.domain.claiming import activation_links, is_unclaimed
from lms.people.models import Membership, Organisation, User
from toolkit_pages.domain.review_access import ReviewError, able_to_answer, check_coordinates
from toolkit_pages.domain.reviewing import agencies_of, leading_member
from toolkit_pages.models import Answerer, ChecklistReview, ChecklistTheme, ReviewAnswer


@dataclass(frozen=True)
class Asked:
    """What became of typed addresses: who is asked now, and each address of nobody there with its line's number."""

    people: list[Answerer]
    unknown: list[tuple[int, str]]


def member_with(address: str, agencies: list[Organisation], *, today) -> tuple[User, Organisation, Membership] | None:
    """The person with this address who belongs to one of the agencies today, with the nearest agency."""
    inside = Q(pk__in=[])
    for agency in topmost(agencies):
        inside |= at_or_below(agency)
    among = Organisation.objects.filter(inside)
    memberships = Membership.objects.current(today).filter(organisation__in=among, user__is_active=True)
    found = memberships.filter(user__email__iexact=address).select_related("user", "organisation").first()
    if found is None:
        return None
    above = [agency for agency in agencies if found.organisation.path.startswith(agency.path)]
    return found.user, max(above, key=lambda agency: len(agency.path)), found


def topmost(agencies: Iterable[Organisation]) -> list[Organisation]:
    """Those that lie below no other of them: a force stands for its units, of which there may be hundreds."""
    found: list[Organisation] = []
    for agency in sorted(agencies, key=lambda agency: agency.path):
        if not found or not agency.path.startswith(found[-1].path):
            found.append(agency)
    return found


@transaction.atomic
def ask_people(
    actor: User,
    *,
    review: ChecklistReview,
    addresses: Iterable[tuple[int, str]],
    themes: Iterable[ChecklistTheme],
    at: datetime | None = None,
) -> Asked:
    """Ask the people with these addresses (with line numbers) for these themes; who is asked already gets more themes.

    Only members of the review's agencies are found: an address of anybody else is answered as one of nobody. Each
    person gets one e-mail. Raises NotAllowed, or ReviewError when answers are not taken any more.
    """
    at = at or timezone.now()
    locked = ChecklistReview.objects.select_for_update().filter(pk=review.pk).first()
    if locked is None:
        raise ReviewError(_("The review was deleted meanwhile, so nobody is asked."))
    check_coordinates(actor, locked)
    if locked.state != ChecklistReview.State.OPEN:
        raise ReviewError(_("Answers are not taken any more. Open the review again first."))
    agencies, today = agencies_of(review), timezone.localtime(at).date()
    people: dict[int, Answerer] = {}
    letters, unknown = [], []
    chosen = list(themes)
    for line, address in addresses:
        found = member_with(address, agencies, today=today)
        if found is None:
            unknown.append((line, address))
            continue
        user, agency, membership = found
        if user.pk in people:
            continue  # the address stands there twice
        answerer, created = Answerer.objects.get_or_create(
            review=review, user=user, organisation=agency, defaults={"asked_by": actor}
        )
        ask_for(answerer, chosen)
        people[user.pk] = answerer
        if created:
            letters.append(letter(answerer, membership, at=at))
    queue_emails(letters, at=at)
    if people:
        record(
            actor,
            action="asked for a review",
            subject=review,
            organisation=leading_member(review),
            people=list(people),
        )
    return Asked(list(people.values()), unknown)


def ask_for(answerer: Answerer, themes: list[ChecklistTheme]) -> None:
    """Add themes to what somebody is asked for; whoever said to be finished is not with the new ones."""
    known = set(answerer.themes.values_list("pk", flat=True))
    if answerer.finished_at and not {theme.pk for theme in themes} <= known:
        answerer.finished_at = None
        answerer.save(update_fields=["finished_at"])
    answerer.themes.add(*themes)


@transaction.atomic
def take_off(actor: User, *, answerer: Answerer) -> None:
    """Ask somebody no more; what their agency has answered stays. Raises NotAllowed. Safe to repeat."""
    check_coordinates(actor, answerer.review)
    record(
        actor,
        action="asked no more for a review",
        subject=answerer.review,
        organisation=leading_member(answerer.review),
        person=answerer.user_id,
    )
    Answerer.objects.filter(pk=answerer.pk).delete()


def letter(answerer: Answerer, membership: Membership, *, at: datetime) -> Letter:
    """The e-mail to somebody who is asked; its subject names no topic."""
    review, user = answerer.review, answerer.user
    url = settings.SITE_ORIGIN + review.get_absolute_url()
    unclaimed = is_unclaimed(user)
    if unclaimed and (link := activation_links([membership], at=at).get(membership.pk)):
        url = f"{link}?next={review.get_absolute_url()}"
    today = timezone.localtime(at).date()
    said = {"name": answerer.asked_by.full_name, "body": review.body_name, "agency": answerer.organisation.name}
    lead = _("%(name)s asks you to answer a checklist of %(body)s for %(agency)s.") % said
    if review.due_on:
        lead += " " + _("Answers are wanted by %(day)s.") % {"day": weekday(review.due_on, today)}
    words = Words(
        subject=_("You are asked to answer a checklist"),
        greeting=greeting(user.first_name),
        lead=lead,
        action=_("See what is asked"),
        url=url,
        paragraphs=[_("You can answer in pieces, and others of your agency can answer with you. Nothing is lost.")],
        tell=_("Not the right person? Tell %(name)s:") % said,
        lead_email=answerer.asked_by.email,
        small=link_words(activation=unclaimed),
        organisation=review.body_name,
    )
    key = f"review_asked:{review.pk}:{user.pk}:{answerer.pk}"
    return letter_to(answerer, words, kind="review_asked", key=key)


def letter_to(answerer: Answerer, words: Words, *, kind: str, key: str) -> Letter:
    """The words as an e-mail to somebody who was asked."""
    text, html = laid_out(words)
    return Letter(
        key=key,
        kind=kind,
        to=answerer.user.email,
        subject=words.subject,
        text=text,
        html=html,
        user_id=answerer.user_id,
        organisation_id=answerer.organisation_id,
    )


@dataclass(frozen=True)
class AgencyProgress:
    """How far one agency is: items answered of those its people are asked, of all where nobody is asked any more.

    `people` are those asked, each with whether they can answer still.
    """

    organisation: Organisation
    answered: int
    total: int
    people: list[tuple[Answerer, bool]]


def who_has_answered(review: ChecklistReview) -> list[AgencyProgress]:
    """Each agency that was asked or answered, by name. Seven queries, however many there are."""
    items = dict(review.items.values_list("pk", "theme"))
    given: dict[int, set[int]] = {}
    answers = ReviewAnswer.objects.filter(review_item__review=review)
    for organisation, item in answers.values_list("organisation", "review_item"):
        given.setdefault(organisation, set()).add(item)
    people: dict[int, list[tuple[Answerer, bool]]] = {}
    asked: dict[int, set[int]] = {}
    able = able_to_answer(review)
    for answerer in review.answerers.select_related("user").prefetch_related("themes").order_by("asked_at", "pk"):
        people.setdefault(answerer.organisation_id, []).append((answerer, answerer.pk in able))
        asked.setdefault(answerer.organisation_id, set()).update(theme.pk for theme in answerer.themes.all())
    found = []
    for agency in Organisation.objects.filter(pk__in={*given, *people}).by_name():
        answered, themes = given.get(agency.pk, set()), asked.get(agency.pk, set())
        wanted = {pk for pk, theme in items.items() if not themes or theme in themes}
        found.append(AgencyProgress(agency, len(answered), len(wanted | answered), people.get(agency.pk, [])))
    return found


def answered_and_asked(review: ChecklistReview) -> tuple[int, int]:
    """How many agencies have answered something, and of how many that were asked. Two queries."""
    given = ReviewAnswer.objects.filter(review_item__review=review).order_by()
    answered = set(given.values_list("organisation", flat=True).distinct())
    asked = set(review.answerers.order_by().values_list("organisation", flat=True))
    return len(answered), len(asked | answered)
