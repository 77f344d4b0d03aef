"""Who may see which review and which action: the one place where the boundary between partnerships is decided.

Coordinators of an organisation, or of one above it in the tree, lead its reviews; those of a partnership's leading
member lead the partnership's. People asked answer for their agency while they belong to it. Coordinators of the other
members see what was settled. Nobody else learns that a review is there.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from lms.people.domain.access import at_or_below
from lms.people.models import Membership, Organisation, User
from toolkit_pages.models import Action, Answerer, ChecklistReview, Partnership, PartnershipMember
from toolkit_pages.models.reviews import ActionQuerySet

Sharing = ChecklistReview.Sharing
State = ChecklistReview.State


class ReviewError(Exception):
    """Why something cannot be done with a review or an action; the message can be shown."""


class NotAllowed(ReviewError):
    """The user may not do this."""


@dataclass(frozen=True)
class Seat:
    """What one user is to one review: whether they lead it, and for which agencies they answer."""

    review: ChecklistReview
    coordinates: bool
    answering: list[Answerer]

    @property
    def sees_result(self) -> bool:
        """The settled result is for every member once the review is closed; its coordinators see it grow."""
        return self.coordinates or self.review.state == State.CLOSED

    @property
    def sees_answers(self) -> bool:
        """Whether they see what each agency answered: the review's setting decides."""
        return self.coordinates or (self.review.sharing == Sharing.MEMBERS and bool(self.answering))

    @property
    def reads_own(self) -> bool:
        """Whether they read what their own agency answered: once it cannot be changed any more."""
        return self.review.state != State.OPEN and bool(self.answering)

    @property
    def may_answer(self) -> bool:
        return self.review.state == State.OPEN and bool(self.answering)

    @property
    def may_settle(self) -> bool:
        return self.coordinates and self.review.state == State.SETTLING


def organisations_coordinated_by(user: User) -> QuerySet[Organisation]:
    """The organisations where the user is a coordinator now, and every unit below. Empty for everybody else."""
    below = Q(pk__in=[])
    if user.is_authenticated and user.is_active:
        for membership in user.current_memberships:
            if membership.is_coordinator:
                below |= at_or_below(membership.organisation)
    return Organisation.objects.filter(below)


def organisations_of(user: User) -> QuerySet[Organisation]:
    """The organisations the user belongs to today, and every one above them: those they may answer for."""
    if not user.is_authenticated or not user.is_active:
        return Organisation.objects.none()
    own = Organisation.objects.filter(pk__in=[one.organisation_id for one in user.current_memberships])
    return Organisation.objects.filter(Exists(own.filter(path__startswith=OuterRef("path")).order_by()))


def partnerships_led_by(user: User) -> QuerySet[Partnership]:
    """The partnerships whose leading member the user coordinates."""
    led = PartnershipMember.objects.current().filter(
        is_leading=True, organisation__in=organisations_coordinated_by(user)
    )
    return Partnership.objects.filter(pk__in=led.values("partnership"))


def reviews_coordinated_by(user: User) -> QuerySet[ChecklistReview]:
    """The reviews that the user opens, settles and closes."""
    return ChecklistReview.objects.filter(
        Q(organisation__in=organisations_coordinated_by(user)) | Q(partnership__in=partnerships_led_by(user))
    )


def answerers_of(user: User) -> QuerySet[Answerer]:
    """Where the user is asked to answer: for an agency they still belong to, and that is still one of the review's."""
    return of_present_agencies(Answerer.objects.filter(user=user, organisation__in=organisations_of(user)))


def of_present_agencies(asked: QuerySet[Answerer], *, today: date | None = None) -> QuerySet[Answerer]:
    """Those whose agency is a member of the partnership today, or lies in the organisation that is reviewed."""
    is_member = PartnershipMember.objects.current(today).filter(
        partnership=OuterRef("review__partnership"), organisation=OuterRef("organisation")
    )
    lies_within = Organisation.objects.filter(
        pk=OuterRef("organisation"), path__startswith=OuterRef("review__organisation__path")
    )
    return asked.filter(
        Q(review__partnership__isnull=False) & Exists(is_member)
        | Q(review__organisation__isnull=False) & Exists(lies_within)
    )


def able_to_answer(review: ChecklistReview, *, today: date | None = None) -> dict[int, Membership]:
    """Those asked who are still there, by the key of the Answerer, each with the membership that lets them answer.

    The same rule as `answerers_of`, for everybody of one review at once. Two queries.
    """
    asked = of_present_agencies(review.answerers.filter(user__is_active=True), today=today)
    paths = {(pk, user): path for pk, user, path in asked.values_list("pk", "user", "organisation__path")}
    memberships = Membership.objects.current(today).filter(user__in={user for _pk, user in paths})
    of_user: dict[int, list[Membership]] = {}
    for membership in memberships.select_related("organisation").order_by("started_on", "pk"):
        of_user.setdefault(membership.user_id, []).append(membership)
    found = {}
    for (pk, user), path in paths.items():
        inside = [one for one in of_user.get(user, []) if one.organisation.path.startswith(path)]
        if inside:
            found[pk] = inside[0]
    return found


def reviews_visible_to(user: User) -> QuerySet[ChecklistReview]:
    """The reviews the user may open: coordinated, asked to answer, or closed ones of a partnership of theirs."""
    members = PartnershipMember.objects.current().filter(organisation__in=organisations_coordinated_by(user))
    return ChecklistReview.objects.filter(
        Q(pk__in=reviews_coordinated_by(user).values("pk"))
        | Q(pk__in=answerers_of(user).values("review"))
        | Q(state=State.CLOSED, partnership__in=members.values("partnership"))
    )


def seat_at(user: User, *, uuid: UUID) -> Seat | None:
    """What the user is to the review, or None where it does not exist for them."""
    found = reviews_visible_to(user).select_related("partnership", "organisation", "opened_by", "closed_by")
    review = found.filter(uuid=uuid).first()
    if review is None:
        return None
    return Seat(
        review=review,
        coordinates=reviews_coordinated_by(user).filter(pk=review.pk).exists(),
        answering=list(answerers_of(user).filter(review=review).select_related("organisation")),
    )


def check_coordinates(actor: User, review: ChecklistReview) -> None:
    """Raise NotAllowed unless the actor leads the review."""
    if not reviews_coordinated_by(actor).filter(pk=review.pk).exists():
        raise NotAllowed(_("Only the coordinators of a review can do this."))


def actions_owned_by(user: User) -> ActionQuerySet:
    """The user's own actions, while they belong to the body that planned them."""
    own = organisations_of(user)
    members = PartnershipMember.objects.current().filter(organisation__in=own)
    return Action.objects.filter(
        Q(review__organisation__in=own) | Q(review__partnership__in=members.values("partnership")), owner=user
    )


def actions_coordinated_by(user: User) -> ActionQuerySet:
    """The actions of reviews that the user leads."""
    return Action.objects.filter(review__in=reviews_coordinated_by(user))


def actions_visible_to(user: User) -> ActionQuerySet:
    """The user's own, those of reviews they lead, and the plans of closed reviews that they may see."""
    return Action.objects.filter(
        Q(pk__in=actions_owned_by(user).values("pk"))
        | Q(review__in=reviews_coordinated_by(user))
        | Q(review__in=reviews_visible_to(user).filter(state=State.CLOSED))
    )
