"""What content was checked against: the authorities it names, and those its texts and blocks cite, each once."""

import datetime

import pytest

from courses.models import Lesson
from tests.factories.courses import LessonFactory, ModuleFactory
from tests.factories.toolkit import AuthorityFactory, ToolkitIndexPageFactory, ToolkitPageFactory
from toolkit_pages.models import ToolkitPage


def citation(authority):
    return f'<p>As <a linktype="authority" id="{authority.pk}">the law</a> says.</p>'


def shown(authority):
    return f'<p>Call <embed embedtype="authority-value" id="{authority.pk}"/>.</p>'


@pytest.fixture
def laws(db):
    return [AuthorityFactory(title=f"Law {number}") for number in range(1, 8)]


def body_of(laws):
    """A body that cites the laws from the second on in every way there is, and some of them twice."""
    _named, cited, value, deep, block, listed, answer = laws
    scenario = {
        "title": "A call",
        "situation": citation(cited),
        "question": "What do you do?",
        "choices": [{"label": "Ask", "feedback": citation(answer)}, {"label": "Wait", "feedback": "<p>No.</p>"}],
    }
    return [
        ("rich_text", citation(cited) + shown(value) + citation(cited)),
        ("callout", {"kind": "info", "title": "Note", "text": shown(deep)}),
        ("authority", {"authority": block, "note": "What it means"}),
        ("key_facts", {"title": "Remember", "facts": [citation(listed), shown(value)]}),
        ("scenario", scenario),
    ]


def test_what_is_cited_anywhere_follows_what_is_named_each_once_and_in_order(home, laws):
    page = ToolkitPageFactory(rests_on=[("authority", laws[0])], body=body_of(laws))
    assert page.checked_against == laws
    assert ToolkitPage.objects.get().checked_against == laws


def test_the_page_and_the_lesson_say_so_and_that_something_changed_since(client, home, laws, alice):
    checked, later = datetime.date(2026, 4, 1), datetime.date(2026, 5, 1)
    laws[2].changed_on = later
    laws[2].save()
    page = ToolkitPageFactory(body=body_of(laws), facts_checked_on=checked)
    lesson = LessonFactory(body=body_of(laws), facts_checked_on=checked)
    module = ModuleFactory(lessons=[lesson])
    client.force_login(alice, backend="django.contrib.auth.backends.ModelBackend")
    for address in (page.get_url(), lesson.url_in(module)):
        html = client.get(address, follow=True).content.decode()
        facts = html[html.index('<div class="checked">') :]
        assert [law.title for law in laws if law.title in facts[: facts.index("</dl>")]] == [
            law.title for law in laws[1:]
        ]
        assert "Law 3, on 1 May 2026. We are reading this again." in facts


def test_a_draft_is_held_against_its_own_words(home, laws):
    page = ToolkitPageFactory(body=[("rich_text", citation(laws[0]))])
    page.body = [("rich_text", citation(laws[1]))]
    page.save_revision()
    assert ToolkitPage.objects.get().checked_against == [laws[0]]
    assert page.get_latest_revision_as_object().checked_against == [laws[1]]


def test_the_note_of_a_section_counts_too(home, laws):
    assert ToolkitIndexPageFactory(note=citation(laws[4])).checked_against == [laws[4]]


def test_an_authority_that_is_gone_and_a_text_about_a_type_are_left_out(home, laws):
    text = '<p>Not a citation: type="authority". <a linktype="page" id="1">A page</a></p>'
    page = ToolkitPageFactory(rests_on=[("authority", laws[0])], body=[("rich_text", text + citation(laws[1]))])
    laws[1].delete()
    assert page.checked_against == [laws[0]]


def test_it_takes_one_query_for_all_content_until_something_changes(laws, django_assert_num_queries):
    LessonFactory(rests_on=[("authority", laws[0])], body=body_of(laws))
    whole, light = Lesson.objects.get(), Lesson.objects.defer("body").get()
    with django_assert_num_queries(1):
        assert whole.checked_against == laws
        assert light.checked_against == [laws[0]]
