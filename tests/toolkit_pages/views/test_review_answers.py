"""Answering on its page: for the right agency, after answers were stopped, for a theme one is not asked for."""

from uuid import uuid4

import pytest

from lms.people.models import Membership
from tests.conftest import member
from tests.factories.people import OrganisationFactory
from tests.factories.reviews import PartnershipFactory, answer, ask, checklist
from toolkit_pages.domain.answering import AskedNoMore
from toolkit_pages.domain.review_asking import ask_people, take_off
from toolkit_pages.domain.reviewing import change_review, open_review
from toolkit_pages.domain.settling import stop_answers
from toolkit_pages.models import Answerer, ChecklistTheme, ReviewAnswer

pytestmark = pytest.mark.django_db


@pytest.fixture
def harbour(elsewhere):
    return OrganisationFactory(name="Harbour Hospital", kind="health")


@pytest.fixture
def henry(harbour):
    return member("Henry", harbour)


@pytest.fixture
def review(dana, haverley, harbour):
    """An open review of two items in two themes."""
    checklist(1, 1)
    return open_review(dana, title="Spring", partnership=PartnershipFactory(members=[haverley, harbour]))


@pytest.fixture
def both(review, henry, haverley):
    """Henry, who answers for the hospital and for the police."""
    [first] = ask(review, henry)
    Membership.objects.create(user=henry, organisation=haverley)
    second = Answerer.objects.create(review=review, user=henry, organisation=haverley, asked_by=review.opened_by)
    second.themes.set(first.themes.all())
    return first, second


def path_of(review, number=1):
    return f"/reviews/{review.uuid}/themes/{review.items.filter(theme__title=f'Theme {number}').first().theme.slug}/"


def sent(review, level=1, **more):
    item = review.items.get(theme__title="Theme 1")
    return {f"item-{item.pk}-level": level, f"item-{item.pk}-evidence": "Minutes of May", **more}


def test_what_was_typed_for_one_agency_never_becomes_anothers(client, review, both, henry, haverley, dana):
    client.force_login(henry)
    page = client.get(f"{path_of(review)}?agency={haverley.pk}")
    assert f'name="agency" value="{haverley.pk}"' in page.content.decode()
    take_off(dana, answerer=both[1])
    for path in (f"{path_of(review)}?agency={haverley.pk}", path_of(review)):
        page = client.post(path, sent(review, agency=haverley.pk), follow=True)
        assert "You are not asked to answer this theme any more, so nothing was saved." in page.content.decode()
    assert ReviewAnswer.objects.count() == 0


def test_each_agency_has_its_own_answers(client, review, both, henry, haverley, harbour):
    client.force_login(henry)
    client.post(path_of(review), sent(review, 1, agency=harbour.pk))
    client.post(path_of(review), sent(review, 3, agency=haverley.pk))
    found = dict(ReviewAnswer.objects.values_list("organisation__name", "level"))
    assert found == {"Harbour Hospital": 1, "Haverley Police": 3}


def test_after_answers_are_stopped_what_was_typed_stays_on_screen(client, dana, review, henry):
    ask(review, henry)
    stop_answers(dana, review=review)
    client.force_login(henry)
    html = client.post(path_of(review), sent(review)).content.decode()
    assert "Answers are not taken any more, so nothing was saved." in html
    assert 'value="Minutes of May"' in html
    assert "Save and" not in html
    assert "data-autosave" not in html
    assert client.post(path_of(review), sent(review, autosave="1")).json() == {
        "words": "Answers are not taken any more, so nothing was saved.",
        "fields": {},
    }
    assert ReviewAnswer.objects.count() == 0


def test_after_the_stop_people_read_what_their_own_agency_answered_and_no_others(client, dana, alice, review, henry):
    police, hospital = ask(review, alice, henry)
    answer(police, [2, 2], evidence="Kept at the station")
    answer(hospital, [1, 1], evidence="Kept on the ward")
    stop_answers(dana, review=review)
    client.force_login(henry)
    assert path_of(review) in client.get(f"/reviews/{review.uuid}/").content.decode()
    html = client.get(path_of(review)).content.decode()
    assert ("Kept on the ward" in html, "What your agency answered" in html) == (True, True)
    assert ("Kept at the station" in html, "Haverley Police" in html) == (False, False)


