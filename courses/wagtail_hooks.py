"""Registers what viewsets.py defines with the Wagtail admin."""

from wagtail.snippets.models import register_snippet

from courses.viewsets import TrainingViewSetGroup

register_snippet(TrainingViewSetGroup)
