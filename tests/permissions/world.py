"""Two organisations that have nothing to do with each other, and in each the same things, each with a mark of its own.

Whatever is told of people in Haverley holds a mark that begins with "zqhav", in Elsewhere with "zqels". After the
prefix comes who may read it: "per" the learner and the leads, "led" the leads alone, "org" all in the organisation,
"rev" who is asked to answer a review of it, and its coordinators.
"""

import datetime
import gc
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, Site

from courses.models import Module
from lms.people.domain.roles import ADMINISTRATORS, EDITORS, sync_roles
from lms.people.models import Membership, Organisation, User
from tests.factories.assessments import QuestionFactory, QuizFactory
from tests.factories.checklist import ChecklistItemFactory
from tests.factories.courses import LessonFactory, ModuleFactory
from tests.factories.libraries import PartnershipFactory
from tests.factories.people import MembershipFactory, OrganisationFactory, UserFactory
from tests.factories.toolkit import ToolkitPageFactory
from tests.permissions import records
from tests.permissions.review_records import plant_reviews

READERS = {
    "per": {"learner", "lead", "parent_lead"},
    "led": {"lead", "parent_lead"},
    "rev": {"colleague", "coordinator"},
    "dra": {"lead", "parent_lead", "coordinator", "editor", "administrator"},
}
KINDS = ("per", "led", "org", "rev", "dra")
EDITORS_OF = {"editor", "administrator"}  # of drafts, whichever organisation they name
MEMBERS = {"learner", "colleague", "lead", "parent_lead", "unit_lead", "coordinator"}
ROLES = [
    "anonymous",
    "learner",
    "colleague",
    "lead",
    "parent_lead",
    "unit_lead",
    "former_lead",
    "charlie",
    "coordinator",
    "editor",
    "administrator",
]


@dataclass
class Side:
    """One organisation: its prefix, its people, the arguments of addresses about it, and the marks on it."""

    prefix: str
    organisation: Organisation
    lead: User
    learner: User
    membership: Membership
    arguments: dict[str, dict[str, Any]] = field(default_factory=dict)
    marks: dict[str, set[str]] = field(default_factory=lambda: {kind: set() for kind in KINDS})

    def mark(self, kind: str, name: str) -> str:
        """A text to plant where something is told, remembered as one that only certain people may read."""
        text = f"{self.prefix}{kind}{name}"
        self.marks[kind].add(text)
        return text


@dataclass
class World:
    """The two sides, everybody's role in them, and the content that is everybody's."""

    haverley: Side
    elsewhere: Side
    people: dict[str, User | None]
    shared: dict[str, dict[str, Any]]

    def forbidden(self, role: str) -> set[str]:
        """The marks that this role may read nowhere on the site."""
        found: set[str] = set()
        for kind in KINDS:
            may = READERS.get(kind, MEMBERS)
            found |= set() if role in may else self.haverley.marks[kind]
            edits = kind == "dra" and role in EDITORS_OF
            found |= set() if role == "charlie" or edits else self.elsewhere.marks[kind]
        return found


@contextmanager
def standing(blocker: Any) -> Iterator["World"]:
    """The world for several tests: built once, in a transaction around theirs that is undone at the end."""
    around = transaction.atomic()
    around._from_testcase = True
    with blocker.unblock(), around, collecting_less():
        yield build()
        transaction.set_rollback(True)


