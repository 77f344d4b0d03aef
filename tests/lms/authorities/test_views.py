"""An authority in the admin: what rests on it, noting a check, noting a change, and no change by the way."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from lms.authorities.domain.changes import Wording, note_change
from lms.authorities.models import Authority, AuthorityCheck, ReviewTask
from tests.factories.courses import LessonFactory
from tests.factories.toolkit import AuthorityFactory, ToolkitPageFactory

TODAY = timezone.localdate()
SOON = (TODAY + datetime.timedelta(days=10)).isoformat()
BACKEND = "lms.people.backends.SignedInBackend"
PAGE_QUERIES = 16


@pytest.fixture
def editing(client, erin, home):
    """A browser with erin signed in."""
    client.force_login(erin, backend=BACKEND)
    return client


@pytest.fixture
def authority(db):
    return AuthorityFactory(title="Helpline", kind="service", value="0800 000 000", checked_on=None)


def url(authority, page=""):
    return f"/admin/authorities/{authority.pk}/{page}"


def change(**fields):
    """What an editor sends from the page of changes."""
    return {"value": "0800 111 111", "what_changed": "The number is new.", "reviews": "all", "due_on": SOON, **fields}


def test_every_place_is_listed_with_its_kind_and_a_way_to_edit_it(editing, authority):
    page = ToolkitPageFactory(title="In a crisis", rests_on=[("authority", authority)])
    LessonFactory(title="Calling for help", rests_on=[("authority", authority)], live=False)
    html = editing.get(url(authority)).content.decode()
    assert "2 places rest on it" in html
    assert f"/admin/pages/{page.pk}/edit/" in html
    assert html.index("Calling for help") < html.index("draft") < html.index("In a crisis")


def test_a_check_is_noted(editing, authority, erin):
    answer = editing.post(url(authority, "check/"), {"on": TODAY.isoformat(), "note": "Rang it"})
    assert answer["Location"] == url(authority)
    assert list(AuthorityCheck.objects.values_list("checked_on", "checked_by", "note")) == [(TODAY, erin.pk, "Rang it")]
    assert "Rang it" in editing.get(url(authority)).content.decode()


@pytest.mark.parametrize("day", ["", "soon", "2999-01-01"])
def test_a_day_that_cannot_be_keeps_what_was_typed(editing, authority, day):
    html = editing.post(url(authority, "check/"), {"on": day, "note": "Rang it"}).content.decode()
    assert "Rang it" in html
    assert AuthorityCheck.objects.count() == 0


def test_a_change_asks_for_reviews_and_says_how_many(editing, authority):
    ToolkitPageFactory(rests_on=[("authority", authority)])
    answer = editing.post(url(authority, "change/"), change(), follow=True)
    assert "The change is noted, and 1 review is asked for." in answer.content.decode()
    assert Authority.objects.get().value == "0800 111 111"


def test_words_put_right_ask_for_nothing(editing, authority):
    ToolkitPageFactory(rests_on=[("authority", authority)])
    answer = editing.post(url(authority, "change/"), change(reviews="none", due_on=""), follow=True)
    assert "Nothing has to be reviewed." in answer.content.decode()
    assert ReviewTask.objects.count() == 0


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"what_changed": ""}, "Say what changed"),
        ({"due_on": ""}, "Enter the day by which the reviews are due."),
        ({"due_on": "2020-01-01"}, "Enter a day from today on."),
        ({"value": "0800 000 000"}, "Nothing differs from what is written here."),
        ({"url": "not an address"}, "Enter a valid URL."),
        ({"url": "javascript:alert(1)"}, "Enter a valid URL."),
    ],
)
def test_what_is_missing_or_wrong_is_said_and_nothing_changes(editing, authority, fields, words):
    html = editing.post(url(authority, "change/"), change(**fields)).content.decode()
    assert words in html
    assert (Authority.objects.get().value, ReviewTask.objects.count()) == ("0800 000 000", 0)


def test_the_form_of_the_title_changes_nothing_of_what_the_source_says(editing, authority):
    edit = f"/admin/snippets/authorities/authority/edit/{authority.pk}/"
    data = {"title": "Helpline, day and night", "kind": "service", "value": "0800 666 666", "checked_on": "2020-01-01"}
    assert editing.post(edit, data).status_code == 302
    authority.refresh_from_db()
    assert (authority.title, authority.value, authority.checked_on) == ("Helpline, day and night", "0800 000 000", None)
    assert url(authority, "change/") in editing.get(edit).content.decode()


def test_lines_that_a_browser_ends_in_its_own_way_are_no_change(editing, authority):
    Authority.objects.update(value="A force\nA council", summary="Who may refer.\nNobody else.")
    same = {"value": "A force\r\nA council", "summary": "Who may refer.\r\nNobody else."}
    html = editing.post(url(authority, "change/"), change(**same)).content.decode()
    assert "Nothing differs from what is written here." in html


def test_words_written_before_another_change_was_noted_do_not_replace_it_unseen(editing, authority, frances):
    page = url(authority, "change/")
    read = editing.get(page).context["form"]["read"].value()
    note_change(authority, by=frances, wording=Wording(value="0800 222 222"), what_changed="Hers", due_on=None)
    answer = editing.post(page, change(read=read))
    assert (answer.status_code, Authority.objects.get().value) == (200, "0800 222 222")
    assert "somebody else noted a change: “Hers”" in answer.content.decode()
    assert answer.context["form"]["value"].value() == "0800 111 111"
    answer = editing.post(page, change(read=answer.context["form"]["read"].value()))
    assert (answer.status_code, Authority.objects.get().value) == (302, "0800 111 111")


def test_going_back_to_an_older_title_brings_no_older_words_of_the_source_back(editing, authority, erin):
    older = authority.save_revision(user=erin)
    note_change(authority, by=erin, wording=Wording(value="0800 111 111"), what_changed="New", due_on=TODAY)
    back = reverse("wagtailsnippets_authorities_authority:revisions_revert", args=[authority.pk, older.pk])
    assert editing.get(back).status_code == 200
    data = {"title": "Helpline", "kind": "service", "revision": older.pk}
    edit = f"/admin/snippets/authorities/authority/edit/{authority.pk}/"
    for address in (back, edit):
        assert editing.post(address, data).status_code == 302
        authority.refresh_from_db()
        assert (authority.value, authority.changed_on) == ("0800 111 111", TODAY)


@pytest.mark.parametrize("page", ["", "check/", "change/"])
@pytest.mark.parametrize("person", ["alice", "bob", "charlie", "dana"])
def test_nobody_but_editors_and_administrators_enters(client, request, authority, person, page):
    client.force_login(request.getfixturevalue(person), backend=BACKEND)
    assert client.get(url(authority, page)).status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_takes_the_same_queries_for_one_place_and_for_three(
    editing, authority, rows, django_assert_num_queries
):
    for _row in range(rows):
        LessonFactory(rests_on=[("authority", authority)])
    editing.get(url(authority))
    with django_assert_num_queries(PAGE_QUERIES):
        editing.get(url(authority))
