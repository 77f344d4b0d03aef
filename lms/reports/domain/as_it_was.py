"""What was so of a requirement on a past day, where its row has gone on since: moved along, done again, or exempt.

A row goes along when its person moves to another unit, and takes over a newer completion; it says "exempt" only as long
as an exemption holds. The memberships, certificates, evidence and exemptions of that day are all still there.
"""

from datetime import date

from django.db.models import BigIntegerField, Case, CharField, DateField, Exists, F, OuterRef, Q, Subquery, When
from django.db.models.functions import Cast, Coalesce, TruncDate
from django.utils import timezone

from courses.domain.exemptions import holding
from courses.models import Certificate, Evidence
from lms.people.models import Membership

ASKED_DAY = Cast(TruncDate("created_at"), DateField())


def place_on(day: date) -> Case:
    """The membership in which a requirement was asked on the day: its own, or the one its person has moved from."""
    before = Membership.objects.current(day).filter(
        user=OuterRef("user"), organisation__path__startswith=OuterRef("assignment__organisation__path")
    )
    newest = Subquery(before.order_by("-started_on", "-pk").values("pk")[:1])
    return Case(
        When(membership__started_on__lte=day, then=F("membership_id")), default=newest, output_field=BigIntegerField()
    )


def done_on(day: date) -> Case:
    """The day on which it had been completed by then, or None; needs `asked_day` for a past day."""
    return of_completion(day, own="completed_on", certificate="completed_on", evidence="completed_on")


def valid_until_on(day: date) -> Case:
    """The last day of that completion; needs `asked_day` for a past day."""
    return of_completion(day, own="valid_until", certificate="expires_on", evidence="valid_until")


def certificate_on(day: date) -> Case:
    """The number of that completion's certificate; needs `asked_day` for a past day."""
    return of_completion(day, own="enrolment__certificate__number", certificate="number", evidence=None)


def of_completion(day: date, *, own: str, certificate: str, evidence: str | None) -> Case:
    """A value of the completion that counted on the day: the row's own, or that of one it has since been done again.

    Names of the fields on the requirement, on the certificate and on the evidence of the completion before.
    """
    if day >= timezone.localdate():
        return Case(When(completed_on__lte=day, then=F(own)), default=None)

    def earlier(counting: Q, counting_elsewhere: Q) -> Subquery | Coalesce:
        same = {"user": OuterRef("user"), "module": OuterRef("module"), "completed_on__lte": day, "withdrawn_at": None}
        held = Certificate.objects.filter(counting, **same).order_by("-completed_on", "-pk")
        found = Subquery(held.values(certificate)[:1])
        if evidence is None:
            return found
        accepted = Evidence.objects.filter(counting_elsewhere, **same).order_by("-completed_on", "-pk")
        return Coalesce(found, Subquery(accepted.values(evidence)[:1]))

    since = Q(completed_on__gte=OuterRef("asked_day"))
    held = Q(expires_on=None) | Q(expires_on__gte=OuterRef("asked_day"))
    accepted = Q(valid_until=None) | Q(valid_until__gte=OuterRef("asked_day"))
    return Case(
        When(completed_on__lte=day, then=F(own)),
        When(completed_on__gt=day, cycle=1, then=earlier(since | held, since | accepted)),
        When(completed_on__gt=day, then=earlier(since, since)),
        default=None,
    )


def of_place(name: str) -> Case:
    """A field of the membership in which it was asked, as in "organisation__name"; needs the annotation `place`."""
    before = Membership.objects.filter(pk=OuterRef("place")).values(name)
    kind = BigIntegerField() if name == "organisation" else CharField()
    own = When(membership=F("place"), then=F(f"membership__{name}"))
    return Case(own, default=Subquery(before), output_field=kind)


def is_exempt(day: date) -> Q:
    """Whether an exemption of the day covers it; needs the annotation `place`."""
    path = Membership.objects.filter(pk=OuterRef(OuterRef("place"))).values("organisation__path")
    covering = (
        holding(day)
        .filter(Q(module=None) | Q(module=OuterRef("module")), user=OuterRef("user"))
        .alias(path=Subquery(path))
        .filter(path__startswith=F("organisation__path"))
    )
    return Q(user__in=holding(day).order_by().values("user")) & Q(Exists(covering))
