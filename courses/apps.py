"""Application settings of courses: old addresses of modules and lessons go on answering."""

from django.apps import AppConfig


class CoursesConfig(AppConfig):
    name = "courses"
    label = "courses"
    verbose_name = "Courses"

    def ready(self) -> None:
        from courses.domain.addresses import lesson_addresses, module_addresses
        from courses.models import Lesson, Module
        from lms.editorial.domain.addresses import keep_old_addresses

        keep_old_addresses(Module, module_addresses)
        keep_old_addresses(Lesson, lesson_addresses)
