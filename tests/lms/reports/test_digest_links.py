"""Each line of a lead's weekly digest leads to exactly the people it counts."""

import datetime

import pytest
from django.utils import timezone

from courses.domain.digests import People, lines
from courses.domain.reminder_surroundings import Surroundings
from courses.domain.standing import refresh_standings
from courses.models import Assignment, Requirement
from lms.outbox.domain.sending import queue_email
from lms.outbox.models import OutgoingEmail
from lms.people.models import Membership, User
from tests.factories.assigning import ask
from tests.factories.courses import module_of
from tests.factories.people import MembershipFactory, OrganisationFactory

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


@pytest.fixture
def members(haverley, bob):
    """Six people of haverley and its unit, by name; one of them in both."""
    unit = OrganisationFactory(parent=haverley, name="North")
    Membership.objects.update(started_on=timezone.localdate() - 300 * DAY)
    found = {
        name: MembershipFactory(
            organisation=unit if name in ("paused", "today") else haverley,
            user__email=f"{name}@example.org",
            started_on=timezone.localdate() - 300 * DAY,
        ).user
        for name in ("late", "soon", "today", "paused", "closed", "done")
    }
    MembershipFactory(organisation=unit, user=found["soon"], started_on=timezone.localdate() - 300 * DAY)
    return found


def test_each_number_is_that_of_its_list(client, bob, haverley, members):
    today, module = timezone.localdate(), module_of(1)
    for name, days in (("late", -3), ("soon", 14), ("today", 0), ("paused", 5), ("closed", 6), ("done", 15)):
        person = members[name]
        home = person.memberships.order_by("pk").first().organisation
        ask(person, home, lead=bob, module=module, due_on=today + days * DAY)
    unit = members["today"].memberships.get().organisation
    ask(members["soon"], unit, lead=bob, module=module, due_on=today + 2 * DAY)
    ask(members["late"], haverley, lead=bob, due_on=today + 3 * DAY)
    Assignment.objects.filter(requirements__user=members["paused"]).update(state="paused")
    User.objects.filter(pk=members["closed"].pk).update(is_active=False)
    Requirement.objects.filter(user=members["done"]).update(state="done", completed_on=today - 6 * DAY)
    ask(bob, haverley, lead=bob, module=module, state="done", completed_on=today - 7 * DAY)
    back = queue_email(key="k", kind="test", to=members["late"].email, subject="S", text="T")
    OutgoingEmail.objects.filter(pk=back.pk).update(state="failed", bounced_at=timezone.now())
    refresh_standings(Membership.objects.values_list("pk", flat=True))
    counts = People(Surroundings(today=today)).counts(haverley.path)
    told = lines(counts, organisation_id=haverley.pk)
    assert [int(text.split()[0]) for text, _url in told] == [1, 5, 1, 1]
    client.force_login(bob)
    for text, url in told[:3]:
        assert client.get(url).context["page"].paginator.count == int(text.split()[0]), text
    assert client.get(told[3][1]).context["came_back_count"] == 1


def test_the_lists_hold_nobody_of_another_organisation(client, charlie, bob, haverley, members):
    today = timezone.localdate()
    ask(members["late"], haverley, lead=bob, due_on=today + 3 * DAY)
    ask(members["done"], haverley, lead=bob, state="done", completed_on=today)
    for user, number in ((bob, 1), (charlie, 0)):
        client.force_login(user)
        for state in ("soon", "lately"):
            page = client.get("/people/", {"state": state, "unit": haverley.pk})
            assert page.context["page"].paginator.count == number
