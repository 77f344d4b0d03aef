"""Fills the benchmark's database and prints what the load generator needs, as one line of JSON."""

import io
import json
import sys

import django

LEARNERS = 32


def seed() -> None:
    """The starter content and its people."""
    from django.core.management import call_command
    from django.db import connection, transaction

    call_command("migrate", interactive=False, verbosity=0)
    with transaction.atomic():
        call_command("sync_roles", stdout=io.StringIO())
        call_command("seed_demo", stdout=io.StringIO())
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def session_of(email: str) -> str:
    """A signed-in session's key."""
    from django.conf import settings
    from django.test import Client

    from lms.people.models import User

    client = Client()
    client.force_login(User.objects.get(email=email), backend="lms.people.backends.SignedInBackend")
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def commit_paths(enrol_in) -> list[str]:
    """The commit address of one open launch for each of some new learners."""
    from urllib.parse import urlsplit

    from django.utils import timezone

    from courses.domain.enrolling import enrol
    from courses.scorm.launches import player_url, start_launch
    from lms.people.models import Membership, Organisation, User

    module, lesson = enrol_in
    organisation = Organisation.objects.order_by("pk").first()
    paths = []
    for number in range(LEARNERS):
        user = User.objects.create_user(f"bench{number}@police.example.org", first_name="Bench", last_name=str(number))
        Membership.objects.create(user=user, organisation=organisation)
        launch = start_launch(enrol(user, module=module), lesson=lesson, at=timezone.now())
        paths.append(urlsplit(player_url(launch)).path.replace("/launch/", "/commit/", 1))
    return paths


def prepared() -> dict:
    """Fill the database and answer what a load generator needs."""
    django.setup()
    seed()
    from courses.models import Lesson, Module

    module = Module.objects.get(slug="t1-seeing-it")
    lessons = [row.lesson for row in module.module_lessons.select_related("lesson").order_by("sort_order")]
    reading = next(lesson for lesson in lessons if lesson.kind == Lesson.Kind.CONTENT)
    playing = next(lesson for lesson in lessons if lesson.scorm_package_id)
    return {
        "toolkit": "/partnership-working/sharing-information/",
        "session": session_of("tomasz@police.example.org"),
        "module": f"/training/{module.slug}/",
        "lesson": f"/training/{module.slug}/{reading.slug}/",
        "commits": commit_paths((module, playing)),
    }


def main() -> None:
    sys.stdout.write(json.dumps(prepared()) + "\n")


if __name__ == "__main__":
    main()
