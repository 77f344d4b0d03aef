"""What a lesson must be before it is published."""

import pytest
from wagtail.test.utils.form_data import streamfield

from courses.models import Lesson, PackageVersion
from tests.courses.test_viewsets import add_url, errors, lesson_data
from tests.factories.scorm import ready_package

pytestmark = pytest.mark.django_db


@pytest.fixture
def publisher(client):
    from tests.factories.people import UserFactory

    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    return client


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
