"""Courses, modules, lessons, and what learners did with them."""

from courses.models.assignment import Assignment, Exemption, Requirement
from courses.models.certificate import Certificate
from courses.models.course import Course, CourseModule
from courses.models.enrolment import Enrolment
from courses.models.evidence import Evidence
from courses.models.lesson import Lesson
from courses.models.module import Exploitation, HelpedPeople, Module, ModuleLesson, ModulePrerequisite, Sector
from courses.models.progress import LessonProgress
from courses.models.reminder import ReminderTimetable
from courses.models.scorm import (
    Commit,
    Interaction,
    Launch,
    PackageVersion,
    ScormAttempt,
    ScormItemState,
    ScormPackage,
)
from courses.models.standing import DayCount, ModuleStanding, Standing

__all__ = [
    "Assignment",
    "Certificate",
    "Commit",
    "Course",
    "CourseModule",
    "DayCount",
    "Enrolment",
    "Evidence",
    "Exemption",
    "Exploitation",
    "HelpedPeople",
    "Interaction",
    "Launch",
    "Lesson",
    "LessonProgress",
    "Module",
    "ModuleLesson",
    "ModulePrerequisite",
    "ModuleStanding",
    "PackageVersion",
    "ReminderTimetable",
    "Requirement",
    "ScormAttempt",
    "ScormItemState",
    "ScormPackage",
    "Sector",
    "Standing",
]
