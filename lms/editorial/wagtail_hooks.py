"""Keeps snippets that learner records depend on from being deleted, one or many at a time, and says why."""

from django.contrib import messages
from django.db.models import ProtectedError
from django.db.models.deletion import Collector
from django.shortcuts import redirect
from django.urls import reverse
from wagtail import hooks

from lms.editorial.views import explain_protection


@hooks.register("before_delete_snippet")
def explain_instead_of_failing(request, instances):
    """When a delete is confirmed, try it out first: a record with PROTECT would make it an error page."""
    if request.method != "POST" or not instances:
        return None
    collector = Collector(using=instances[0]._state.db or "default", origin=list(instances))
    try:
        collector.collect(list(instances))
    except ProtectedError as error:
        messages.error(request, explain_protection(error))
        return redirect(reverse(instances[0].snippet_viewset.get_url_name("list")))
    return None
