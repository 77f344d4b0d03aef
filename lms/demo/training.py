"""The starter training: modules T1 and T2 with their lessons, a SCORM package and a quiz each."""

from typing import Any

from assessments.models import AnswerOption, Question, Quiz, QuizQuestion
from courses.models import Course, CourseModule, Lesson, Module, ModuleLesson, ScormPackage
from lms.authorities.models import Authority
from lms.demo.content import t1, t2
from lms.demo.content.t1 import questions as t1_questions
from lms.demo.content.t2 import questions as t2_questions
from lms.demo.packages import seed_car_wash_package
from lms.demo.publishing import as_blocks, facts, publish

Authorities = dict[str, Authority]


def seed_training(authorities: Authorities) -> Module:
    """Modules T1 and T2, published, in their course; what is there already is left as editors have made it.

    Answers module T1, the one that everybody takes.
    """
    package = seed_car_wash_package()
    modules = []
    for content, questions in ((t1, t1_questions), (t2, t2_questions)):
        lessons = [seed_lesson(entry, authorities, package) for entry in content.LESSONS]
        modules.append(seed_module(content.MODULE, lessons, authorities))
        lesson = Lesson.objects.get(slug=questions.QUIZ["lesson"])
        seed_quiz(lesson, questions.QUIZ, questions.QUESTIONS, authorities)
    seed_course(modules)
    return modules[0]


def seed_lesson(entry: dict[str, Any], authorities: Authorities, package: ScormPackage) -> Lesson:
    """One lesson, published."""
    found = Lesson.objects.filter(slug=entry["slug"]).first()
    if found:
        return found
    return publish(
        Lesson(
            title=entry["title"],
            slug=entry["slug"],
            neutral_title=entry.get("neutral_title", ""),
            kind=entry["kind"],
            minutes=entry["minutes"],
            lead=entry["lead"],
            body=as_blocks(entry["body"]),
            scorm_package=package if entry["kind"] == "scorm" else None,
            text_alternative=entry.get("text_alternative", ""),
            is_sample=True,
            **facts(entry, authorities),
        )
    )


def seed_module(entry: dict[str, Any], lessons: list[Lesson], authorities: Authorities) -> Module:
    """The module with its lessons in order, published."""
    found = Module.objects.filter(slug=entry["slug"]).first()
    if found:
        return found
    module = Module(
        title=entry["title"],
        slug=entry["slug"],
        neutral_title=entry["neutral_title"],
        summary=entry["summary"],
        audience=entry["audience"],
        sectors=["police", "council", "health", "fire", "housing", "education", "charity"],
        tier=entry["tier"],
        minutes=entry["minutes"],
        about=entry["about"],
        exploitation=entry["exploitation"],
        outcomes=[("outcome", text) for text in entry["outcomes"]],
        content_note=entry["content_note"],
        validity_months=entry["validity_months"],
        is_suggested=entry.get("is_suggested", False),
        is_sample=True,
        **facts(entry, authorities),
    )
    module.module_lessons = [ModuleLesson(lesson=lesson, sort_order=order) for order, lesson in enumerate(lessons)]
    return publish(module)


def seed_course(modules: list[Module]) -> Course:
    """The course the modules belong to, published."""
    found = Course.objects.filter(slug="modern-slavery-training").first()
    if found:
        return found
    course = Course(
        title="Modern slavery training",
        slug="modern-slavery-training",
        summary="Three tiers: seeing it, responding safely, and referring and supporting.",
    )
    course.course_modules = [CourseModule(module=module, sort_order=order) for order, module in enumerate(modules)]
    return publish(course)


def seed_quiz(lesson: Lesson, rules: dict[str, Any], entries: list[dict[str, Any]], authorities: Authorities) -> Quiz:
    """The quiz of the last lesson with its questions, published."""
    found = Quiz.objects.filter(lesson=lesson).first()
    if found:
        return found
    questions = [seed_question(entry, authorities) for entry in entries]
    quiz = Quiz(
        title=rules["title"],
        lesson=lesson,
        purpose=rules["purpose"],
        pass_mark=rules["pass_mark"],
        attempts_allowed=rules["attempts"],
        shuffle_questions=rules["shuffle_questions"],
        shuffle_options=rules["shuffle_options"],
    )
    quiz.quiz_questions = [QuizQuestion(question=question, sort_order=i) for i, question in enumerate(questions)]
    return publish(quiz)


def seed_question(entry: dict[str, Any], authorities: Authorities) -> Question:
    """One question with its options, published."""
    found = Question.objects.filter(text=entry["text"]).first()
    if found:
        return found
    question = Question(
        text=entry["text"],
        kind=entry["kind"],
        feedback=entry["feedback"],
        review_lesson=Lesson.objects.filter(slug=entry["review_lesson"]).first(),
        review_hint=entry["review_hint"],
        **facts(entry, authorities),
    )
    question.options = [
        AnswerOption(text=option["text"], is_correct=option["correct"], feedback=option["feedback"], sort_order=order)
        for order, option in enumerate(entry["options"])
    ]
    return publish(question)
