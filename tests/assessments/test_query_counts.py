"""How many queries each page costs does not grow with the questions."""

import pytest
from django.urls import reverse

from tests.factories.assessments import QuestionFactory, answer, begin, hand_in, module_with_quiz


def queries(client, django_assert_num_queries, address, count):
    client.get(address)  # fills the caches of the frame
    with django_assert_num_queries(count):
        assert client.get(address).status_code == 200


@pytest.mark.parametrize("questions", [1, 3])
def test_pages_of_an_attempt_under_way(client, alice, django_assert_num_queries, questions):
    module = module_with_quiz(*[QuestionFactory() for _ in range(questions)])
    answer(begin(alice, module), right=1)
    client.force_login(alice)
    slugs = [module.slug, module.quiz.lesson.slug]
    for name, extra, count in [("question", [1], 7), ("review", [], 6), ("quiz", [], 14)]:
        queries(client, django_assert_num_queries, reverse(f"assessments:{name}", args=[*slugs, *extra]), count)


@pytest.mark.parametrize("questions", [1, 3])
def test_pages_of_a_marked_attempt(client, alice, bob, django_assert_num_queries, questions):
    module = module_with_quiz(*[QuestionFactory() for _ in range(questions)], pass_mark=questions)
    attempt = hand_in(alice, module, right=0)
    client.force_login(alice)
    queries(client, django_assert_num_queries, reverse("assessments:result", args=[attempt.pk]), 8)
    client.force_login(bob)
    queries(client, django_assert_num_queries, reverse("assessments:attempt", args=[attempt.pk]), 7)


@pytest.mark.parametrize("attempts", [1, 3])
def test_the_first_page_lists_attempts(client, alice, django_assert_num_queries, attempts):
    module = module_with_quiz(QuestionFactory(), attempts_allowed=None)
    for _ in range(attempts):
        hand_in(alice, module, right=0)
    client.force_login(alice)
    queries(
        client, django_assert_num_queries, reverse("assessments:quiz", args=[module.slug, module.quiz.lesson.slug]), 14
    )