def test_whoever_reads_their_own_agency_alone_is_not_told_that_nobody_answered(client, dana, alice, review, henry):
    police, _hospital = ask(review, alice, henry)
    answer(police, [2, 2])
    stop_answers(dana, review=review)
    found = {}
    for person in (henry, dana):
        client.force_login(person)
        html = client.get(path_of(review)).content.decode()
        found[person.first_name] = ("Your agency did not answer." in html, "Nobody answered." in html)
    assert found == {"Henry": (True, False), "Dana": (False, False)}


def test_whoever_is_taken_off_in_the_same_moment_writes_nothing(dana, review, henry):
    [answerer] = ask(review, henry)
    take_off(dana, answerer=answerer)
    with pytest.raises(AskedNoMore):
        answer(answerer, [1, 1])
    assert ReviewAnswer.objects.count() == 0


@pytest.mark.parametrize("coordinates", [False, True])
def test_whoever_is_taken_off_while_they_type_is_told_and_shown_what_they_typed(
    client, dana, review, harbour, henry, coordinates
):
    [answerer] = ask(review, henry)
    if coordinates:
        Membership.objects.create(user=henry, organisation=review.opened_by.memberships.get().organisation)
        henry.memberships.update(is_coordinator=True)
    take_off(dana, answerer=answerer)
    client.force_login(henry)
    page = client.post(path_of(review), sent(review, agency=harbour.pk))
    told = client.post(path_of(review), sent(review, agency=harbour.pk, autosave="1"))
    assert (page.status_code, told.status_code) == (404, 404)
    words = "You are not asked to answer this theme any more, so nothing was saved."
    assert words in page.content.decode()
    assert "<li>Minutes of May</li>" in page.content.decode()
    left = "What you typed is still on this page, so that you can copy it."
    assert told.json() == {"words": f"{words} {left}", "fields": {}}
    assert ReviewAnswer.objects.count() == 0


def test_what_an_outsider_sends_tells_nothing_of_whether_a_review_is_there(client, charlie, review):
    client.force_login(charlie)
    nowhere = path_of(review).replace(str(review.uuid), str(uuid4()))
    found = [client.post(path, sent(review)) for path in (path_of(review), nowhere)]
    assert [page.status_code for page in found] == [404, 404]
    assert [page.context["words"] for page in found] == [found[0].context["words"]] * 2
    assert [client.get(path).status_code for path in (path_of(review), nowhere)] == [404, 404]


def test_answers_are_shown_to_no_more_people_than_the_page_said(client, dana, review, henry):
    ask(review, henry)
    client.force_login(henry)
    assert 'name="sharing" value="coordinators"' in client.get(path_of(review)).content.decode()
    change_review(dana, review=review, title="Spring", sharing="members", due_on=None)
    told = client.post(path_of(review), sent(review, sharing="coordinators", autosave="1")).json()
    words = "Nothing is saved yet: since you opened this page, everyone who answers sees what your agency answers."
    assert told == {"words": f"{words} Press the button to go on.", "fields": {}}
    html = client.post(path_of(review), sent(review, sharing="coordinators")).content.decode()
    assert words in html
    assert 'value="Minutes of May"' in html
    assert 'name="sharing" value="members"' in html
    assert "Everyone who answers sees what your agency answered." in html
    assert ReviewAnswer.objects.count() == 0
    client.post(path_of(review), sent(review, sharing="members"))
    assert ReviewAnswer.objects.count() == 1


def test_a_theme_one_is_not_asked_for_says_so(client, dana, review, henry):
    first = ChecklistTheme.objects.get(title="Theme 1")
    ask_people(dana, review=review, addresses=[(1, henry.email)], themes=[first])
    client.force_login(henry)
    page = client.get(path_of(review, 2), follow=True)
    assert "You are not asked to answer this theme." in page.content.decode()


def test_ones_own_answer_from_another_tab_is_told_as_such(client, review, henry):
    ask(review, henry)
    client.force_login(henry)
    client.post(path_of(review), sent(review, 1))
    html = client.post(path_of(review), sent(review, 2)).content.decode()
    assert "You answered “Started” today at" in html


@pytest.fixture
def colleagues(dana, haverley, harbour, henry):
    """Henry and Harriet of the hospital, who answer a theme of two items at once, and the two items."""
    checklist(2)
    found = open_review(dana, title="Autumn", partnership=PartnershipFactory(members=[haverley, harbour]))
    harriet = member("Harriet", harbour)
    ask(found, henry, harriet)
    return found, henry, harriet, list(found.items.all())


