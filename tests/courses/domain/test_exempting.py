"""Exempting people: at once, for as long as it holds, in the organisation's part of the tree alone."""

import datetime

import pytest
from django.utils import timezone

from courses.domain.assigning import sweep
from courses.domain.exempting import ExemptionError, end_exemption, exempt
from courses.models import Exemption, Requirement, Standing
from lms.audit.models import AuditEvent
from lms.people.domain.errors import NotAllowed
from lms.people.models import Membership
from tests.factories.assigning import ExemptionFactory, give_out
from tests.factories.courses import complete, module_of
from tests.factories.people import MembershipFactory, OrganisationFactory

pytestmark = pytest.mark.django_db


def today() -> datetime.date:
    return timezone.localdate()


def days(count: int) -> datetime.timedelta:
    return datetime.timedelta(days=count)


@pytest.fixture
def asked(bob, alice, haverley):
    """Two modules asked of everybody, due in ten days."""
    Membership.objects.update(started_on=today() - days(100))
    modules = [module_of(1), module_of(1)]
    for module in modules:
        give_out(bob, haverley, module=module, due_on=today() + days(10))
    sweep()
    return modules


def states(user) -> list[str]:
    return list(Requirement.objects.of(user).order_by("module").values_list("state", flat=True))


def test_an_exemption_holds_at_once_for_one_module_or_all_and_ends_at_once(asked, alice, bob, haverley):
    one = exempt(bob, user=alice, organisation=haverley, module=asked[0], reason="Knows it", begins_on=today())
    assert states(alice) == ["exempt", "to_do"]
    assert states(bob) == ["to_do", "to_do"]
    assert Standing.objects.get(user=alice).required == 1
    every = exempt(bob, user=alice, organisation=haverley, module=None, reason="On leave", begins_on=today())
    assert states(alice) == ["exempt", "exempt"]
    assert Standing.objects.get(user=alice).required == 0
    end_exemption(bob, every)
    end_exemption(bob, every)
    assert states(alice) == ["exempt", "to_do"]
    end_exemption(bob, one)
    assert states(alice) == ["to_do", "to_do"]
    assert set(Requirement.objects.of(alice).values_list("next_reminder_on", flat=True)) == {today()}
    assert list(AuditEvent.objects.filter(organisation=haverley).order_by("pk").values_list("action", flat=True))[
        -4:
    ] == ["exempted", "exempted", "ended exemption", "ended exemption"]


def test_the_audit_trail_names_who_is_exempt_from_what_and_until_when(alice, bob, haverley):
    module = module_of(1)
    module.title, until = "T1 Seeing it", datetime.date(2099, 6, 1)
    exempt(bob, user=alice, organisation=haverley, module=module, reason="Leave", begins_on=today(), ends_on=until)
    exempt(bob, user=alice, organisation=haverley, module=None, reason="Leave", begins_on=today())
    assert list(AuditEvent.objects.filter(action="exempted").order_by("pk").values_list("subject_text", flat=True)) == [
        "Alice Example, from T1 Seeing it, until 1 June 2099",
        "Alice Example, from all training, until it is ended",
    ]


def test_it_begins_and_ends_by_itself_and_a_date_that_passed_moves(asked, alice, bob, haverley):
    first, last = today() + days(2), today() + days(40)
    exempt(bob, user=alice, organisation=haverley, module=None, reason="On leave", begins_on=first, ends_on=last)
    at = timezone.make_aware(datetime.datetime.combine(today(), datetime.time(12)))  # after the night's sweep is due
    assert states(alice) == ["to_do", "to_do"]
    sweep(at + days(2))
    assert states(alice) == ["exempt", "exempt"]
    sweep(at + days(40))
    assert states(alice) == ["exempt", "exempt"]
    sweep(at + days(41))
    assert states(alice) == ["to_do", "to_do"]
    assert set(Requirement.objects.of(alice).values_list("due_on", flat=True)) == {today() + days(71)}


def test_ending_one_that_has_held_keeps_it_with_its_last_day(asked, alice, bob, haverley):
    held = ExemptionFactory(user=alice, organisation=haverley, created_by=bob, begins_on=today() - days(5))
    end_exemption(bob, held)
    held.refresh_from_db()
    assert held.ends_on == today() - days(1)


def test_what_is_done_stays_done_and_what_is_done_meanwhile_counts(asked, alice, bob, haverley):
    complete(alice, asked[0])
    exempt(bob, user=alice, organisation=haverley, module=None, reason="On leave", begins_on=today())
    assert states(alice) == ["done", "exempt"]
    complete(alice, asked[1])
    assert states(alice) == ["done", "done"]


def test_a_unit_s_exemption_holds_there_and_for_what_its_parent_asks(asked, alice, bob, haverley):
    unit = OrganisationFactory(parent=haverley, name="Call centre")
    person = MembershipFactory(organisation=unit, started_on=today() - days(50)).user
    sweep(timezone.now() + datetime.timedelta(minutes=1))
    exempt(bob, user=person, organisation=unit, module=None, reason="On leave", begins_on=today())
    assert states(person) == ["exempt", "exempt"]


def test_only_a_lead_of_the_person_s_organisation_exempts(charlie, asked, alice, bob, haverley, elsewhere):
    fields = {"module": None, "reason": "On leave", "begins_on": today()}
    for actor, user, organisation in [
        (charlie, alice, haverley),
        (charlie, alice, elsewhere),
        (bob, charlie, elsewhere),
        (bob, charlie, haverley),
        (alice, alice, haverley),
    ]:
        with pytest.raises(NotAllowed):
            exempt(actor, user=user, organisation=organisation, **fields)
    made = exempt(bob, user=alice, organisation=haverley, **fields)
    with pytest.raises(NotAllowed):
        end_exemption(charlie, made)
    assert states(alice) == ["exempt", "exempt"]


@pytest.mark.parametrize("wrong", [{"reason": " "}, {"ends_on": datetime.date(2000, 1, 1)}])
def test_a_wrong_exemption_changes_nothing(asked, alice, bob, haverley, wrong):
    fields = {"module": None, "reason": "On leave", "begins_on": today(), **wrong}
    with pytest.raises(ExemptionError):
        exempt(bob, user=alice, organisation=haverley, **fields)
    assert Exemption.objects.count() == 0
    assert states(alice) == ["to_do", "to_do"]
