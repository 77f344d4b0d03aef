"""Courses, modules, lessons, and what learners did with them."""

from courses.models.certificate import Certificate
from courses.models.course import Course, CourseModule
from courses.models.enrolment import Enrolment
from courses.models.lesson import Lesson
from courses.models.module import Module, ModuleLesson, ModulePrerequisite, Sector
from courses.models.progress import LessonProgress
from courses.models.scorm import (
    Commit,
    Interaction,
    Launch,
    PackageVersion,
    ScormAttempt,
    ScormItemState,
    ScormPackage,
)

__all__ = [
    "Certificate",
    "Commit",
    "Course",
    "CourseModule",
    "Enrolment",
    "Interaction",
    "Launch",
    "Lesson",
    "LessonProgress",
    "Module",
    "ModuleLesson",
    "ModulePrerequisite",
    "PackageVersion",
    "ScormAttempt",
    "ScormItemState",
    "ScormPackage",
    "Sector",
]
