"""Named reviewers of a section: each step is decided by one of them alone, and the last one publishes on its day."""

import datetime

import pytest
from django.utils import timezone
from wagtail.models import Revision, WorkflowState

from courses.models import Lesson
from lms.editorial.domain.approval import name_reviewers
from lms.editorial.models import NamedReviewersTask
from lms.editorial.tasks import publish_scheduled
from lms.outbox.models import OutgoingEmail
from lms.people.domain.roles import ADMINISTRATORS, EDITORS, sync_roles
from tests.factories.courses import LessonFactory
from tests.factories.people import UserFactory
from tests.factories.toolkit import ToolkitIndexPageFactory, ToolkitPageFactory
from toolkit_pages.models import ToolkitPage

BACKEND = "django.contrib.auth.backends.ModelBackend"


def reviewer(name):
    """Somebody of the editors' group."""
    user = UserFactory(email=f"{name.lower()}@editors.example.org", first_name=name, last_name="Example")
    user.groups.add(sync_roles()[EDITORS])
    return user


@pytest.fixture
def grace(db):
    return reviewer("Grace")


@pytest.fixture
def hana(db):
    return reviewer("Hana")


@pytest.fixture
def section(home, grace, hana):
    """A section whose pages a subject expert and then somebody with lived experience read."""
    section = ToolkitIndexPageFactory()
    name_reviewers(section, name="Read by experts", steps=[("subject", grace), ("lived-experience", hana)])
    return section


def handed_in(section, erin, **fields):
    """A draft in the section, handed in by erin."""
    page = ToolkitPageFactory(parent=section, live=False, **fields)
    page.save_revision(user=erin)
    return page, page.get_workflow().start(page, erin)


def step(state):
    """The step that is open now."""
    state.refresh_from_db()
    return state.current_task_state.specific


def let_the_day_come(page):
    """Make the day on which a page was to be published a past one."""
    revision = Revision.objects.exclude(approved_go_live_at=None).get(object_id=str(page.pk))
    past = timezone.now() - datetime.timedelta(minutes=1)
    revision.approved_go_live_at = past
    revision.content["go_live_at"] = past.isoformat()
    revision.save()


def names(task, page, user):
    return [name for name, _label, _modal in task.get_actions(page, user)]


def test_only_who_is_named_decides_each_step(section, erin, frances, grace, hana):
    page, state = handed_in(section, erin)
    for decides, others in [(grace, [erin, frances, hana]), (hana, [erin, frances, grace])]:
        now = step(state)
        task = now.task.specific
        assert names(task, page, decides) == ["reject", "approve", "approve"]
        assert [names(task, page, other) for other in others] == [[], [], []]
        assert task.user_can_access_editor(page, decides) is True
        assert task.locked_for_user(page, erin) is True
        assert list(task.get_task_states_user_can_moderate(decides)) == [now]
        assert not task.get_task_states_user_can_moderate(erin).exists()
        now.approve(user=decides)
    assert ToolkitPage.objects.get(pk=page.pk).live is True


def test_nothing_is_public_before_the_second_reviewer_has_read_it(section, erin, grace, client):
    page, state = handed_in(section, erin)
    step(state).approve(user=grace)
    assert client.get(page.get_url()).status_code == 404


def test_what_is_sent_back_stays_a_draft_and_starts_again_with_the_first(section, erin, grace, hana):
    page, state = handed_in(section, erin)
    step(state).approve(user=grace)
    step(state).reject(user=hana, comment="Say it more gently")
    state.refresh_from_db()
    assert (state.status, ToolkitPage.objects.get(pk=page.pk).live) == ("needs_changes", False)


def test_what_both_approved_is_published_on_its_day(section, erin, grace, hana, client):
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    page, state = handed_in(section, erin, go_live_at=tomorrow)
    step(state).approve(user=grace)
    step(state).approve(user=hana)
    publish_scheduled()
    assert client.get(page.get_url()).status_code == 404
    let_the_day_come(page)
    publish_scheduled()
    assert client.get(page.get_url()).status_code == 200


def test_a_snippet_is_published_and_taken_down_on_its_days(erin, frances):
    lesson = LessonFactory(live=False, title="Signs")
    lesson.go_live_at = timezone.now() + datetime.timedelta(days=1)
    lesson.save_revision(user=erin)
    lesson.get_workflow().start(lesson, erin).current_task_state.specific.approve(user=frances)
    publish_scheduled()
    assert Lesson.objects.get().live is False
    let_the_day_come(lesson)
    publish_scheduled()
    assert Lesson.objects.get().live is True
    Lesson.objects.update(expire_at=timezone.now() - datetime.timedelta(minutes=1))
    publish_scheduled()
    assert Lesson.objects.get().live is False


def test_subjects_of_the_mail_about_a_draft_give_nothing_away(home, erin, frances):
    title = "Recognising a victim of slavery"
    page = ToolkitPageFactory(title=title, live=False)
    page.save_revision(user=erin)
    state = page.get_workflow().start(page, erin)
    state.current_task_state.specific.reject(user=frances, comment="Say it more gently")
    WorkflowState.objects.get().resume(user=erin)
    WorkflowState.objects.get().current_task_state.specific.approve(user=frances)
    letters = OutgoingEmail.objects.order_by("subject", "pk")
    assert [(letter.to, letter.subject) for letter in letters] == [
        (erin.email, "A draft of yours is approved"),
        (erin.email, "A draft of yours needs changes"),
        (frances.email, "A draft waits for your approval"),
        (frances.email, "A draft waits for your approval"),
    ]
    assert all(title in letter.text for letter in letters)


def test_a_reviewer_whose_account_is_closed_decides_nothing(section, erin, grace):
    page, state = handed_in(section, erin)
    grace.is_active = False
    grace.save()
    assert names(step(state).task.specific, page, grace) == []


def test_an_administrator_makes_a_step_and_is_offered_editors_only(client, frances, grace, alice):
    client.force_login(frances, backend=BACKEND)
    url = "/admin/workflows/tasks/add/editorial/namedreviewerstask/"
    html = client.get(url).content.decode()
    assert "Grace Example" in html
    assert "Alice Example" not in html
    data = {"name": "Expert", "part": "subject", "reviewers": [alice.pk]}
    assert client.post(url, data).status_code == 200
    assert NamedReviewersTask.objects.count() == 0
    assert client.post(url, {**data, "reviewers": [grace.pk]}).status_code == 302
    assert list(NamedReviewersTask.objects.get().reviewers.all()) == [grace]


def test_an_editor_makes_no_step(client, erin):
    client.force_login(erin, backend=BACKEND)
    assert client.get("/admin/workflows/tasks/add/editorial/namedreviewerstask/").status_code in (302, 403)


def test_administrators_hold_the_permission_on_steps_and_editors_do_not(db):
    groups = sync_roles()
    held = {name: set(group.permissions.values_list("codename", flat=True)) for name, group in groups.items()}
    assert "add_namedreviewerstask" in held[ADMINISTRATORS]
    assert not {name for name in held[EDITORS] if "namedreviewerstask" in name}
