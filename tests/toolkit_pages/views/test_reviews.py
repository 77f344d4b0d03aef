"""The pages of reviews: what each role sees, how answers are kept, what a page costs."""

import datetime

import pytest
from django.utils import timezone

from lms.design_system import wording
from tests.conftest import member
from tests.factories.days import typed
from tests.factories.people import MembershipFactory, OrganisationFactory
from tests.factories.reviews import PartnershipFactory, ask, checklist, closed_review
from toolkit_pages.domain.review_asking import take_off
from toolkit_pages.domain.reviewing import open_review
from toolkit_pages.models import ChecklistReview, ReviewAnswer

pytestmark = pytest.mark.django_db


@pytest.fixture
def harbour(elsewhere):
    return OrganisationFactory(name="Harbour Hospital", kind="health")


@pytest.fixture
def henry(harbour):
    return member("Henry", harbour)


@pytest.fixture
def partnership(haverley, harbour):
    return PartnershipFactory(name="Exampleshire Partnership", members=[haverley, harbour])


@pytest.fixture
def review(dana, partnership):
    """An open review of four items in two themes."""
    checklist(2, 2)
    return open_review(dana, title="Spring review", partnership=partnership)


def sent(review, levels, *, seen=None, **more):
    """What the page of a theme posts: levels of the theme's items, in order."""
    items = list(review.items.filter(theme__title="Theme 1"))
    data = {f"item-{item.pk}-level": level for item, level in zip(items, levels, strict=True) if level is not None}
    return {**data, **{f"item-{item.pk}-seen": mark for item, mark in zip(items, seen or [], strict=False)}, **more}


def theme_path(review, number=1):
    slug = review.items.filter(theme__title=f"Theme {number}").first().theme.slug
    return f"/reviews/{review.uuid}/themes/{slug}/"


def levels():
    return list(ReviewAnswer.objects.order_by("review_item").values_list("level", flat=True))


def test_a_coordinator_opens_a_review_and_is_led_to_ask_people(client, dana, partnership):
    checklist(2)
    client.force_login(dana)
    day = timezone.localdate() + datetime.timedelta(days=9)
    data = {"body": f"p{partnership.pk}", "title": "Spring review", "sharing": "members", **typed("due_on", day)}
    answered = client.post("/reviews/new/", data)
    review = ChecklistReview.objects.get()
    assert answered["Location"] == f"/reviews/{review.uuid}/people/"
    assert (review.partnership, review.sharing, review.due_on) == (partnership, "members", day)


def test_a_button_pressed_twice_opens_one_review(client, dana, partnership):
    checklist(2)
    client.force_login(dana)
    data = {"body": f"p{partnership.pk}", "title": "Spring review", "sharing": "members"}
    addresses = {client.post("/reviews/new/", data)["Location"] for _time in range(2)}
    assert addresses == {f"/reviews/{ChecklistReview.objects.get().uuid}/people/"}
    client.post("/reviews/new/", {**data, "sharing": "coordinators"})
    assert list(ChecklistReview.objects.values_list("sharing", flat=True)) == ["coordinators", "members"]


def test_a_body_that_one_does_not_coordinate_cannot_be_chosen(client, dana, elsewhere):
    checklist(1)
    client.force_login(dana)
    data = {"body": f"o{elsewhere.pk}", "title": "Theirs", "sharing": "members"}
    html = client.post("/reviews/new/", data).content.decode()
    assert "Choose what is reviewed" in html
    assert 'value="Theirs"' in html
    assert ChecklistReview.objects.count() == 0