def page_open(client, review, person):
    """The hidden marks of the page that this person has open."""
    client.force_login(person)
    page = client.get(path_of(review))
    return {f"{question.form.prefix}-seen": seen for question, seen, _conflict in page.context["rows"]}


def levels(items, *chosen):
    """What the page's radios send; None for an item without a choice."""
    return {f"item-{item.pk}-level": level for item, level in zip(items, chosen, strict=True) if level is not None}


def kept_levels(items):
    found = ReviewAnswer.objects.filter(review_item__in=items).order_by("review_item")
    return list(found.values_list("level", flat=True))


@pytest.mark.parametrize("at_first", [None, 1])
def test_saving_by_itself_never_takes_a_colleagues_answer_for_seen(client, colleagues, at_first):
    review, henry, harriet, items = colleagues
    if at_first is not None:
        client.force_login(harriet)
        client.post(path_of(review), levels(items, at_first, None))
    seen = page_open(client, review, henry)
    client.force_login(harriet)
    client.post(path_of(review), page_open(client, review, harriet) | levels(items, 3, None))
    client.force_login(henry)
    sent = seen | levels(items, at_first, 2)
    seen |= client.post(path_of(review), sent | {"autosave": "1"}).json()["fields"]
    assert kept_levels(items) == [3, 2]
    client.post(path_of(review), seen | levels(items, at_first, 1) | {"autosave": "1"})
    assert kept_levels(items) == [3, 1]
    html = client.post(path_of(review), seen | levels(items, 0, 1)).content.decode()
    assert "Harriet Example answered “Embedded” today at" in html
    assert kept_levels(items) == [3, 1]


def test_a_page_drawn_again_never_takes_a_colleagues_answer_for_seen(client, colleagues):
    review, henry, harriet, items = colleagues
    seen = page_open(client, review, henry)
    client.force_login(harriet)
    client.post(path_of(review), page_open(client, review, harriet) | levels(items, 3, None))
    client.force_login(henry)
    wrong = {f"item-{items[1].pk}-evidence": "x" * 501}
    page = client.post(path_of(review), seen | levels(items, None, 2) | wrong)
    drawn = {f"{question.form.prefix}-seen": mark for question, mark, _conflict in page.context["rows"]}
    page = client.post(path_of(review), drawn | levels(items, 1, 2))
    assert "Harriet Example answered “Embedded” today at" in page.content.decode()
    assert kept_levels(items) == [3, 2]
    told = {f"{question.form.prefix}-seen": mark for question, mark, _conflict in page.context["rows"]}
    client.post(path_of(review), told | levels(items, 1, 2))
    assert kept_levels(items) == [1, 2]


def test_saying_finished_after_answers_were_stopped_says_why_not(client, dana, review, henry):
    ask(review, henry)
    stop_answers(dana, review=review)
    client.force_login(henry)
    page = client.post(f"/reviews/{review.uuid}/finish/", follow=True)
    assert "Answers are stopped, so there is nothing more to do." in page.content.decode()


def test_whoever_is_asked_for_more_is_not_finished_any_more(client, dana, review, henry):
    first, second = ChecklistTheme.objects.order_by("order")
    ask_people(dana, review=review, addresses=[(1, henry.email)], themes=[first])
    client.force_login(henry)
    client.post(f"/reviews/{review.uuid}/finish/")
    ask_people(dana, review=review, addresses=[(1, henry.email)], themes=[first])
    assert review.answerers.get().finished_at is not None
    ask_people(dana, review=review, addresses=[(1, henry.email)], themes=[second])
    assert review.answerers.get().finished_at is None


def test_an_address_that_stands_there_twice_is_one_person(client, dana, review, henry):
    client.force_login(dana)
    themes = [theme.pk for theme in ChecklistTheme.objects.all()]
    data = {"addresses": f"{henry.email}\n{henry.email.upper()}", "themes": themes}
    page = client.post(f"/reviews/{review.uuid}/people/", data, follow=True)
    assert "1 person is asked." in page.content.decode()


def test_whoever_left_is_marked_among_the_people_asked(client, dana, review, henry):
    ask(review, henry)
    Membership.objects.filter(user=henry).update(ended_on=review.opened_at.date(), started_on=review.opened_at.date())
    client.force_login(dana)
    assert "No longer there, so cannot answer" in client.get(f"/reviews/{review.uuid}/people/").content.decode()
