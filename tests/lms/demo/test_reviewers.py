"""Drafts of one section of the demonstration are decided by its two reviewers, who are named once."""

import pytest
from wagtail.models import Workflow, WorkflowPage

from lms.demo.people import ADMINISTRATOR, EDITOR, EXPERT, LIVED_EXPERIENCE, seed_people
from lms.demo.reviewers import seed_reviewers
from tests.factories.libraries import LawItemFactory, LawLibraryFactory
from toolkit_pages.models import LawItemPage

pytestmark = pytest.mark.django_db


def step(state):
    """The step that is open now."""
    state.refresh_from_db()
    return state.current_task_state.specific


def test_a_draft_of_law_is_read_by_the_expert_and_then_with_lived_experience(home):
    people = seed_people()
    library = LawLibraryFactory(parent=home)
    seed_reviewers(people)
    seed_reviewers(people)
    assert Workflow.objects.filter(name="Read by two reviewers").count() == 1
    page = LawItemFactory(parent=library, live=False)
    page.save_revision(user=people[EDITOR.email])
    state = page.get_workflow().start(page, people[EDITOR.email])
    for reads in (EXPERT, LIVED_EXPERIENCE):
        task = step(state).task.specific
        decides = {
            email
            for email, user in people.items()
            if "approve" in [name for name, *_more in task.get_actions(page, user)]
        }
        assert decides == {reads.email}
        step(state).approve(user=people[reads.email])
    assert LawItemPage.objects.get().live is True
    assert people[ADMINISTRATOR.email].groups.get().name == "Administrators"


def test_a_section_with_a_workflow_of_its_own_keeps_it(home):
    people = seed_people()
    library = LawLibraryFactory(parent=home)
    own = Workflow.objects.create(name="Ours", active=True)
    WorkflowPage.objects.create(page=library, workflow=own)
    seed_reviewers(people)
    assert library.get_workflow() == own
