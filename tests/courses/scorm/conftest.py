"""What the run-time's tests share: a learner with a lesson open, and the player's way of speaking to the server."""

import json
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.utils import timezone

from courses.models import Enrolment, Launch, Lesson
from courses.scorm.launches import player_url, start_launch
from tests.factories.courses import EnrolmentFactory, ModuleFactory
from tests.factories.scorm import scorm_lesson
from tests.scorm_packages import Package


@dataclass
class Seat:
    """One launch as its player sees it."""

    launch: Launch
    url: str

    def __post_init__(self):
        parts = urlsplit(self.url)
        self.client = Client(headers={"host": parts.netloc})
        self.path = parts.path
        self.token = parts.path.split("/")[2]

    def data(self) -> dict:
        """What the shell's script starts with."""
        page = self.client.get(self.path).content.decode()
        start = page.index('id="launch">') + len('id="launch">')
        return json.loads(page[start : page.index("</script>", start)])

    def commit(self, sequence: int, cmi: dict | None = None, *, kind: str = "application/json", **more):
        body = {"sequence": sequence, "full": False, "cmi": cmi or {}, **more}
        return self.post(json.dumps(body), kind=kind)

    def post(self, body, *, kind: str = "application/json", to: str = "commit"):
        return self.client.post(f"/{to}/{self.token}/", body, content_type=kind)

    def replay(self, old: "Seat", sequence: int, cmi: dict, **more):
        body = {"token": old.token, "sequence": sequence, "full": False, "cmi": cmi, **more}
        return self.post(json.dumps(body), to="replay")


@dataclass
class Learning:
    """A learner on a module of one SCORM lesson."""

    enrolment: Enrolment
    lesson: Lesson

    def sit(self, at=None) -> Seat:
        """Open the lesson, as its page does."""
        launch = start_launch(self.enrolment, lesson=self.lesson, at=at or timezone.now())
        return Seat(launch, player_url(launch))


@pytest.fixture
def learning(alice):
    """Alice on a lesson of a package: `learning()`, or with a package of one's own."""

    def make(package: Package | None = None) -> Learning:
        lesson = scorm_lesson(package)
        return Learning(EnrolmentFactory(user=alice, module=ModuleFactory(lessons=[lesson])), lesson)

    return make
