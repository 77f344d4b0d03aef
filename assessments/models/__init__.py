"""Questions, quizzes and attempts."""

from assessments.models.attempt import Answer, AttemptGrant, QuizAttempt
from assessments.models.question import AnswerOption, Question
from assessments.models.quiz import Quiz, QuizQuestion

__all__ = ["Answer", "AnswerOption", "AttemptGrant", "Question", "Quiz", "QuizAttempt", "QuizQuestion"]