def test_settings_that_another_coordinator_changed_are_replaced_only_knowingly(client, dana, haverley, review):
    path, day = f"/reviews/{review.uuid}/change/", timezone.localdate() + datetime.timedelta(days=9)
    client.force_login(dana)
    seen = client.get(path).context["seen"]
    client.force_login(member("Dora", haverley, is_coordinator=True))
    hers = {"title": "Spring review", "sharing": "coordinators", "seen": seen, **typed("due_on", day)}
    assert [client.post(path, hers).status_code for _time in range(2)] == [302, 302]
    client.force_login(dana)
    ours = {"title": "Spring review 2026", "sharing": "coordinators"}
    page = client.post(path, {**ours, "seen": seen})
    html = page.content.decode()
    kept = f"Now it is “Spring review” (who sees answers: only the coordinators; wanted by: {wording.day(day)})."
    assert kept in html
    assert 'value="Spring review 2026"' in html
    assert ChecklistReview.objects.get().due_on == day
    client.post(path, {**ours, "seen": page.context["seen"]})
    assert (ChecklistReview.objects.get().title, ChecklistReview.objects.get().due_on) == ("Spring review 2026", None)


@pytest.mark.parametrize("who", ["alice", "bob", "charlie", "erin"])
def test_for_whoever_coordinates_nothing_there_is_no_form(client, request, who):
    client.force_login(request.getfixturevalue(who))
    assert client.get("/reviews/new/").status_code == 404


PAGES = ["", "people/", "differences/", "close/", "reopen/", "change/", "result/", "gaps/", "print/", "result.docx"]


@pytest.mark.parametrize("who", ["charlie", "bob", "erin"])
def test_another_partnerships_review_is_not_there(client, request, who, dana, partnership):
    checklist(1)
    review = closed_review(dana, partnership=partnership, levels=[0])
    client.force_login(request.getfixturevalue(who))
    found = {client.get(f"/reviews/{review.uuid}/{page}").status_code for page in [*PAGES, "actions/new/"]}
    assert found == {404}
    assert "Autumn review" not in client.get("/reviews/").content.decode()


def test_a_visitor_is_asked_to_sign_in(client, review):
    assert client.get(f"/reviews/{review.uuid}/")["Location"] == f"/accounts/login/?next=/reviews/{review.uuid}/"


def test_people_are_asked_by_address_and_unknown_ones_are_kept_to_be_mended(client, dana, review, henry, charlie):
    client.force_login(dana)
    themes = list(review.items.values_list("theme", flat=True).distinct())
    data = {"addresses": f"{henry.email}\n{charlie.email}\n", "themes": themes}
    html = client.post(f"/reviews/{review.uuid}/people/", data).content.decode()
    assert "1 person is asked." in html
    assert f"Line 1: {charlie.email}" in html.replace("<wbr>", "")
    assert f">\r\n{charlie.email}</textarea>" in html or f">\n{charlie.email}</textarea>" in html
    assert "Charlie" not in html.replace(charlie.email, "")
    assert [answerer.user for answerer in review.answerers.all()] == [henry]


def test_what_is_no_address_is_said_with_its_line(client, dana, review, henry):
    client.force_login(dana)
    data = {"addresses": f"{henry.email}\ngwen.police", "themes": [review.items.first().theme_id]}
    html = client.post(f"/reviews/{review.uuid}/people/", data).content.decode()
    assert "Line 2 is no e-mail address: gwen.police" in html
    assert review.answerers.count() == 0


def test_so_many_are_not_asked_at_once_that_the_page_would_wait(client, dana, review, henry):
    client.force_login(dana)
    addresses = "\n".join([henry.email, *(f"n{number}@police.example.org" for number in range(50))])
    data = {"addresses": addresses, "themes": [review.items.first().theme_id]}
    html = client.post(f"/reviews/{review.uuid}/people/", data).content.decode()
    assert "Enter at most 50 addresses at once" in html
    assert "n49@police.example.org" in html
    assert review.answerers.count() == 0


def test_answers_are_saved_theme_by_theme_and_shown_again(client, review, henry):
    ask(review, henry)
    client.force_login(henry)
    answered = client.post(theme_path(review), sent(review, [1, 3]))
    assert answered["Location"] == theme_path(review, 2)
    assert levels() == [1, 3]
    page = client.get(theme_path(review))
    assert [question.form["level"].value() for question, _seen, _conflict in page.context["rows"]] == [1, 3]


