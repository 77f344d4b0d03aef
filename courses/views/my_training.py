"""My training: what the signed-in person has to do, has begun, must renew and has done."""

from datetime import timedelta

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from courses.domain import my_training as reads

SOON = timedelta(days=14)


@login_required
@require_safe
def my_training(request: HttpRequest) -> HttpResponse:
    """The person's own training; a first module to begin with when there is none."""
    today = timezone.localdate()
    training = reads.my_training(request.user, today=today)
    context = {
        "training": training,
        "leads": [] if training.has_begun else reads.leads_of(request.user),
        "today": today,
        "soon": today + SOON,
        "first": next(iter(training.suggested), None),
    }
    return render(request, "courses/my_training.html", context)
