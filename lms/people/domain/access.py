"""Who may see whom: the one place where the boundary between organisations is decided."""

from datetime import date

from django.db.models import Q

from lms.people.models import Membership, Organisation, User


def organisations_led_by(user: User):
    """The organisations whose people this user leads: where they are lead now, and every unit below.

    Returns an Organisation queryset, empty for someone who leads nothing.
    """
    if not user.is_authenticated or not user.is_active:
        return Organisation.objects.none()
    paths = [membership.organisation.path for membership in user.current_memberships if membership.is_lead]
    if not paths:
        return Organisation.objects.none()
    below = Q()
    for path in paths:
        below |= Q(path__startswith=path)
    return Organisation.objects.filter(below)


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
