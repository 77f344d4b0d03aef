"""Registers what viewsets.py defines with the Wagtail admin."""

from wagtail.snippets.models import register_snippet

from assessments.viewsets import AssessmentsViewSetGroup

register_snippet(AssessmentsViewSetGroup)
