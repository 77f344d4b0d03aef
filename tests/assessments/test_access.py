"""Who may see an attempt: the learner all of it, their lead the score, nobody else anything."""

import pytest
from django.urls import reverse

from assessments.models import AttemptGrant, QuizAttempt
from tests.factories.assessments import QuestionFactory, begin, hand_in, module_with_quiz

CHOICE = "Confront the person"


@pytest.fixture
def module(db):
    options = [("Tell a lead", True, "Yes."), (CHOICE, False, "It may put someone in danger.")]
    return module_with_quiz(QuestionFactory(options=options), attempts_allowed=1)


@pytest.fixture
def attempt(alice, module):
    return hand_in(alice, module, right=0)


def pages(attempt):
    return [reverse(f"assessments:{name}", args=[attempt.pk]) for name in ("result", "attempt")]


def test_the_learner_reads_their_own_result_and_summary(client, alice, attempt):
    client.force_login(alice)
    assert [client.get(page).status_code for page in pages(attempt)] == [200, 200]
    assert CHOICE in client.get(pages(attempt)[0]).content.decode()


def test_the_lead_sees_the_score_and_not_what_was_chosen(client, bob, attempt):
    client.force_login(bob)
    result, summary = pages(attempt)
    assert client.get(result).status_code == 404
    page = client.get(summary).content.decode()
    assert "0 of 1 right" in page
    assert "Alice Example" in page
    assert CHOICE not in page
    assert "danger." not in page


@pytest.mark.parametrize("outsider", ["charlie", "dana", "erin"])
def test_others_find_no_attempt(client, request, attempt, outsider):
    client.force_login(request.getfixturevalue(outsider))
    assert [client.get(page).status_code for page in pages(attempt)] == [404, 404]
    assert client.post(reverse("assessments:allow_more", args=[attempt.pk])).status_code == 404
    assert AttemptGrant.objects.count() == 0


def test_an_attempt_under_way_is_the_learners_alone(client, alice, bob, module):
    attempt = begin(alice, module)
    client.force_login(bob)
    assert [client.get(page).status_code for page in pages(attempt)] == [404, 404]


def test_an_outsider_cannot_hand_in_or_answer_for_someone_else(client, alice, charlie, module):
    attempt = begin(alice, module)
    client.force_login(charlie)
    slugs = [module.slug, module.quiz.lesson.slug]
    for key in (attempt.pk, "x", "9" * 5000):
        assert client.post(reverse("assessments:submit", args=slugs), {"attempt": key}).status_code == 404
    client.post(reverse("assessments:question", args=[*slugs, 1]), {"answer": attempt.paper["questions"][0]["key"][0]})
    attempt.refresh_from_db()
    assert (attempt.is_open, attempt.answers.count()) == (True, 0)


def test_the_lead_allows_one_more_attempt(client, alice, bob, attempt):
    client.force_login(bob)
    assert "Allow one more attempt" in client.get(pages(attempt)[1]).content.decode()
    response = client.post(reverse("assessments:allow_more", args=[attempt.pk]), follow=True)
    assert "Alice Example can try once more." in response.content.decode()
    assert "Allow one more attempt" not in response.content.decode()
    client.force_login(alice)
    assert "Try again now" in client.get(pages(attempt)[0]).content.decode()


def test_the_learner_cannot_allow_themselves_more(client, alice, attempt):
    client.force_login(alice)
    assert "Allow one more attempt" not in client.get(pages(attempt)[1]).content.decode()
    client.post(reverse("assessments:allow_more", args=[attempt.pk]))
    assert AttemptGrant.objects.count() == 0


def test_signed_out_people_are_sent_to_sign_in(client, attempt, module):
    slugs = [module.slug, module.quiz.lesson.slug]
    addresses = [
        *pages(attempt),
        reverse("assessments:quiz", args=slugs),
        reverse("assessments:question", args=[*slugs, 1]),
        reverse("assessments:review", args=slugs),
    ]
    for address in addresses:
        assert client.get(address).headers["Location"].startswith(reverse("account_login"))
    for name in ("quiz", "submit"):
        response = client.post(reverse(f"assessments:{name}", args=slugs))
        assert response.headers["Location"].startswith(reverse("account_login"))
    assert QuizAttempt.objects.count() == 1
