"""Links to other sites are found in texts, blocks, address fields and children of what is published."""

import pytest

from lms.design_system.models import SiteSettings
from lms.freshness.domain.link_collecting import collect_links, contents_of, links_in
from lms.freshness.models import Link, LinkUse
from tests.factories.courses import LessonFactory
from tests.factories.toolkit import AuthorityFactory, ToolkitPageFactory


@pytest.fixture
def home(home):
    """The home page of a site whose settings lead nowhere."""
    SiteSettings.objects.update(exit_url="")
    return home


def urls():
    return sorted(Link.objects.values_list("url", flat=True))


def test_links_are_found_wherever_an_editor_can_write_one(home):
    text = '<p><a href="https://text.example.org/?a=1&amp;b=2">here</a> <a href="mailto:a@example.org">mail</a></p>'
    page = ToolkitPageFactory(
        body=[
            ("rich_text", text),
            ("callout", {"kind": "info", "title": "", "text": '<p><a href="https://deep.example.org/">x</a></p>'}),
            (
                "video",
                {
                    "title": "A film",
                    "file": None,
                    "captions": None,
                    "embed_url": "https://film.example.org/1",
                    "transcript": "<p>Words</p>",
                },
            ),
        ]
    )
    assert links_in(page) == {
        "https://text.example.org/?a=1&b=2",
        "https://deep.example.org/",
        "https://film.example.org/1",
    }


def test_an_address_is_taken_whole_and_a_sentence_is_none(home):
    text = (
        """<p><a href="https://a.example.org/the-king's-speech">a</a> <a href='https://b.example.org/"x"'>b</a></p>"""
    )
    fact = "https://c.example.org/ is where to look."
    page = ToolkitPageFactory(
        body=[
            ("rich_text", text),
            ("callout", {"kind": "info", "title": fact, "text": "<p>Words</p>"}),
        ]
    )
    assert links_in(page) == {"https://a.example.org/the-king's-speech", 'https://b.example.org/"x"'}


def test_the_address_that_people_leave_by_is_a_link(home):
    SiteSettings.objects.update(exit_url="https://weather.example.org/")
    assert collect_links() == 1
    [link] = Link.objects.all()
    assert (link.url, contents_of([link])) == ("https://weather.example.org/", {link.pk: [SiteSettings.objects.get()]})


@pytest.mark.parametrize("url", ["https://law.example.org/2015/30", "http://law.example.org/"])
def test_the_source_of_an_authority_is_a_link(db, url):
    authority = AuthorityFactory(url=url)
    collect_links()
    assert urls() == [url]
    [link] = Link.objects.all()
    assert contents_of([link]) == {link.pk: [authority]}


def test_our_own_site_is_not_asked(home, settings):
    ToolkitPageFactory(body=[("rich_text", f'<p><a href="{settings.SITE_ORIGIN}/a/">a</a> <a href="/b/">b</a></p>')])
    assert collect_links() == 0


def test_drafts_are_left_alone(home):
    ToolkitPageFactory(live=False, body=[("rich_text", '<p><a href="https://a.example.org/">a</a></p>')])
    assert collect_links() == 0


def test_a_link_that_nothing_holds_any_more_goes_and_the_others_keep_what_is_known_of_them(home):
    both = '<p><a href="https://a.example.org/">a</a> <a href="https://b.example.org/">b</a></p>'
    page = ToolkitPageFactory(body=[("rich_text", both)])
    lesson = LessonFactory(body=[("rich_text", both)])
    assert collect_links() == 2
    Link.objects.filter(url="https://a.example.org/").update(state="broken")
    page.body = [("rich_text", '<p><a href="https://a.example.org/">a</a></p>')]
    page.save()
    lesson.body = []
    lesson.save()
    assert collect_links() == 1
    assert list(Link.objects.values_list("url", "state")) == [("https://a.example.org/", "broken")]
    assert list(LinkUse.objects.values_list("object_id", flat=True)) == [str(page.pk)]


def test_the_same_sweep_twice_changes_nothing(home):
    AuthorityFactory(url="https://a.example.org/")
    AuthorityFactory(url="https://a.example.org/")
    assert collect_links() == 1
    before = (list(Link.objects.values()), list(LinkUse.objects.values()))
    assert collect_links() == 1
    assert (list(Link.objects.values()), list(LinkUse.objects.values())) == before
    assert LinkUse.objects.count() == 2
