"""Who may see whom: the one place where the boundary between organisations is decided."""

from datetime import date

from django.db.models import Exists, F, Q, QuerySet, Subquery

from lms.people.models import Membership, Organisation, User

LED = "_keys_led"


def organisations_led_by(user: User):
    """The organisations whose people this user leads: where they are lead now, and every unit below.

    Returns an Organisation queryset, empty for someone who leads nothing. Which they are is read once for each request:
    PostgreSQL reckons well with keys, and badly with a condition on the tree.
    """
    if not user.is_authenticated or not user.is_active:
        return Organisation.objects.none()
    if not hasattr(user, LED):
        setattr(user, LED, keys_led(user))
    keys = getattr(user, LED)
    return Organisation.objects.filter(pk__in=sorted(keys)) if keys else Organisation.objects.none()


def keys_led(user: User) -> set[int]:
    """The primary keys of the organisations the user leads; one query if any of them has units."""
    leading = [membership.organisation for membership in user.current_memberships if membership.is_lead]
    below = Q()
    for organisation in leading:
        if not organisation.is_leaf():
            below |= at_or_below(organisation)
    keys = {organisation.pk for organisation in leading if organisation.is_leaf()}
    return keys.union(Organisation.objects.filter(below).order_by().values_list("pk", flat=True)) if below else keys


def leads(user: User, *, organisation_id: int) -> bool:
    """Whether the user leads this organisation, as the tree is now: what a change asks for. One query."""
    if not user.is_authenticated or not user.is_active:
        return False
    leading = [membership.organisation_id for membership in user.current_memberships if membership.is_lead]
    path = Organisation.objects.filter(pk=organisation_id).order_by().values("path")
    return (
        Organisation.objects.filter(pk__in=leading)
        .alias(below=Subquery(path))
        .filter(below__startswith=F("path"))
        .exists()
    )


def at_or_below(organisation: Organisation) -> Q:
    """The condition on organisations that they are this one or lie below it; nothing meets it once that has moved.

    A name that comes earlier in the alphabet moves others along: then their old paths are somebody else's. So the query
    itself looks whether the path, which was read a moment before, is still this organisation's.
    """
    unmoved = Organisation.objects.filter(pk=organisation.pk, path=organisation.path).order_by()
    return Q(Exists(unmoved), path__startswith=organisation.path)


def units_of(organisation_id: int) -> QuerySet[Organisation]:
    """The organisation and everything below it, whatever moves it in the meantime: the query itself reads the path."""
    path = Organisation.objects.filter(pk=organisation_id).order_by().values("path")
    return Organisation.objects.alias(above=Subquery(path)).filter(path__startswith=F("above")).order_by()


def memberships_visible_to(user: User):
    """The memberships a lead may see: current ones in the organisations they lead."""
    return Membership.objects.current().filter(organisation__in=organisations_led_by(user))


def memberships_led_on(user: User, day: date):
    """The memberships that ran on a past day in the organisations the user leads today, ended since or not.

    For reports on a past period: who was there then, whoever is there now.
    """
    return Membership.objects.current(day).filter(organisation__in=organisations_led_by(user))


def people_visible_to(user: User):
    """The people a lead may see: those with a current membership in the organisations they lead.

    Every query about other people starts here; anyone else's record is answered with a 404. Being an editor or an
    administrator gives no sight of people's training.
    """
    return User.objects.filter(pk__in=memberships_visible_to(user).values("user"))
