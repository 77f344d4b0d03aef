"""Attempts: begun once, saved as they go, handed in once."""

from datetime import UTC, datetime

import pytest

from assessments.domain.attempts import (
    AlreadyHandedIn,
    AlreadyPassed,
    AttemptError,
    NoAttemptsLeft,
    NotTheirLead,
    QuizNotReady,
    RoundIsOver,
    UnknownQuestion,
    allow_more_attempts,
    first_unanswered,
    save_answer,
    standing,
    start_or_resume_attempt,
    submit_attempt,
)
from assessments.domain.marking import TooManyChosen, UnknownOption
from assessments.models import Answer, AttemptGrant, QuizAttempt
from courses.domain.enrolling import current_enrolment, start_again
from courses.models import Certificate
from lms.audit.models import AuditEvent
from tests.factories.assessments import QuestionFactory, answer, begin, hand_in, module_with_quiz

NOON = datetime(2026, 5, 5, 12, tzinfo=UTC)


@pytest.fixture
def module(db):
    return module_with_quiz(QuestionFactory(), QuestionFactory(), QuestionFactory(), pass_mark=2)


def test_an_attempt_is_resumed_and_not_begun_twice(alice, module):
    assert begin(alice, module) == begin(alice, module)
    assert QuizAttempt.objects.count() == 1


def test_the_paper_keeps_the_words_when_a_question_changes_or_goes(alice, module):
    attempt = begin(alice, module)
    question = module.quiz.quiz_questions.first().question
    words = question.text
    module.quiz.quiz_questions.all().delete()
    question.delete()
    attempt.refresh_from_db()
    assert attempt.paper["questions"][0]["text"] == words
    assert submit_attempt(answer(attempt, right=3)).right_count == 3


def test_option_ids_are_other_ones_in_every_attempt_and_no_primary_keys(alice, bob, module):
    def option_ids(attempt):
        return {option["id"] for question in attempt.paper["questions"] for option in question["options"]}

    first, second = option_ids(begin(alice, module)), option_ids(begin(bob, module))
    assert len(first) == len(second) == 9
    assert not first & second
    assert {len(option_id) for option_id in first} == {8}


def test_options_are_asked_in_the_order_the_paper_keeps(alice):
    module = module_with_quiz(QuestionFactory(), shuffle_options=False)
    texts = [option["text"] for option in begin(alice, module).paper["questions"][0]["options"]]
    assert texts == ["Tell your safeguarding lead", "Confront the person", "Do nothing"]


def test_shuffled_questions_are_the_same_questions(alice):
    questions = [QuestionFactory() for _ in range(6)]
    module = module_with_quiz(*questions, shuffle_questions=True)
    asked = [question["source"] for question in begin(alice, module).paper["questions"]]
    assert sorted(asked) == [question.pk for question in questions]


def test_an_unpublished_question_is_left_out_and_the_pass_mark_never_exceeds_what_is_asked(alice):
    module = module_with_quiz(QuestionFactory(), QuestionFactory(live=False), pass_mark=2)
    attempt = begin(alice, module)
    assert (attempt.question_count, attempt.pass_mark) == (1, 1)


def test_a_question_without_a_right_option_is_never_asked(alice):
    broken = QuestionFactory(options=[("One", False, ""), ("Two", False, "")])
    module = module_with_quiz(broken)
    with pytest.raises(QuizNotReady):
        begin(alice, module)


def test_an_unpublished_quiz_cannot_be_begun_but_can_be_finished(alice, bob, module):
    attempt = begin(alice, module)
    module.quiz.live = False
    module.quiz.save()
    with pytest.raises(QuizNotReady):
        begin(bob, module)
    assert begin(alice, module) == attempt
    assert submit_attempt(answer(attempt, right=3)).passed is True


def test_an_answer_is_saved_at_once_and_can_be_changed(alice, module):
    attempt = begin(alice, module)
    question = attempt.paper["questions"][1]
    first, second = question["options"][0]["id"], question["options"][1]["id"]
    save_answer(attempt, question_key=question["id"], chosen=[first], at=NOON)
    save_answer(attempt, question_key=question["id"], chosen=[second], at=NOON)
    saved = Answer.objects.get()
    assert (saved.chosen, saved.saved_at, saved.is_right) == ([second], NOON, None)
    assert first_unanswered(attempt, {question["id"]}) == 1


def test_unknown_questions_and_options_are_refused_and_change_nothing(alice, module):
    attempt = begin(alice, module)
    mine, other = attempt.paper["questions"][:2]
    with pytest.raises(UnknownQuestion):
        save_answer(attempt, question_key="00000000", chosen=[mine["options"][0]["id"]])
    with pytest.raises(UnknownOption):
        save_answer(attempt, question_key=mine["id"], chosen=[other["options"][0]["id"]])
    with pytest.raises(TooManyChosen):
        save_answer(attempt, question_key=mine["id"], chosen=[option["id"] for option in mine["options"]])
    assert Answer.objects.count() == 0


def test_a_passed_attempt_completes_the_lesson_with_the_score_of_the_certificate(alice, module):
    attempt = hand_in(alice, module, right=2)
    assert (attempt.right_count, attempt.passed) == (2, True)
    enrolment = current_enrolment(alice, module=module)
    progress = enrolment.lesson_progress.get()
    assert (enrolment.state, str(progress.score_percent)) == ("completed", "66.67")
    assert Certificate.objects.get().assessed_by == "3 questions (2 right)"


