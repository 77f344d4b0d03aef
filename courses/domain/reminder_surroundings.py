"""What a sweep of reminders reads once for everybody: organisations, timetables, leads and outlines."""

from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.urls import reverse

from courses.domain.reminder_plan import Planned, following, plan
from courses.domain.reminder_words import Item, Sender
from courses.domain.timetables import Timetables
from courses.models import Enrolment, Module, ModuleLesson
from courses.models.outline import Outline, outline_of
from lms.people.models import Membership, Organisation, User


class Surroundings:
    """Organisations, timetables and leads, as of `today`. Four queries, however many people there are."""

    def __init__(self, *, today: date) -> None:
        self.today = today
        self.plans: dict[tuple[int, date | None, bool], list[Planned]] = {}
        self.timetables = Timetables()
        self.paths = self.timetables.paths
        self.names: dict[int, str] = dict(Organisation.objects.order_by().values_list("pk", "name"))
        leading = Membership.objects.current(today).leading().filter(user__is_active=True)
        self.leads: dict[str, list[User]] = {}
        for membership in leading.select_related("user").order_by("pk"):
            self.leads.setdefault(self.paths[membership.organisation_id], []).append(membership.user)

    def planned(self, organisation_id: int, *, due_on: date | None, is_mandatory: bool) -> list[Planned]:
        """The reminders still to come of what is asked in the organisation; reckoned once for each date."""
        key = (organisation_id, due_on, is_mandatory)
        if key not in self.plans:
            found = plan(self.timetables.of(organisation_id), due_on=due_on, is_mandatory=is_mandatory)
            self.plans[key] = following(found, today=self.today)
        return self.plans[key]

    def sender(self, membership: Membership, *, asked_by: int | None = None) -> Sender:
        """The organisation that asks (the membership's own), with the member's nearest lead who is somebody else."""
        path = self.paths[membership.organisation_id]
        name = self.names[asked_by or membership.organisation_id]
        for length in range(len(path), 0, -Organisation.steplen):
            for lead in self.leads.get(path[:length], []):
                if lead.pk != membership.user_id:
                    return Sender(name, lead.full_name, lead.email)
        return Sender(name)


class Places:
    """How far some people are in some modules, and where each goes on. Four queries, however many there are."""

    def __init__(self, users: Iterable[int], modules: Iterable[Module]) -> None:
        by_key = {module.pk: module for module in modules}
        self.lessons: dict[int, list[ModuleLesson]] = {pk: [] for pk in by_key}
        places = ModuleLesson.objects.filter(module__in=by_key, lesson__live=True).select_related("lesson")
        places = places.defer("lesson__body", "lesson__text_alternative", "lesson__rests_on")
        for place in places.order_by("sort_order", "pk"):
            self.lessons[place.module_id].append(place)
        rounds = Enrolment.objects.current().filter(user__in=users, module__in=by_key, completed_at=None)
        self.enrolments = {
            (enrolment.user_id, enrolment.module_id): enrolment
            for enrolment in rounds.prefetch_related("lesson_progress")
        }
        self.outlines: dict[int, Outline] = {}
        self.urls = {pk: continue_url(module) for pk, module in by_key.items()}

    def item(self, user_id: int, module: Module, *, reason: str = "", due_on: date | None = None) -> Item:
        """The module as a reminder tells of it."""
        outline = self.outline(user_id, module)
        following = outline.next_step
        return Item(
            title=module.safe_title,
            url=self.urls[module.pk],
            minutes=outline.minutes_left if outline.done else module.minutes,
            done=outline.done,
            total=outline.total,
            next_number=following.number if following else 0,
            reason=reason,
            due_on=due_on,
        )

    def outline(self, user_id: int, module: Module) -> Outline:
        """The module as it stands for the person; whoever has not begun shares one."""
        lessons, enrolment = self.lessons[module.pk], self.enrolments.get((user_id, module.pk))
        if enrolment is not None:
            return outline_of(module, lessons, enrolment, rows=enrolment.lesson_progress.all())
        if module.pk not in self.outlines:
            self.outlines[module.pk] = outline_of(module, lessons, None)
        return self.outlines[module.pk]


def continue_url(module: Module) -> str:
    """The absolute address that leads whoever signs in to the lesson they go on with."""
    return settings.SITE_ORIGIN + reverse("courses:continue", args=[module.slug])