def test_a_wrong_day_is_said_and_the_other_answers_are_saved(client, review, henry):
    ask(review, henry)
    client.force_login(henry)
    item = review.items.first()
    page = client.post(theme_path(review), sent(review, [1, 3], **{f"item-{item.pk}-review_by": "soonish"}))
    html = page.content.decode()
    assert "Write the review day like this" in html
    assert 'value="soonish"' in html
    assert "1 answer is saved." in html
    assert levels() == [3]


def test_a_colleagues_answer_is_shown_and_replaced_only_knowingly(client, review, harbour, henry):
    hanna = MembershipFactory(organisation=harbour, user__first_name="Hanna", user__last_name="Example").user
    ask(review, henry, hanna)
    client.force_login(henry)
    client.get(theme_path(review))
    client.force_login(hanna)
    client.post(theme_path(review), sent(review, [0, None]))
    client.force_login(henry)
    page = client.post(theme_path(review), sent(review, [3, 2]))
    assert "Hanna Example answered “Not started” today at" in page.content.decode()
    assert levels() == [0, 2]
    seen = [mark for _question, mark, _conflict in page.context["rows"]]
    client.post(theme_path(review), sent(review, [3, 2], seen=seen))
    assert levels() == [3, 2]


def test_the_page_saves_by_itself_and_hears_the_new_marks(client, review, henry):
    ask(review, henry)
    client.force_login(henry)
    first, second = review.items.filter(theme__title="Theme 1")
    data = sent(review, [1, None], autosave="1", **{f"item-{second.pk}-evidence": "Minutes"})
    told = client.post(theme_path(review), data).json()
    assert told["words"].endswith("except 1 item. Press the button to see why.")
    assert list(told["fields"]) == [f"item-{first.pk}-seen"]
    assert levels() == [1]
    later = sent(review, [2, 3], seen=[told["fields"][f"item-{first.pk}-seen"]], autosave="1")
    told = client.post(theme_path(review), later).json()
    assert told["words"].endswith("Close this page whenever you like.")
    assert levels() == [2, 3]


def test_after_answers_are_stopped_the_page_says_that_nothing_was_saved(client, dana, review, henry):
    ask(review, henry)
    client.force_login(dana)
    client.post(f"/reviews/{review.uuid}/stop/")
    client.force_login(henry)
    page = client.post(theme_path(review), sent(review, [1, 1]), follow=True)
    assert "Answers are not taken any more, so nothing was saved." in page.content.decode()
    assert levels() == []


def test_somebody_asked_says_that_they_have_finished(client, dana, review, henry):
    ask(review, henry)
    client.force_login(henry)
    client.post(f"/reviews/{review.uuid}/finish/")
    client.force_login(dana)
    assert "Said to be finished today at" in client.get(f"/reviews/{review.uuid}/").content.decode()


def has_link(client, path="/my-training/"):
    return 'href="/reviews/"' in client.get(path).content.decode()


def test_the_navigation_leads_coordinators_and_who_is_asked_to_reviews(client, dana, alice, review, henry):
    ask(review, henry)
    for person, there in ((dana, True), (henry, True), (alice, False)):
        client.force_login(person)
        assert has_link(client) is there


def test_the_link_comes_with_being_asked_and_goes_with_being_asked_no_more(client, dana, review, henry):
    client.force_login(henry)
    assert not has_link(client)
    [answerer] = ask(review, henry)
    assert has_link(client)
    take_off(dana, answerer=answerer)
    assert not has_link(client)


def test_who_left_is_led_to_reviews_no_more(client, review, henry):
    ask(review, henry)
    henry.memberships.update(ended_on=timezone.localdate())
    client.force_login(henry)
    assert not has_link(client)


def test_the_link_costs_no_query(client, review, henry, alice, django_assert_num_queries):
    for person in (alice, henry):
        if person == henry:
            ask(review, henry)
        client.force_login(person)
        client.get("/training/")
        with django_assert_num_queries(5):
            client.get("/training/")
