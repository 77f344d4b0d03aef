"""Whose record a lead writes an exemption or evidence into: a person they may see, in the organisations they lead."""

from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from lms.people.domain.access import memberships_visible_to, organisations_led_by, people_visible_to
from lms.people.models import Organisation, User


def find_person(request: HttpRequest, public_id: UUID) -> tuple[User, list[Organisation]]:
    """The person and the organisations in which the lead sees them; anybody else is a 404."""
    person = get_object_or_404(people_visible_to(request.user), public_id=public_id)
    seen = memberships_visible_to(request.user).filter(user=person)
    return person, list(organisations_led_by(request.user).filter(pk__in=seen.values("organisation")))
