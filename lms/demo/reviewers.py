"""Reviewers by name of one section: two people read drafts of reports and legislation before they are public."""

from django.utils.translation import gettext as _
from wagtail.models import WorkflowPage

from lms.demo.people import EXPERT, LIVED_EXPERIENCE
from lms.editorial.domain.approval import name_reviewers
from lms.editorial.models import NamedReviewersTask
from lms.people.models import User
from toolkit_pages.models import LawLibraryPage

Part = NamedReviewersTask.Part


def seed_reviewers(people: dict[str, User]) -> None:
    """Name the reviewers of the section, unless an administrator has given it a workflow."""
    section = LawLibraryPage.objects.live().first()
    if section is None or WorkflowPage.objects.filter(page=section).exists():
        return
    steps = [(Part.SUBJECT, people[EXPERT.email]), (Part.LIVED_EXPERIENCE, people[LIVED_EXPERIENCE.email])]
    name_reviewers(section, name=_("Read by two reviewers"), steps=steps)
