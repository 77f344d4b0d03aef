"""Application settings of lms.freshness."""

from django.apps import AppConfig


class FreshnessConfig(AppConfig):
    name = "lms.freshness"
    label = "freshness"
    verbose_name = "Freshness"
