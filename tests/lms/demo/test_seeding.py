"""The starter content goes in whole, through the functions the site uses, and a second time changes nothing."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page, ReferenceIndex

from assessments.models import Question, QuizAttempt
from courses.models import Certificate, Enrolment, Lesson, Module, PackageVersion
from lms.authorities.models import Authority
from lms.demo.content import law, training
from lms.demo.content.toolkit import PAGES, SECTIONS, STATEMENTS
from lms.demo.governance import samples
from lms.demo.people import PEOPLE
from lms.demo.publishing import seed_authorities
from lms.demo.resources import resource_samples
from lms.demo.toolkit import seed_home
from lms.design_system.models import SiteSettings
from lms.people.models import User
from lms.uploads.models import Document, DocumentText
from toolkit_pages.models import GovernanceDocumentPage, ResourceLibraryPage, ToolkitIndexPage, ToolkitPage

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
    listed = len(samples()) + len(resource_samples()) + len(law.ITEMS) + len(training.ENTRIES)
    assert before[Page] == 3 + len(SECTIONS) + len(PAGES) + len(STATEMENTS) + listed
    assert Document.objects.count() == DocumentText.objects.filter(state="read").count() > 60
    assert before[User] == 302
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
    for role in ("learner", "training lead", "coordinator", "editor", "reviewer", "administrator"):
        assert role in said


@pytest.mark.django_db
def test_a_newcomer_finds_a_sample_agreement_in_two_clicks_and_its_file_in_three(client):
    seed("--content-only")
    html = client.get("/").content.decode()
    for section in ("checklist", "governance-library", "resources", "law-and-reports", "training-library"):
        assert f'href="/{section}/"' in html
    agreement = "/governance-library/information-sharing-agreement/"
    assert f'href="{agreement}"' in client.get("/governance-library/").content.decode()
    current = GovernanceDocumentPage.objects.get(slug="information-sharing-agreement").current_version
    assert f'href="{current.word.url}"' in client.get(agreement).content.decode()
    assert client.get(current.word.url).status_code == 200
    assert client.get(f"{agreement}read/").status_code == 200


@pytest.mark.django_db
def test_a_section_of_another_kind_makes_room_and_keeps_what_is_in_it():
    home = seed_home(seed_authorities())
    old = home.add_child(instance=ToolkitIndexPage(title="Resources", slug="resources", show_in_menus=True))
    old.add_child(instance=ToolkitPage(title="As an editor wrote it", slug="mine"))
    seed("--content-only")
    assert ResourceLibraryPage.objects.live().get(slug="resources")
    old.refresh_from_db()
    assert (old.slug, old.live, old.show_in_menus) == ("resources-before", False, False)
    assert ToolkitPage.objects.get(slug="mine").live is False