def test_a_failed_attempt_completes_nothing(alice, module):
    attempt = hand_in(alice, module, right=1)
    assert (attempt.right_count, attempt.passed) == (1, False)
    assert current_enrolment(alice, module=module).lesson_progress.exists() is False


def test_a_skipped_question_counts_as_not_right(alice, module):
    attempt = begin(alice, module)
    first = attempt.paper["questions"][0]
    save_answer(attempt, question_key=first["id"], chosen=first["key"])
    assert submit_attempt(attempt).right_count == 1
    assert [row.is_right for row in attempt.answers.all()] == [True]


def test_several_answers_are_right_only_when_all_and_no_others_are_chosen(alice):
    options = [("Wages", True, ""), ("Papers", True, ""), ("Weather", False, "")]
    module = module_with_quiz(QuestionFactory(kind="multiple", options=options), attempts_allowed=None)
    for choose, expected in [(1, 0), (2, 1)]:
        attempt = begin(alice, module)
        question = attempt.paper["questions"][0]
        save_answer(attempt, question_key=question["id"], chosen=question["key"][:choose])
        assert submit_attempt(attempt).right_count == expected


def test_practice_completes_the_lesson_whatever_the_score(alice):
    module = module_with_quiz(QuestionFactory(), purpose="practice")
    hand_in(alice, module, right=0)
    progress = current_enrolment(alice, module=module).lesson_progress.get()
    assert (progress.state, progress.score_percent, progress.score_text) == ("completed", None, "")


def test_a_second_hand_in_answers_the_same_result_and_no_answer_changes_after_it(alice, module):
    attempt = hand_in(alice, module, right=2)
    stale = QuizAttempt.objects.get(pk=attempt.pk)
    stale.submitted_at = None
    assert submit_attempt(stale).submitted_at == attempt.submitted_at
    question = attempt.paper["questions"][2]
    with pytest.raises(AlreadyHandedIn):
        save_answer(stale, question_key=question["id"], chosen=question["key"])
    assert Certificate.objects.count() == 1


def test_attempts_are_counted_and_run_out(alice, module):
    enrolment = hand_in(alice, module, right=0).enrolment
    assert standing(enrolment, quiz=module.quiz).left == 2
    hand_in(alice, module, right=0)
    assert standing(enrolment, quiz=module.quiz).shows_key is False
    hand_in(alice, module, right=0)
    now = standing(enrolment, quiz=module.quiz)
    assert (now.left, now.is_used_up, now.shows_key) == (0, True, True)
    with pytest.raises(NoAttemptsLeft):
        begin(alice, module)


def test_the_key_stays_hidden_while_the_last_attempt_is_open(alice, module):
    hand_in(alice, module, right=0)
    hand_in(alice, module, right=0)
    enrolment = begin(alice, module).enrolment
    now = standing(enrolment, quiz=module.quiz)
    assert (now.left, now.may_go_on, now.shows_key) == (0, True, False)


def test_a_passed_quiz_is_not_attempted_again_in_the_same_round(alice, module):
    hand_in(alice, module, right=3)
    with pytest.raises(AlreadyPassed):
        begin(alice, module)


def test_doing_the_module_again_gives_new_attempts_and_closes_the_old_round(alice, module):
    old = hand_in(alice, module, right=3).enrolment
    new = start_again(old, at=NOON)
    attempt = start_or_resume_attempt(new, quiz=module.quiz)
    assert (attempt.number, standing(new, quiz=module.quiz).left) == (1, 2)
    with pytest.raises(RoundIsOver):
        start_or_resume_attempt(old, quiz=module.quiz)


def use_up(user, module):
    for _ in range(3):
        enrolment = hand_in(user, module, right=0).enrolment
    return enrolment


def test_a_lead_can_allow_one_more_attempt_and_the_audit_trail_says_so(alice, bob, module):
    enrolment = use_up(alice, module)
    allow_more_attempts(enrolment, quiz=module.quiz, by=bob, at=NOON)
    assert standing(enrolment, quiz=module.quiz).left == 1
    assert begin(alice, module).number == 4
    event = AuditEvent.objects.get()
    assert (event.actor, event.action, event.subject_id) == (bob, "allowed more attempts", str(enrolment.pk))
    assert event.organisation == bob.memberships.get().organisation


def test_an_outsider_and_the_learner_cannot_allow_more_attempts(alice, bob, charlie, module):
    enrolment = use_up(alice, module)
    for person in (charlie, alice):
        with pytest.raises(NotTheirLead):
            allow_more_attempts(enrolment, quiz=module.quiz, by=person)
    own = use_up(bob, module)
    with pytest.raises(NotTheirLead):
        allow_more_attempts(own, quiz=module.quiz, by=bob)
    assert AttemptGrant.objects.count() == 0


def test_more_attempts_are_allowed_only_when_none_is_left(alice, bob, module):
    enrolment = hand_in(alice, module, right=0).enrolment
    with pytest.raises(AttemptError):
        allow_more_attempts(enrolment, quiz=module.quiz, by=bob)
