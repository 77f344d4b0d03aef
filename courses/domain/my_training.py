"""My training: what one person has to do, has begun, must renew and has completed, in a fixed number of queries."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import BigIntegerField

from courses.domain.completions import after_months
from courses.domain.published import published_modules, suggested_modules
from courses.domain.required_training import by_module, required_of
from courses.models import Certificate, Enrolment, Evidence, Module, Requirement
from courses.models.outline import Outline
from lms.people.models import Membership, User
from lms.prepared import Prepared, Slot


@dataclass(frozen=True)
class RunsOut:
    """A certificate that runs out soon or has run out; `enrolment` is the round that would be done again."""

    certificate: Certificate
    enrolment: Enrolment
    days_left: int


@dataclass(frozen=True)
class ToDo:
    """A module to do: because a lead asks for it, because it is begun or enrolled on, or both."""

    module: Module
    requirement: Requirement | None = None
    enrolment: Enrolment | None = None


@dataclass(frozen=True)
class Elsewhere:
    """Training elsewhere that a lead accepted, and the last day on which it counts; None for always."""

    evidence: Evidence
    valid_until: date | None


@dataclass(frozen=True)
class MyTraining:
    """Everything the page shows; `resume_requirement` is what is asked about the module to go on with."""

    resume: Outline | None = None
    resume_requirement: Requirement | None = None
    to_do: list[ToDo] = field(default_factory=list)
    suggested: list[Module] = field(default_factory=list)
    runs_out: list[RunsOut] = field(default_factory=list)
    done: list[Certificate] = field(default_factory=list)
    elsewhere: list[Elsewhere] = field(default_factory=list)

    @property
    def has_begun(self) -> bool:
        """Whether there is anything of the person's own to show."""
        return bool(self.resume or self.to_do or self.runs_out or self.done or self.elsewhere)


def my_training(user: User, *, today: date) -> MyTraining:
    """The person's training as of `today`. Five queries at most, however many modules there are."""
    modules = published_modules()
    enrolments = [enrolment for enrolment in ENROLMENTS(user=user.pk) if enrolment.module_id in modules]
    for enrolment in enrolments:
        enrolment.module = modules[enrolment.module_id]
    open_ones = [enrolment for enrolment in enrolments if enrolment.completed_at is None]
    begun = sorted((e for e in open_ones if e.last_active_at), key=lambda e: e.last_active_at, reverse=True)
    waiting = sorted((e for e in open_ones if not e.last_active_at), key=lambda e: (e.created_at, e.pk))
    done, elsewhere = CERTIFICATES(user=user.pk), ACCEPTED(user=user.pk)
    current = {enrolment.module_id: enrolment for enrolment in enrolments}
    required = by_module(required_of(user))
    resumed = required.pop(begun[0].module_id, None) if begun else None
    asked = [ToDo(row.module, row, current.get(row.module_id)) for row in required.values()]
    others = [ToDo(one.module, None, one) for one in [*begun[1:], *waiting] if one.module_id not in required]
    known = {evidence.module_id for evidence in elsewhere} | current.keys()
    suggested = [module for module in suggested_modules() if module.pk not in known]
    running_out = runs_out_soon(done, current, today=today)
    return MyTraining(
        resume=begun[0].module.outline(enrolment=begun[0]) if begun else None,
        resume_requirement=resumed,
        to_do=[*asked, *others],
        suggested=[module for module in suggested if module.pk not in required],
        runs_out=[row for row in running_out if row.enrolment.module_id not in required],
        done=done,
        elsewhere=[
            Elsewhere(one, one.valid_until or after_months(one.completed_on, one.module.validity_months))
            for one in elsewhere
        ],
    )


ENROLMENTS = Prepared(lambda: Enrolment.objects.of(Slot("user", BigIntegerField())).current())
LATEST = Prepared(
    lambda: Certificate.objects.filter(
        user=Slot("user", BigIntegerField()), module=Slot("module", BigIntegerField())
    ).order_by("-completed_on", "-pk")[:1]
)
CERTIFICATES = Prepared(lambda: certificates_of(Slot("user", BigIntegerField())))
ACCEPTED = Prepared(lambda: accepted_of(Slot("user", BigIntegerField())))


def certificates_of(user: User | Slot):
    """Every certificate the person ever got, the newest first."""
    found = Certificate.objects.of(user).select_related("module", "enrolment")
    return found.defer("module__outcomes", "module__rests_on", "module__summary", "module__content_note")


def accepted_of(user: User | Slot):
    """Training elsewhere that a lead accepted and that still stands, the newest first."""
    found = Evidence.objects.filter(user=user, withdrawn_at=None).select_related("module", "accepted_by")
    return found.defer("module__outcomes", "module__rests_on", "module__summary", "module__content_note").order_by(
        "-completed_on", "-pk"
    )


def latest_certificate(user: User, *, module: Module) -> Certificate | None:
    """The person's newest certificate of the module. One query."""
    return LATEST.first(user=user.pk, module=module.pk)


def runs_out_soon(done: list[Certificate], current: dict[int, Enrolment], *, today: date) -> list[RunsOut]:
    """The certificates of current rounds that may be renewed now, the first to run out first."""
    rows = []
    for certificate in done:
        enrolment = current.get(certificate.module_id)
        if enrolment is None or enrolment.pk != certificate.enrolment_id:
            continue
        if certificate.expires_on and certificate.withdrawn_at is None and certificate.may_be_renewed(today):
            rows.append(RunsOut(certificate, enrolment, (certificate.expires_on - today).days))
    return sorted(rows, key=lambda row: (row.days_left, row.certificate.pk))


def what_next(user: User, *, after: Module, limit: int = 3) -> list[Module]:
    """Up to `limit` modules to go on with: those this one opens the way to, then the others of its courses."""
    seen = Enrolment.objects.of(user).completed().values("module")
    listed = Module.objects.listed().exclude(pk=after.pk).exclude(pk__in=seen)
    opened = listed.filter(prerequisites__required_module=after)
    beside = listed.filter(course_modules__course__course_modules__module=after, course_modules__course__live=True)
    found = {module.pk: module for module in [*opened[:limit], *beside.distinct()[:limit]]}
    return list(found.values())[:limit]


def leads_of(user: User) -> list[Membership]:
    """The training leads of the person's organisations, for the words "your training lead"."""
    organisations = [membership.organisation_id for membership in user.current_memberships]
    leading = Membership.objects.current().leading().filter(organisation__in=organisations).exclude(user=user)
    return list(leading.filter(user__is_active=True).select_related("user", "organisation").order_by("pk")[:3])