@contextmanager
def collecting_less() -> Iterator[None]:
    """Python's collector looks at what was made since alone, and less often: a fifth of the time of many requests."""
    before = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def build() -> World:
    """Everything that the tests of permissions ask about."""
    groups = sync_roles()
    module = build_module()
    county = OrganisationFactory(name="zqhavorgcounty")
    haverley = build_side("zqhav", module, parent=county)
    unit = OrganisationFactory(name="Unit below", parent=haverley.organisation)
    elsewhere = build_side("zqels", module)
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    people: dict[str, User | None] = {
        "anonymous": None,
        "learner": haverley.learner,
        "colleague": MembershipFactory(organisation=haverley.organisation).user,
        "lead": haverley.lead,
        "parent_lead": MembershipFactory(organisation=county, is_lead=True).user,
        "unit_lead": MembershipFactory(organisation=unit, is_lead=True).user,
        "former_lead": MembershipFactory(
            organisation=haverley.organisation, is_lead=True, started_on=yesterday, ended_on=yesterday
        ).user,
        "charlie": elsewhere.lead,
        "coordinator": MembershipFactory(organisation=haverley.organisation, is_coordinator=True).user,
        "editor": UserFactory(email="erin@editors.example.org", first_name="Erin", last_name="Example"),
        "administrator": UserFactory(email="ade@editors.example.org", first_name="Ade", last_name="Example"),
    }
    plant_reviews(haverley, people["colleague"])
    plant_reviews(elsewhere, MembershipFactory(organisation=elsewhere.organisation).user)
    people["editor"].groups.add(groups[EDITORS])
    people["administrator"].groups.add(groups[ADMINISTRATORS])
    lesson, quiz_lesson = [place.lesson for place in module.published_lessons()]
    steps = {"module_slug": module.slug, "lesson_slug": lesson.slug}
    quiz = {"module_slug": module.slug, "lesson_slug": quiz_lesson.slug}
    shared = {
        "": {},
        "media": {"path": "images/none.png"},
        "document": {"document_id": 987654321, "document_filename": "none.pdf"},
        "restriction": {"restriction_id": 987654321},
        "page_restriction": {"page_view_restriction_id": 987654321, "page_id": 987654321},
        "confirmation": {"key": "MQ:1unknown:key"},
        "reset": {"uidb36": "1", "key": "unknown-key"},
        "security_key": {"pk": 987654321},
        "provider": {"provider_id": "organisation"},
        "token": {"token": "unknown-token"},
        "page": {"path": ToolkitPageFactory(slug="planning-together").slug + "/"},
        "module": {"slug": module.slug},
        "lesson": steps,
        "quiz": quiz,
        "question": {**quiz, "number": 1},
        "download": {"report": "people", "format": "csv"},
        "component": {"slug": "buttons"},
        "checklist_theme": {"slug": ChecklistItemFactory(title="A named lead").theme.slug},
        "checklist_file": {"kind": "xlsx"},
        "partnership": {"slug": PartnershipFactory(name="Marchshire Partnership", slug="marchshire").slug},
        "forged": {"token": "forged", "path": "index.html"},
        "asset": {"name": "nothing.js"},
    }
    return World(haverley=haverley, elsewhere=elsewhere, people=people, shared=shared)


def build_module() -> Module:
    """A published module of one lesson and one quiz, and a home page that is not Wagtail's own."""
    lesson = LessonFactory(title="Seeing it", slug="seeing-it")
    quiz = QuizFactory(questions=[QuestionFactory()], pass_mark=1, attempts_allowed=1)
    assert Page.objects.filter(pk=Site.objects.get(is_default_site=True).root_page_id).exists()
    return ModuleFactory(lessons=[lesson, quiz.lesson], slug="t1-seeing-it", title="T1 Seeing it")


def build_side(prefix: str, module: Module, *, parent: Organisation | None = None) -> Side:
    """One organisation with a lead, a learner who has done some training, and all that a lead can make."""
    number = 1 if prefix == "zqhav" else 2
    organisation = OrganisationFactory(name=f"{prefix}orgname", parent=parent, join_code=f"ZQ{number}JKMNPQR")
    lead = MembershipFactory(
        organisation=organisation,
        is_lead=True,
        user__email=f"{prefix}orglead@example.org",
        user__first_name="Bob",
        user__last_name="Example",
    ).user
    membership = MembershipFactory(
        organisation=organisation,
        job_role=f"{prefix}perjobrole",
        user__email=f"{prefix}peremail@example.org",
        user__first_name=f"{prefix}perfirst",
        user__last_name=f"{prefix}perlast",
        user__public_id=uuid.UUID(int=0xA11CE000000040008000000000000000 + number),
    )
    side = Side(prefix, organisation, lead, membership.user, membership)
    side.marks["org"] |= {f"{prefix}orgname", f"{prefix}orglead@example.org"}
    side.marks["per"] |= {f"{prefix}per{part}" for part in ("first", "last", "email@example.org")}
    side.marks["per"].add(str(membership.user.public_id))
    if parent is not None:
        side.marks["org"].add(parent.name)
    records.plant(side, module)
    return side
