"""What needs a lead today: who is late, whose e-mail came back, what runs out, what the last import refused."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lms.design_system.wording import when
from lms.outbox.domain.bounces import bouncing_addresses
from lms.people.domain.access import organisations_led_by
from lms.people.models import RosterImport, RosterRow, User
from lms.reports.domain.counting import Scope


@dataclass(frozen=True)
class Need:
    """How many, of what, more about it, and where it is seen to."""

    count: int
    text: str
    about: str
    url: str


def needs_of(user: User, scope: Scope, *, narrowed: dict[str, str]) -> list[Need]:
    """What needs the lead, the most pressing first; `narrowed` are the filters that stay in the links."""
    found: list[Need | None] = [late(scope, narrowed), bounced(scope, narrowed), expiring(scope, narrowed)]
    found.append(never_signed_in(scope, narrowed))
    if not narrowed:
        found.append(refused(user))
    return [need for need in found if need is not None and need.count]


def people_url(narrowed: dict[str, str], **query: str) -> str:
    """The list of people with these filters."""
    return f"{reverse('reports:people')}?{urlencode({**narrowed, **query})}"


def late(scope: Scope, narrowed: dict[str, str]) -> Need:
    """People past a date."""
    count = scope.all.late
    about = ""
    most = max(scope.units, key=lambda group: group.counts.late, default=None)
    if most is not None and len(scope.units) > 1 and most.counts.late:
        words: dict[str, Any] = {"count": most.counts.late, "unit": most.name}
        about = (
            _("All of them in %(unit)s.") % words
            if most.counts.late == count
            else ngettext("%(count)d of them in %(unit)s.", "%(count)d of them in %(unit)s.", words["count"]) % words
        )
    text = ngettext("Person is late", "People are late", count)
    return Need(count, text, about, people_url(narrowed, state="late"))


def bounced(scope: Scope, narrowed: dict[str, str]) -> Need:
    """People whose e-mail came back."""
    theirs = scope.memberships.filter(user__email__in=bouncing_addresses())
    count = theirs.values("user").distinct().count()
    text = ngettext("Person’s e-mail came back", "People’s e-mails came back", count)
    unit = f"?{urlencode({'organisation': narrowed['unit']})}" if "unit" in narrowed else ""
    return Need(count, text, _("Reminders do not reach them."), f"{reverse('courses:reminders')}{unit}#came-back")


def expiring(scope: Scope, narrowed: dict[str, str]) -> Need:
    """People whose first completion runs out soon."""
    count = scope.all.expiring
    text = ngettext("Person’s training runs out within 60 days", "People’s training runs out within 60 days", count)
    return Need(count, text, _("The list says when, person by person."), people_url(narrowed, state="expiring"))


def never_signed_in(scope: Scope, narrowed: dict[str, str]) -> Need:
    """Accounts nobody has used."""
    count = scope.never_signed_in
    text = ngettext("Person has never signed in", "People have never signed in", count)
    return Need(count, text, _("They count in every number here."), people_url(narrowed, state="never"))


def refused(user: User) -> Need | None:
    """Rows the lead's last import refused."""
    imports = RosterImport.objects.filter(organisation__in=organisations_led_by(user)).exclude(
        state__in=[RosterImport.State.CANCELLED, RosterImport.State.UPLOADED]
    )
    last = imports.order_by("-created_at", "-pk").first()
    if last is None:
        return None
    count = last.rows.filter(action=RosterRow.Action.REFUSED).count()
    text = ngettext("Row was refused in your last import", "Rows were refused in your last import", count)
    about = f"{when(last.created_at)[:1].upper()}{when(last.created_at)[1:]}, {last.file_name}"
    return Need(count, text, about, reverse("people:roster_import", args=[last.public_id]))
