"""How far people are with their training: querysets of people with their state, and the words for it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from django.db.models import Case, Count, DateField, F, IntegerField, Min, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from courses.models import Certificate, Enrolment
from lms.design_system.wording import day
from lms.people.models import User

SOON = timedelta(days=60)
STATES = {
    "lapsed": gettext_lazy("Ran out"),
    "expiring": gettext_lazy("Runs out within 60 days"),
    "in_progress": gettext_lazy("In progress"),
    "not_started": gettext_lazy("Not started"),
    "completed": gettext_lazy("Completed"),
}
URGENCY = {name: number for number, name in enumerate(STATES)}


class WithTraining(Protocol):
    """A person as `with_training` reads them."""

    module_count: int
    done_count: int
    doing_title: str
    next_expiry: date
    urgency: int


@dataclass(frozen=True)
class TrainingState:
    """A person's training in one line: the kind of the status component, its words, and what it is about."""

    kind: str
    text: str
    about: str = ""


def with_training(people: QuerySet[User], *, today: date | None = None) -> QuerySet[User]:
    """`people` annotated with counts of current enrolments, the next certificate to run out, and `urgency`.

    `urgency` is 0 for somebody whose certificate ran out, rising to 4 for somebody who completed all that is open.
    """
    today = today or timezone.localdate()
    enrolments = Enrolment.objects.current().filter(user=OuterRef("pk")).order_by()
    certificates = Certificate.objects.filter(user=OuterRef("pk"), enrolment__is_current=True, withdrawn_at=None)
    counted = enrolments.values("user")
    doing = enrolments.filter(state=Enrolment.State.IN_PROGRESS).order_by("-last_active_at", "-pk")
    people = people.annotate(
        module_count=_count(counted),
        done_count=_count(counted.filter(state=Enrolment.State.COMPLETED)),
        doing_count=_count(counted.filter(state=Enrolment.State.IN_PROGRESS)),
        doing_title=Subquery(doing.values("module__title")[:1]),
        next_expiry=Subquery(
            certificates.order_by().values("user").annotate(first=Min("expires_on")).values("first"),
            output_field=DateField(),
        ),
    )
    return people.annotate(
        urgency=Case(
            When(next_expiry__lt=today, then=Value(URGENCY["lapsed"])),
            When(next_expiry__lte=today + SOON, then=Value(URGENCY["expiring"])),
            When(doing_count__gt=0, then=Value(URGENCY["in_progress"])),
            When(done_count__gt=0, module_count=F("done_count"), then=Value(URGENCY["completed"])),
            default=Value(URGENCY["not_started"]),
            output_field=IntegerField(),
        )
    )


def _count(rows: QuerySet) -> Coalesce:
    return Coalesce(Subquery(rows.annotate(n=Count("pk")).values("n"), output_field=IntegerField()), 0)


def training_state(person: WithTraining, *, today: date | None = None) -> TrainingState:
    """One line about a person from `with_training`, the most urgent thing first."""
    today = today or timezone.localdate()
    if person.urgency == URGENCY["lapsed"]:
        return TrainingState("late", _("Ran out on %(day)s") % {"day": day(person.next_expiry)})
    if person.urgency == URGENCY["expiring"]:
        left = (person.next_expiry - today).days
        text = ngettext("Runs out in %(days)d day", "Runs out in %(days)d days", left) % {"days": left}
        return TrainingState("soon", text if left else _("Runs out today"), day(person.next_expiry))
    if person.urgency == URGENCY["in_progress"]:
        return TrainingState("doing", _("In progress"), person.doing_title)
    counts = {"done": person.done_count, "total": person.module_count}
    about = _("%(done)d of %(total)d completed") % counts if person.module_count else ""
    if person.urgency == URGENCY["completed"]:
        return TrainingState("done", _("Completed"), about)
    return TrainingState("todo", _("Not started"), about if person.done_count else "")
