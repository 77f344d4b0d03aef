"""Deleting a review on its pages: what goes is said first, and what is worked on is kept."""

import pytest

from tests.conftest import member
from tests.factories.people import OrganisationFactory
from tests.factories.reviews import PartnershipFactory, answer, ask, checklist
from toolkit_pages.domain.reviewing import open_review
from toolkit_pages.models import ChecklistReview

pytestmark = pytest.mark.django_db
LINK = "Delete the review"


@pytest.fixture
def henry(elsewhere):
    return member("Henry", OrganisationFactory(name="Harbour Hospital", kind="health"))


@pytest.fixture
def review(dana, haverley, henry):
    """An open review of two items, of which Henry is asked."""
    checklist(2)
    members = [haverley, henry.memberships.get().organisation]
    review = open_review(dana, title="Spring review", partnership=PartnershipFactory(members=members))
    ask(review, henry)
    return review


def main_of(response):
    return response.content.decode().split("<main")[1].split("</main>")[0]


def test_its_page_leads_to_what_goes_and_the_button_deletes_it(client, dana, review):
    client.force_login(dana)
    path = f"/reviews/{review.uuid}/delete/"
    assert f'href="{path}"' in main_of(client.get(review.get_absolute_url()))
    html = main_of(client.get(path))
    assert "Delete “Spring review”?" in html
    assert "its copy of 2 items of the checklist" in html
    assert "<li>Henry Example, Harbour Hospital</li>" in html
    assert "An e-mail tells them" in html
    assert ChecklistReview.objects.count() == 1

    page = client.post(path, follow=True)
    assert page.redirect_chain == [("/reviews/", 302)]
    assert "The review “Spring review” is deleted." in page.content.decode()
    assert ChecklistReview.objects.count() == 0
    assert client.get(path).status_code == 404


def test_with_an_answer_there_is_no_link_and_no_button(client, dana, review):
    answer(review.answerers.get(), [1, None])
    client.force_login(dana)
    assert LINK not in main_of(client.get(review.get_absolute_url()))
    for ask_for in (client.get, client.post):
        html = main_of(ask_for(f"/reviews/{review.uuid}/delete/"))
        assert "This review cannot be deleted" in html
        assert "It has answers, and nobody may lose theirs." in html
        assert "<button" not in html
    assert ChecklistReview.objects.get() == review


@pytest.mark.parametrize("who", ["alice", "bob", "charlie", "erin", "henry"])
def test_for_nobody_else_is_there_such_a_page(client, request, who, review):
    client.force_login(request.getfixturevalue(who))
    path = f"/reviews/{review.uuid}/delete/"
    assert [client.get(path).status_code, client.post(path).status_code] == [404, 404]
    assert ChecklistReview.objects.get() == review


def test_who_is_asked_sees_no_link_to_delete(client, henry, review):
    client.force_login(henry)
    assert LINK not in main_of(client.get(review.get_absolute_url()))
