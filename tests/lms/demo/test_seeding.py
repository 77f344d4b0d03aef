"""The starter content goes in whole, through the functions the site uses, and a second time changes nothing."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page, ReferenceIndex

from assessments.models import Question, QuizAttempt
from courses.models import Certificate, Enrolment, Lesson, Module, PackageVersion
from lms.authorities.models import Authority
from lms.demo.content.toolkit import PAGES, SECTIONS, STATEMENTS
from lms.demo.people import PEOPLE
from lms.design_system.models import SiteSettings
from lms.people.models import User

COUNTED = [Authority, Certificate, Enrolment, Lesson, Module, Page, PackageVersion, Question, QuizAttempt, User]


def seed(*options: str) -> str:
    said = StringIO()
    call_command("seed_demo", *options, stdout=said)
    return said.getvalue()


@pytest.mark.django_db
def test_everything_is_seeded_once(client):
    seed()
    before = {model: model.objects.count() for model in COUNTED}
    seed()
    assert {model: model.objects.count() for model in COUNTED} == before
    assert before[Page] == 2 + len(SECTIONS) + len(PAGES) + len(STATEMENTS)
    assert before[User] == 300
    assert len(PEOPLE) == 11
    stages = Enrolment.objects.values_list("user__email", "state")
    assert dict(stages)["bartholomew@police.example.org"] == "completed"
    assert dict(stages)["tomasz@police.example.org"] == "in_progress"
    assert dict(stages)["fionnuala@police.example.org"] == "not_started"
    assert {module.slug: module.module_lessons.count() for module in Module.objects.all()} == {
        "t1-seeing-it": 9,
        "t2-responding-safely": 6,
    }
    assert PackageVersion.objects.get().state == "ready"
    assert client.get("/").status_code == 200


@pytest.mark.django_db
def test_the_content_can_be_had_without_people(settings):
    settings.DEMO_PEOPLE_ALLOWED = False
    seed("--content-only")
    assert User.objects.count() == 0
    assert len(SiteSettings.objects.get().footer_groups) == 2
    assert ReferenceIndex.get_references_to(Authority.objects.filter(reference__contains="section 52").first()).exists()


@pytest.mark.django_db
def test_people_with_a_published_password_stay_out_of_production(settings):
    settings.DEMO_PEOPLE_ALLOWED = False
    with pytest.raises(CommandError, match="--content-only"):
        seed()
    assert User.objects.count() == 0


@pytest.mark.django_db
def test_a_site_with_a_home_page_is_left_alone():
    seed("--content-only")
    Lesson.objects.filter(slug="signs").update(title="As an editor wrote it")
    seed("--content-only")
    assert Lesson.objects.get(slug="signs").title == "As an editor wrote it"
    assert seed("--if-empty") == ""


def test_the_sign_ins_are_shown_for_each_role():
    said = seed("--show-sign-ins")
    for role in ("learner", "training lead", "coordinator", "editor", "administrator"):
        assert role in said
