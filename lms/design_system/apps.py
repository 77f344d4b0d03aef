"""Application settings of lms.design_system."""

from django.apps import AppConfig


class DesignSystemConfig(AppConfig):
    name = "lms.design_system"
    label = "design_system"
    verbose_name = "Design system"
