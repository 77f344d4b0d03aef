"""What a learner sees of the training that their lead asks for: My training and the module's page."""

import datetime

import pytest
from django.utils import timezone

from courses.domain.progress import open_lesson
from courses.models import Enrolment, Requirement
from tests.factories.assigning import ask
from tests.factories.courses import complete, module_of

pytestmark = pytest.mark.django_db
REASON = "You meet the public."


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def see(client):
    """The page as the user gets it."""

    def get(user, url="/my-training/"):
        client.force_login(user)
        response = client.get(url)
        assert response.status_code == 200
        return " ".join(response.content.decode().split())

    return get


def test_my_training_says_who_asks_why_and_by_when(see, alice, bob, haverley, today):
    due = today + datetime.timedelta(days=9)
    ask(alice, haverley, lead=bob, module=module_of(1, title="T2 Responding"), due_on=due, assignment__reason=REASON)

    html = see(alice)

    for words in ("T2 Responding</a>", "Assigned by Haverley Police", REASON, "In 9 days", f"Due on {due:%-d %B %Y}"):
        assert words in html
    assert "Nothing to do yet" not in html


def test_what_is_late_says_so_and_comes_first(see, alice, bob, haverley, today):
    ask(alice, haverley, lead=bob, module=module_of(1, title="T1 Later"))
    late = today - datetime.timedelta(days=3)
    ask(alice, haverley, lead=bob, module=module_of(1, title="T2 Late"), due_on=late)

    html = see(alice)

    assert html.index("T2 Late</a>") < html.index("T1 Later</a>")
    assert "3 days late" in html
    assert f"Was due on {late:%-d %B %Y}" in html


def test_what_is_recommended_is_never_late(see, alice, bob, haverley, today):
    past = today - datetime.timedelta(days=3)
    module = module_of(1)
    ask(alice, haverley, lead=bob, module=module, due_on=past, assignment__is_mandatory=False)

    for html in (see(alice), see(alice, module.get_absolute_url())):
        assert "not required" in html
        assert "late" not in html
        assert "No date" not in html
    assert "Not started" in see(alice)


def test_the_exempt_are_told_so(see, alice, bob, haverley):
    module = module_of(1)
    ask(alice, haverley, lead=bob, module=module, state=Requirement.State.EXEMPT)
    assert "Exempt for now" in see(alice)
    assert "You are exempt from this for now." in see(alice, module.get_absolute_url())


def test_the_module_to_go_on_with_says_when_it_is_due(see, alice, bob, haverley, today):
    module = module_of(2)
    ask(alice, haverley, lead=bob, module=module, due_on=datetime.date(2126, 6, 12))
    enrolment = Enrolment.objects.create(user=alice, module=module)
    open_lesson(enrolment, lesson=module.published_lessons()[0].lesson)

    html = see(alice)

    assert "Due Wednesday 12 June 2126" in html
    assert "To do</h2>" not in html


def test_the_module_page_says_what_the_lead_asks(see, alice, bob, haverley):
    module = module_of(1)
    due = datetime.date(2126, 6, 12)
    ask(alice, haverley, lead=bob, module=module, due_on=due, assignment__reason=REASON)

    html = see(alice, module.get_absolute_url())

    assert "Your training lead asks you to finish this by <b>Wednesday 12 June 2126</b>" in html
    assert REASON in html
    assert "Due Wednesday 12 June 2126, by Haverley Police" in html


def test_a_module_asked_again_can_be_done_again_before_its_certificate_runs_out(client, see, alice, bob, haverley):
    module = module_of(1, validity_months=36)
    complete(alice, module)
    ask(alice, haverley, lead=bob, module=module, cycle=2)

    assert "Your training lead asks you to do this again by" in see(alice, module.get_absolute_url())
    assert client.post(f"/training/{module.slug}/again/").status_code == 302
    assert Enrolment.objects.get(user=alice, is_current=True).round == 2


def test_nobody_sees_what_is_asked_of_somebody_else(see, alice, bob, charlie, haverley):
    module = module_of(1, title="T2 Responding")
    ask(alice, haverley, lead=bob, module=module, assignment__reason=REASON)
    for other in (bob, charlie):
        assert "T2 Responding" not in see(other)
        assert REASON not in see(other, module.get_absolute_url())


@pytest.mark.parametrize("count", [1, 3])
def test_my_training_takes_as_many_queries_at_three_rows_as_at_one(
    client, alice, bob, haverley, count, django_assert_num_queries
):
    for _number in range(count):
        ask(alice, haverley, lead=bob, module=module_of(1))
    client.force_login(alice)
    client.get("/my-training/")
    with django_assert_num_queries(7):
        client.get("/my-training/")
