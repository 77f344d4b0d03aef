"""What a lesson must be before it is published, and what its preview and its module's leave alone."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import streamfield

from courses.models import Enrolment, Lesson, PackageVersion
from tests.courses.test_viewsets import add_url, errors, lesson_data
from tests.factories.courses import LessonFactory, ModuleFactory, module_of
from tests.factories.scorm import ready_package

pytestmark = pytest.mark.django_db


@pytest.fixture
def publisher(client):
    from tests.factories.people import UserFactory

    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    return client


def preview(client, snippet) -> str:
    """The preview of the snippet as it is saved."""
    revision = snippet.save_revision()
    name = type(snippet).snippet_viewset.get_url_name("revisions_view")
    return client.get(reverse(name, args=[snippet.pk, revision.pk])).content.decode()


@pytest.mark.parametrize("state", [PackageVersion.State.WAITING, PackageVersion.State.REFUSED])
def test_a_lesson_whose_package_is_not_ready_is_drafted_but_not_published(publisher, state):
    package = ready_package()
    version = package.current_version
    package.current_version = None
    package.save()
    PackageVersion.objects.update(state=state)
    data = lesson_data(kind="scorm", scorm_package=str(package.pk), body=streamfield([]))
    publish = {**data, "action-publish": "1"}

    assert "No version of this package can be played yet." in errors(publisher.post(add_url(Lesson), publish))
    assert publisher.post(add_url(Lesson), data).status_code == 302
    assert not Lesson.objects.get().live

    package.current_version = version
    package.save()
    assert publisher.post(add_url(Lesson), {**publish, "slug": "other"}).status_code == 302
    assert Lesson.objects.get(slug="other").live


def test_the_preview_of_a_module_cannot_start_it(publisher):
    module = module_of(2)
    assert '<button class="govuk-button" disabled>Start</button>' in preview(publisher, module)
    assert '<button class="govuk-button">Start</button>' in publisher.get(module.get_absolute_url()).content.decode()


def test_the_preview_of_a_lesson_neither_completes_it_nor_keeps_a_place_in_it(publisher):
    module = module_of(1)
    lesson = module.published_lessons()[0].lesson

    html = preview(publisher, lesson)

    assert '<button class="govuk-button" disabled>I have read this</button>' in html
    assert "data-reading-position" not in html
    assert not Enrolment.objects.exists()


def test_the_preview_of_a_package_cannot_be_read_as_text_instead(publisher):
    lesson = LessonFactory(kind="scorm", scorm_package=ready_package(), text_alternative="<p>The same as text.</p>")
    ModuleFactory(lessons=[lesson])
    assert "disabled>I have read it as text. Next lesson</button>" in preview(publisher, lesson)
