"""Editing courses, modules and lessons in the admin: forms, previews, order, and deletes that explain themselves."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from courses.domain.enrolling import enrol
from courses.models import Course, Lesson, Module, ScormPackage
from tests.factories.courses import LessonFactory, ModuleFactory, complete, module_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client, erin):
    client.force_login(erin)
    return client


def url(snippet, name, *args):
    return reverse(type(snippet).snippet_viewset.get_url_name(name), args=args or [snippet.pk])


def add_url(model):
    return reverse(model.snippet_viewset.get_url_name("add"))


def list_url(model):
    return reverse(model.snippet_viewset.get_url_name("list"))


def lesson_data(**fields):
    data = {
        "title": "Signs",
        "slug": "signs",
        "kind": "content",
        "minutes": "3",
        "lead": "A sign is a reason to look again.",
        "neutral_title": "",
        "body": streamfield([("rich_text", rich_text("<p>Words.</p>"))]),
        "scorm_package": "",
        "text_alternative": rich_text(""),
        "nations": ["england", "wales"],
        "facts_checked_on": "",
        "review_on": "",
        "rests_on": streamfield([]),
    }
    return flat({**data, **fields})


def flat(data):
    """Form data by name; what is ticked stays a list."""
    ticked = {name: data.pop(name) for name in ("nations", "sectors", "about", "exploitation") if name in data}
    return {**nested_form_data(data), **ticked}


def module_data(lessons=(), prerequisites=(), **fields):
    data = {
        "title": "T1 Seeing it",
        "slug": "t1-seeing-it",
        "neutral_title": "",
        "summary": "What to look for.",
        "audience": "Everyone",
        "sectors": ["police"],
        "tier": "1",
        "minutes": "25",
        "about": ["adults"],
        "exploitation": ["labour", "criminal"],
        "outcomes": streamfield([]),
        "content_note": "",
        "completion_rule": "all",
        "validity_months": "24",
        "nations": ["england"],
        "facts_checked_on": "",
        "review_on": "",
        "rests_on": streamfield([]),
        "endorsed_by": "",
        "endorsed_on": "",
        "endorsement_expires_on": "",
        "endorsement_evidence": "",
        "module_lessons": inline_formset([{"lesson": str(lesson.pk), "is_required": "on"} for lesson in lessons]),
        "prerequisites": inline_formset([{"required_module": str(module.pk)} for module in prerequisites]),
    }
    return flat({**data, **fields})


def errors(response):
    """The texts of every error on a page of the admin."""
    assert response.status_code == 200, "the form was not accepted"
    return response.content.decode()


@pytest.mark.parametrize("model", [Course, Module, Lesson])
def test_lists_open_and_editors_only(editor, alice, charlie, model):
    assert editor.get(list_url(model)).status_code == 200
    for outsider in (alice, charlie):
        editor.force_login(outsider)
        assert editor.get(list_url(model)).status_code == 404


def test_lists_show_kind_minutes_state_and_days(editor):
    LessonFactory(title="A package", kind="scorm", minutes=44, live=False)
    html = editor.get(list_url(Lesson)).content.decode()
    for words in ("SCORM package", "44", "Draft", "28 April 2026", "Review due"):
        assert words in html


def test_lists_are_filtered(editor):
    module = ModuleFactory(title="For health", sectors=["health"], lessons=[LessonFactory(title="Inside")])
    ModuleFactory(title="For police", sectors=["police"], nations=["scotland"])
    LessonFactory(title="Elsewhere", kind="quiz")

    health = editor.get(list_url(Module), {"sectors": "health"}).content.decode()
    scotland = editor.get(list_url(Module), {"nations": "scotland"}).content.decode()
    inside = editor.get(list_url(Lesson), {"module": module.pk}).content.decode()
    quizzes = editor.get(list_url(Lesson), {"kind": "quiz"}).content.decode()

    assert ("For health" in health, "For police" in health) == (True, False)
    assert ("For health" in scotland, "For police" in scotland) == (False, True)
    assert 'title="Edit &#x27;Inside&#x27;"' in inside or "Inside" in inside
    assert "Elsewhere" not in inside
    assert ("Elsewhere" in quizzes, ">Inside<" in quizzes) == (True, False)


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("model", "factory", "queries"), [(Module, ModuleFactory, 13), (Lesson, LessonFactory, 14)])
def test_lists_take_as_many_queries_at_three_rows_as_at_one(
    editor, count, model, factory, queries, django_assert_num_queries
):
    factory.create_batch(count)
    editor.get(list_url(model))
    with django_assert_num_queries(queries):
        editor.get(list_url(model))


def test_a_lesson_is_drafted_with_ticked_nations(editor):
    response = editor.post(add_url(Lesson), lesson_data())
    assert response.status_code == 302
    lesson = Lesson.objects.get()
    assert lesson.nations == ["england", "wales"]
    assert not lesson.live
    html = editor.get(url(lesson, "edit")).content.decode()
    assert html.count('type="checkbox" name="nations"') == 4


def test_a_scorm_lesson_without_a_package_is_refused_with_the_reason(editor):
    html = errors(editor.post(add_url(Lesson), lesson_data(kind="scorm")))
    assert "Choose the package this lesson plays, or change its kind." in html
    package = ScormPackage.objects.create(title="Car wash")
    assert editor.post(add_url(Lesson), lesson_data(kind="scorm", scorm_package=str(package.pk))).status_code == 302


def test_a_slug_is_used_once_and_never_one_of_the_sites_own(editor):
    LessonFactory(slug="signs")
    assert "Lesson with this Address already exists." in errors(editor.post(add_url(Lesson), lesson_data()))
    html = errors(editor.post(add_url(Lesson), lesson_data(slug="start")))
    assert "This address is used by the site itself." in html


def test_lessons_keep_the_order_of_the_form(editor):
    first, second, third = LessonFactory.create_batch(3)
    assert editor.post(add_url(Module), module_data([third, first, second])).status_code == 302
    module = Module.objects.get()
    assert [step.lesson for step in module.outline().steps] == [third, first, second]
    assert module.sectors == ["police"]


def test_an_editor_says_whom_and_what_a_module_is_about_or_leaves_it_open(editor):
    editor.post(add_url(Module), module_data())
    module = Module.objects.get()
    assert (module.about, module.exploitation) == (["adults"], ["labour", "criminal"])
    assert editor.post(url(module, "edit"), module_data(about=[], exploitation=[])).status_code == 302
    draft = Module.objects.get().get_latest_revision_as_object()
    assert (draft.about, draft.exploitation) == ([], [])
    assert "not one of the available choices" in errors(editor.post(url(module, "edit"), module_data(about=["pets"])))


def test_a_lesson_twice_in_a_module_is_refused_with_the_reason(editor):
    lesson = LessonFactory()
    html = errors(editor.post(add_url(Module), module_data([lesson, lesson])))
    assert "This lesson is in the module already." in html


def test_endorsement_dates_that_do_not_add_up_are_refused_with_the_reason(editor):
    wrong = {"endorsed_by": "Network", "endorsed_on": "2026-02-01", "endorsement_expires_on": "2026-01-01"}
    html = errors(editor.post(add_url(Module), module_data(**wrong)))
    assert "This must be after the day it was endorsed." in html


def test_a_module_cannot_come_before_itself(editor):
    module = ModuleFactory(slug="t1-seeing-it")
    html = errors(editor.post(url(module, "edit"), module_data(prerequisites=[module])))
    assert "A module cannot come before itself." in html


def test_a_module_without_a_published_lesson_is_drafted_but_not_published(admin_editor):
    draft = LessonFactory(live=False)
    publish = {"action-publish": "1"}
    none = errors(admin_editor.post(add_url(Module), {**module_data(), **publish}))
    assert "Put at least one lesson in the module before you publish it." in none
    unpublished = errors(admin_editor.post(add_url(Module), {**module_data([draft]), **publish}))
    assert "None of the lessons is published yet." in unpublished
    assert admin_editor.post(add_url(Module), module_data()).status_code == 302


@pytest.fixture
def admin_editor(client, db):
    from tests.factories.people import UserFactory

    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    return client


@pytest.mark.parametrize("kind", ["module", "lesson", "course"])
def test_previews_draw_the_real_page(editor, kind):
    module = module_of(2, title="T1 Seeing it")
    lesson = module.published_lessons()[0].lesson
    course = Course.objects.create(title="Training", slug="training")
    course.course_modules.create(module=module, sort_order=0)
    course.save()
    snippet = {"module": module, "lesson": lesson, "course": course}[kind]
    revision = snippet.save_revision()

    response = editor.get(url(snippet, "revisions_view", snippet.pk, revision.pk))

    html = response.content.decode()
    assert response.status_code == 200
    assert {"module": "Lessons</h2>", "lesson": "Lesson 1 of 2", "course": "T1 Seeing it"}[kind] in html


def test_a_draft_preview_shows_the_lessons_that_learners_do_not_see_yet(editor):
    module = ModuleFactory(lessons=[LessonFactory(title="Still a draft", live=False)])
    revision = module.save_revision()
    html = editor.get(url(module, "revisions_view", module.pk, revision.pk)).content.decode()
    assert "Still a draft" in html
    assert "Still a draft" not in editor.get(module.get_absolute_url()).content.decode()


def test_previews_offer_both_widths():
    assert [size["device_width"] for size in ModuleFactory.build().preview_sizes] == [320, 1280]


@pytest.mark.parametrize("view", ["edit", "history", "usage", "copy"])
def test_every_view_of_a_snippet_opens(admin_editor, view):
    module = module_of(1)
    module.save_revision()
    assert admin_editor.get(url(module, view)).status_code == 200


def test_choosers_of_lessons_and_modules_open(editor):
    LessonFactory(title="Chosen lesson")
    ModuleFactory(title="Chosen module")
    for model, words, column in ((Lesson, "Chosen lesson", "Kind"), (Module, "Chosen module", "Tier")):
        html = editor.get(reverse(model.snippet_viewset.chooser_viewset.get_url_name("choose"))).content.decode()
        assert (words in html, column in html) == (True, True)


def test_a_module_with_learners_is_not_deleted_and_says_how_many(admin_editor, alice, charlie):
    module = module_of(1, title="T1 Seeing it")
    complete(alice, module)
    enrol(charlie, module=module)

    for method in (admin_editor.get, admin_editor.post):
        html = method(url(module, "delete"), follow=True).content.decode()
        assert "“T1 Seeing it” cannot be deleted: 2 enrolments, 1 certificate would lose what they are about." in html

    assert Module.objects.filter(pk=module.pk).exists()


def test_many_at_once_are_not_deleted_when_one_has_learners(admin_editor, alice):
    kept, free = module_of(1), ModuleFactory()
    enrol(alice, module=kept)
    address = reverse("wagtail_bulk_action", args=["courses", "module", "delete"])
    query = f"?id={kept.pk}&id={free.pk}&next={list_url(Module)}"

    for method in (admin_editor.get, admin_editor.post):
        html = method(address + query, follow=True).content.decode()
        assert "What you ticked cannot be deleted: 1 enrolment" in html

    assert Module.objects.count() == 2


def test_a_lesson_in_a_module_is_not_deleted_by_a_forged_post(admin_editor):
    module = module_of(1)
    lesson = module.published_lessons().get().lesson
    assert admin_editor.get(url(lesson, "delete")).status_code == 200
    response = admin_editor.post(url(lesson, "delete"), follow=True)
    assert "1 module lesson" in response.content.decode()
    assert Lesson.objects.filter(pk=lesson.pk).exists()


def test_what_nobody_needs_is_deleted(admin_editor):
    module = module_of(1)
    assert "Are you sure" in admin_editor.get(url(module, "delete")).content.decode()
    admin_editor.post(url(module, "delete"))
    assert not Module.objects.exists()
    assert Lesson.objects.count() == 1, "its lessons stay"
