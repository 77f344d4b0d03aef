"""The people a list's rows may be about, many at once: their accounts, and their memberships here and elsewhere."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from allauth.account.models import EmailAddress
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone

from lms.people.models import Membership, User


@dataclass
class Person:
    """One account, with its memberships inside the import's organisation and units."""

    user: User
    here: list[Membership] = field(default_factory=list)
    been_here: list[Membership] = field(default_factory=list)
    also_in: list[Membership] = field(default_factory=list)
    is_only_here: bool = True
    has_been_anywhere: bool = False

    @property
    def has_to_agree(self) -> bool:
        """Whether a list alone must not bring this account in, since others know it: its owner has to accept first.

        Otherwise a lead could write down anybody's address and read their record.
        """
        return not (self.is_only_here and self.has_been_anywhere)

    @property
    def may_be_renamed(self) -> bool:
        """Whether the account is this lead's alone: no membership elsewhere, ever, and no rights over content."""
        return self.is_only_here and bool(self.been_here) and not (self.user.is_staff or self.user.is_superuser)


def find_people(emails: Collection[str], *, units: Collection[int], led: Collection[int]) -> dict[str, Person]:
    """The accounts with these addresses (in small letters), by address; five queries however many they are.

    An address counts where it is the account's own, or a confirmed further one: whoever confirmed it comes first. `led`
    are the keys of all organisations the lead leads: only somebody who was never anywhere else may be renamed. `here`
    holds the memberships that run or will, the oldest first, and `also_in` those outside the import that the lead sees.
    """
    users: dict[str, User] = {}
    confirmed = EmailAddress.objects.annotate(plain=Lower("email")).filter(plain__in=emails, verified=True)
    for address in confirmed.select_related("user"):
        users[address.email.lower()] = address.user
    for user in User.objects.annotate(plain=Lower("email")).filter(plain__in=emails):
        users.setdefault(user.email.lower(), user)
    people = {user.pk: Person(user) for user in users.values()}
    with_groups = set(User.groups.through.objects.filter(user__in=people).values_list("user_id", flat=True))
    today = timezone.localdate()
    of_all = Membership.objects.filter(user__in=people).select_related("organisation", "team")
    for membership in of_all.order_by("started_on", "pk"):
        person = people[membership.user_id]
        person.has_been_anywhere = True
        if membership.organisation_id not in led:
            person.is_only_here = False
        if membership.organisation_id in units:
            person.been_here.append(membership)
            if runs(membership, today):
                person.here.append(membership)
        elif membership.organisation_id in led and runs(membership, today):
            person.also_in.append(membership)
    for pk in with_groups:
        people[pk].is_only_here = False
    return {email: people[user.pk] for email, user in users.items()}


def runs(membership: Membership, today: date) -> bool:
    """Whether the membership has not ended, whether or not it has begun."""
    return membership.ended_on is None or membership.ended_on > today


def not_ended(today: date) -> Q:
    """The same as a condition on memberships."""
    return Q(ended_on=None) | Q(ended_on__gt=today)


def lock(memberships: Collection[int]) -> None:
    """Keep others from changing the memberships with these keys until the transaction ends."""
    locked = Membership.objects.select_for_update().filter(pk__in=memberships).order_by("pk")
    list(locked.values_list("pk", flat=True))
