"""Endorsements of training, ours and others': nothing counts without a body, a day and evidence, all in date."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from courses.models import Module
from toolkit_pages.models import TrainingEntryPage


@dataclass(frozen=True)
class Endorsement:
    """Who endorses a training today, since when, where that can be read, and until when; None when no end was set."""

    body: str
    on: date
    evidence: str
    until: date | None


def endorsement_of(training: Module | TrainingEntryPage, *, today: date | None = None) -> Endorsement | None:
    """The endorsement in date, its last day included; None without a body, a day and evidence."""
    today = today or timezone.localdate()
    body, on, until = training.endorsed_by.strip(), training.endorsed_on, training.endorsement_expires_on
    if not (body and on and training.endorsement_evidence):
        return None
    if on > today or (until is not None and until < today):
        return None
    return Endorsement(body, on, training.endorsement_evidence, until)
