"""Two years of training of the county's people, as rows: what thousands of visits would have left behind."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random

from dateutil.relativedelta import relativedelta
from django.db.models import F, Model
from django.utils import timezone

from assessments.domain.marking import percent
from assessments.domain.paper import build_paper
from assessments.models import Answer, Quiz, QuizAttempt
from courses.domain.certificates import new_number
from courses.models import Certificate, Enrolment, Lesson, LessonProgress, Module
from lms.demo.county.stories import Story
from lms.design_system.models import SiteSettings
from lms.people.models import User


@dataclass
class Rows:
    """Rows to be written, in the order in which they depend on each other."""

    enrolments: list[Enrolment] = field(default_factory=list)
    progress: list[LessonProgress] = field(default_factory=list)
    attempts: list[QuizAttempt] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    certificates: list[Certificate] = field(default_factory=list)

    def write(self) -> None:
        """Write all of them, a few hundred at a time."""
        tables: Iterable[tuple[type[Model], list]] = (
            (Enrolment, self.enrolments),
            (LessonProgress, self.progress),
            (QuizAttempt, self.attempts),
            (Answer, self.answers),
            (Certificate, self.certificates),
        )
        for model, rows in tables:
            model._default_manager.bulk_create(rows, batch_size=400)
        begun = Enrolment.objects.filter(pk__in=[row.pk for row in self.enrolments])
        begun.update(created_at=F("started_at"))


class History:
    """Makes the rows of one module's training; the same people get the same history on every machine."""

    def __init__(self, module: Module) -> None:
        places = module.module_lessons.select_related("lesson").order_by("sort_order")
        self.module = module
        self.lessons = [place.lesson for place in places]
        self.quiz = Quiz.objects.filter(lesson__in=self.lessons).select_related("lesson").first()
        self.random = Random(29)  # noqa: S311
        self.paper = build_paper(self.quiz, shuffle=self.random.shuffle) if self.quiz else {"questions": []}
        self.issuer = (SiteSettings.objects.order_by("pk").first() or SiteSettings()).full_name
        self.rows = Rows()

    def add(self, user: User, story: Story, *, today: date) -> None:
        """All rounds of one person, the last of them current."""
        days: list[tuple[date, Callable]] = [(day, self.complete) for day in story.completed]
        if story.stage == "in_progress":
            days.append((today - timedelta(days=self.random.randint(1, 25)), self.begin))
        for number, (day, make) in enumerate(days, start=1):
            at = timezone.make_aware(
                datetime.combine(day, time(self.random.randint(8, 16), self.random.randint(0, 59)))
            )
            enrolment = Enrolment(
                user=user, module=self.module, round=number, is_current=number == len(days), started_at=at
            )
            self.rows.enrolments.append(enrolment)
            make(enrolment, story, at)

    def begin(self, enrolment: Enrolment, story: Story, at: datetime) -> None:
        """Some lessons done and the next one open."""
        done = self.random.randint(1, max(1, len(self.lessons) - 3))
        at = self.read(enrolment, self.lessons[:done], at)
        current = self.lessons[done]
        self.rows.progress.append(
            LessonProgress(enrolment=enrolment, lesson=current, started_at=at, last_seen_at=at, seconds=40)
        )
        enrolment.state, enrolment.last_lesson, enrolment.last_active_at = Enrolment.State.IN_PROGRESS, current, at

    def complete(self, enrolment: Enrolment, story: Story, at: datetime) -> None:
        """Every lesson read, the quiz passed, the certificate issued."""
        at = self.read(enrolment, self.lessons, at)
        enrolment.state = Enrolment.State.COMPLETED
        enrolment.completed_at = enrolment.last_active_at = at
        enrolment.last_lesson = self.lessons[-1]
        self.rows.certificates.append(self.certificate(enrolment, story, timezone.localtime(at).date()))

    def read(self, enrolment: Enrolment, lessons: list[Lesson], at: datetime) -> datetime:
        """Go through the lessons, a few minutes each; answers when the last one was completed."""
        for lesson in lessons:
            began = at
            at += timedelta(seconds=self.random.randint(40, 100) * max(1, lesson.minutes))
            progress = LessonProgress(
                enrolment=enrolment,
                lesson=lesson,
                state=LessonProgress.State.COMPLETED,
                seconds=round((at - began).total_seconds()),
                started_at=began,
                last_seen_at=at,
                completed_at=at,
            )
            if self.quiz and lesson == self.quiz.lesson:
                right = self.answer(enrolment, began, at)
                progress.score_percent = percent(right, of=len(self.paper["questions"]))
                progress.score_text = f"{right} of {len(self.paper['questions'])}"
            self.rows.progress.append(progress)
        return at

    def answer(self, enrolment: Enrolment, began: datetime, at: datetime) -> int:
        """One passed attempt; answers how many questions were right."""
        questions = self.paper["questions"]
        pass_mark = min(self.quiz.pass_mark, len(questions))
        right = self.random.randint(pass_mark, len(questions))
        attempt = QuizAttempt(
            enrolment=enrolment,
            quiz=self.quiz,
            number=1,
            paper=self.paper,
            pass_mark=pass_mark,
            started_at=began,
            submitted_at=at,
            right_count=right,
            passed=True,
        )
        self.rows.attempts.append(attempt)
        wrong = set(self.random.sample(range(len(questions)), len(questions) - right))
        for number, question in enumerate(questions):
            other = [option["id"] for option in question["options"] if option["id"] not in question["key"]]
            chosen = [self.random.choice(other)] if number in wrong else question["key"]
            self.rows.answers.append(
                Answer(
                    attempt=attempt,
                    question_key=question["id"],
                    chosen=chosen,
                    is_right=number not in wrong,
                    saved_at=began + timedelta(seconds=20 * (number + 1)),
                )
            )
        return right

    def certificate(self, enrolment: Enrolment, story: Story, day: date) -> Certificate:
        """The certificate in the words of its day."""
        scored = next((row.score_text for row in reversed(self.rows.progress) if row.score_text), "")
        return Certificate(
            enrolment=enrolment,
            number=new_number(),
            user=enrolment.user,
            module=self.module,
            holder_name=enrolment.user.full_name,
            module_title=self.module.title,
            tier=self.module.tier,
            minutes=self.module.minutes,
            assessed_by=scored,
            organisation_name=story.came_from if story.moved and day < story.moved else story.body.name,
            issuer_name=self.issuer,
            facts_checked_on=self.module.facts_checked_on,
            completed_on=day,
            expires_on=day + relativedelta(months=self.module.validity_months) if self.module.validity_months else None,
            issued_at=enrolment.completed_at,
        )
