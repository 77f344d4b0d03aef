"""What the county's leads ask of their people, through the same functions as the site: so reports have all to show."""

from datetime import date, datetime, time, timedelta

from django.core.files.base import ContentFile
from django.utils import timezone

from courses.domain.assigning import assign, save_draft, sweep
from courses.domain.evidence import accept_evidence
from courses.domain.exempting import exempt
from courses.domain.standing import count_day
from courses.models import Assignment, Module
from lms.demo.county.organisations import BODIES, CONTROL, EAST, FIRE, HOSPITAL, PROTECTION, WEST
from lms.demo.county.stories import Story
from lms.demo.people import COUNCIL, POLICE
from lms.people.models import Membership, Organisation, User

STANDARD = "You may meet it in your work. This is our standard for everybody."
PUBLIC = "You speak with people who may need help."
# Days from today to the date by which the first module is asked; below 0 it has passed.
DUE = {CONTROL: -21, PROTECTION: -21, EAST: 18, WEST: 18, COUNCIL: -9, HOSPITAL: 33, FIRE: -3}
ASSIGNED_AGO = timedelta(days=75)
ONE_PAGE = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
%%EOF
"""


def ask_county(
    told: list[Story],
    users: dict[str, User],
    organisations: dict[str, Organisation],
    *,
    first: Module,
    second: Module,
    today: date,
) -> None:
    """Assignments of both modules, a draft, exemptions and evidence; then the sweep and the day's count."""
    at = timezone.make_aware(datetime.combine(today - ASSIGNED_AGO, time(10)))
    for body in BODIES:
        organisation = organisations[body.name]
        days = DUE.get(body.name, 25)
        give(organisation, first, at=at, due_on=today + timedelta(days=days), reason=STANDARD, repeat_months=24)
    give(organisations[POLICE], first, at=at, due_on=today + timedelta(days=18), reason=STANDARD, include_units=False)
    rule = {"audience": Assignment.Audience.RULE, "reason": PUBLIC, "due_on": today + timedelta(days=40)}
    give(organisations[PROTECTION], second, at=at, job_roles=["Detective"], **rule)
    give(organisations[POLICE], second, at=at, job_roles=["Call handler"], is_mandatory=False, **rule)
    save_draft(
        lead_of(organisations[COUNCIL]),
        organisation=organisations[COUNCIL],
        module=second,
        due_on=today + timedelta(days=90),
        reason=PUBLIC,
    )
    sweep(at=at)
    sweep(at=timezone.now())
    record_exceptions(told, users, organisations, module=first, today=today)
    count_day(today)


def give(organisation: Organisation, module: Module, *, at: datetime, **fields) -> Assignment:
    """Assign the module in the name of whoever leads the organisation, or the one above it."""
    lead = lead_of(organisation)
    fields.setdefault("days_after_joining", 30)
    draft = save_draft(lead, organisation=organisation, module=module, **fields)
    return assign(lead, assignment=draft, at=at)


def lead_of(organisation: Organisation) -> User:
    """The person who leads the organisation, or the nearest one above it that has a lead."""
    leading = Membership.objects.current().leading().select_related("user").order_by("pk")
    above = [organisation, *reversed(organisation.get_ancestors())]
    return next(found.user for place in above if (found := leading.filter(organisation=place).first()))


def record_exceptions(
    told: list[Story], users: dict[str, User], organisations: dict[str, Organisation], *, module: Module, today: date
) -> None:
    """Somebody on leave and somebody trained elsewhere, in each of the larger bodies."""
    for name in (EAST, CONTROL, COUNCIL, HOSPITAL):
        here = [story for story in told if story.body.name == name and not story.left and not story.completed]
        lead = lead_of(organisations[name])
        if here:
            exempt(
                lead,
                user=users[here[0].email],
                organisation=organisations[name],
                module=None,
                reason="On leave",
                begins_on=today - timedelta(days=40),
                ends_on=today + timedelta(days=120),
            )
        if len(here) > 1:
            accept_evidence(
                lead,
                user=users[here[1].email],
                organisation=organisations[name],
                module=module,
                title="Awareness training of a former employer",
                provider="Elsewhere Borough Council",
                completed_on=today - timedelta(days=200),
                valid_until=today + timedelta(days=500),
                file=ContentFile(ONE_PAGE, name="training-record.pdf"),
            )
