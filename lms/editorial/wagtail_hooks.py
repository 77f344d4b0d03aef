"""Keeps snippets that records depend on from being deleted, one or many at a time, and says why and how many."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from wagtail import hooks

from lms.editorial.domain.dependents import explanation, records_kept_by


@hooks.register("before_delete_snippet")
def explain_instead_of_failing(request, instances):
    """Answer the delete page, and the delete itself, with an explanation; without it PROTECT is an error page."""
    instances = list(instances)
    records = records_kept_by(instances, with_content=request.method == "POST")
    if not records:
        return None
    messages.error(request, explanation(instances, records))
    return redirect(reverse(instances[0].snippet_viewset.get_url_name("list")))
