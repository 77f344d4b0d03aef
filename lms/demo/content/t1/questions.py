"""The quiz that ends module T1: its 10 questions in order, and its rules."""

from lms.demo.content.t1 import questions_reporting, questions_seeing

QUESTIONS = questions_seeing.QUESTIONS + questions_reporting.QUESTIONS

QUIZ = {
    "lesson": "check-what-you-know",
    "title": "Check what you know",
    "purpose": "graded",
    "pass_mark": 8,
    "attempts": 3,
    "shuffle_options": True,
    "shuffle_questions": False,
    "score_that_counts": "highest",
    "questions": [question["key"] for question in QUESTIONS],
}
