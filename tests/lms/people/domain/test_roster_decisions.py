"""What a list does to each row, told before it happens: the sentences, the units, and what a lead may not do."""

import datetime

import pytest
from django.utils import timezone

from lms.people.domain.roster_columns import ColumnsError, check_columns, match_columns
from lms.people.models import Membership
from tests.factories.people import MembershipFactory, OrganisationFactory, TeamFactory
from tests.factories.rosters import applied_import, checked_import, told

pytestmark = pytest.mark.django_db
HEAD = "E-mail,Name,Unit,Job role,Team,Works with children,Left,Joined,Lead"
DAY = datetime.date(2026, 5, 4)


@pytest.fixture
def east(haverley):
    return OrganisationFactory(parent=haverley, name="Neighbourhood and Response East")


@pytest.fixture
def sian(east):
    """A member of a unit."""
    return MembershipFactory(
        organisation=east,
        user__email="sian@police.example.org",
        user__first_name="Siân",
        user__last_name="Llewellyn",
        job_role="Officer",
        started_on=datetime.date(2024, 1, 8),
    )


def one(bob, haverley, line: str, *, head: str = HEAD, **options) -> tuple[str, str]:
    """Action and detail of a list of one row."""
    [(_number, action, detail)] = told(checked_import(bob, haverley, head, line, **options))
    return action, detail


@pytest.mark.parametrize(
    ("line", "detail"),
    [
        ('gwen.police.example.org,"Ashworth Pryce, Gwen"', "The e-mail is missing its @: gwen.police.example.org"),
        ("gwen@police.example.org,", "Name is empty"),
        (
            "aoife@police.example.org,Aoife Fitzgerald,Neighborhood East",
            "Unit “Neighborhood East” is not known. Did you mean Neighbourhood and Response East?",
        ),
        ("aoife@police.example.org,Aoife Fitzgerald,Zzz", "Unit “Zzz” is not known."),
        ("a@police.example.org,A B,,,,maybe", "Works with children: “maybe” is neither yes nor no"),
        ("a@police.example.org,A B,,,,,soon", "Left on: “soon” is not a date. Write it like 2026-05-04 or 04/05/2026."),
        ("a@police.example.org,A B,,,,,2020-01-01,2021-01-01", "Left before joining"),
        (
            "a.police.example.org,,Zzz,,,maybe,soon",
            "The e-mail is missing its @: a.police.example.org. Name is empty. Unit “Zzz” is not known. "
            "Left on: “soon” is not a date. Write it like 2026-05-04 or 04/05/2026. "
            "Works with children: “maybe” is neither yes nor no.",
        ),
    ],
)
def test_a_row_that_cannot_be_used_says_why(bob, haverley, east, line, detail):
    assert one(bob, haverley, line) == ("refused", detail)


def test_the_same_address_twice_names_the_first_row(bob, haverley):
    found = checked_import(bob, haverley, HEAD, "a@police.example.org,A B", "A@Police.Example.org,C D")
    assert told(found)[1] == (3, "refused", "Same e-mail as row 2")


def test_a_new_person_is_created_and_told_so(bob, haverley):
    line = "new@police.example.org,New Person"
    assert one(bob, haverley, line) == ("create", "New person.")


def test_a_change_of_job_role_and_flag_is_told_in_words(bob, haverley, sian):
    assert one(bob, haverley, 'sian@police.example.org,"Llewellyn, Siân",,Detective,,yes') == (
        "update",
        "Job role: Officer becomes Detective; Works with children: no becomes yes",
    )


def test_a_mover_is_told_with_both_units_and_the_day(bob, haverley, sian):
    OrganisationFactory(parent=haverley, name="West")
    line = 'sian@police.example.org,"Llewellyn, Siân",West'
    detail = "From Neighbourhood and Response East to West, on 4 May 2026. History kept."
    assert one(bob, haverley, line, on=DAY) == ("move", detail)


def test_a_leaver_is_told_with_the_day(bob, haverley, sian):
    line = 'sian@police.example.org,"Llewellyn, Siân",,,,,2026-05-04'
    assert one(bob, haverley, line) == (
        "end",
        "Membership in Neighbourhood and Response East ends on 4 May 2026. Certificates kept.",
    )


def test_an_empty_cell_changes_nothing(bob, haverley, sian):
    assert one(bob, haverley, 'sian@police.example.org,"Llewellyn, Siân",,,,,,,') == ("unchanged", "")


def test_two_units_of_one_name_have_to_be_told_apart(bob, haverley, east):
    west = OrganisationFactory(parent=haverley, name="West")
    for above in (east, west):
        OrganisationFactory(parent=above, name="Control Room")
    line = "new@police.example.org,New Person,Control Room"
    assert one(bob, haverley, line)[0] == "refused"
    assert one(bob, haverley, "new@police.example.org,New Person,West / Control Room")[0] == "create"


@pytest.mark.parametrize(
    ("line", "detail"),
    [
        ("bob@police.example.org,Bob Example,,,,,2026-05-04", "You cannot end your own membership"),
        ("bob@police.example.org,Bob Example,West", "You cannot move yourself away from what you lead"),
        ("bob@police.example.org,Bob Example,,,,,,,no", "You cannot stop being a lead by yourself"),
    ],
)
def test_a_lead_cannot_end_move_or_demote_themselves(bob, haverley, line, detail):
    OrganisationFactory(parent=haverley, name="West")
    action, words = one(bob, haverley, line)
    assert (action, words.split(".")[0]) == ("refused", detail)


def test_people_not_in_the_file_stay_unless_the_lead_says_otherwise(bob, haverley, alice):
    line = "bob@police.example.org,Bob Example"
    assert told(checked_import(bob, haverley, HEAD, line)) == [(2, "unchanged", "")]
    ended = (None, "end", "Not in this file. Membership in Haverley Police ends on 4 May 2026. Certificates kept.")
    MembershipFactory._meta.model.objects.filter(user=alice).update(started_on="2024-01-01")
    assert told(checked_import(bob, haverley, HEAD, line, end_missing=True, on=DAY))[-1] == ended


def test_the_lead_and_people_of_other_organisations_are_never_missing(bob, haverley, charlie, dana):
    found = checked_import(bob, haverley, HEAD, "dana@police.example.org,Dana Example", end_missing=True)
    assert told(found) == [(2, "unchanged", "")]


def test_somebody_with_a_mistake_in_the_address_is_not_ended_for_it(bob, haverley, alice):
    line = '"alice.police.example.org","Example, Alice"'
    found = checked_import(bob, haverley, HEAD, line, end_missing=True)
    assert [row[1] for row in told(found)] == ["refused"]


def test_a_person_known_elsewhere_alone_reads_like_a_new_one(bob, haverley, charlie):
    known = one(bob, haverley, "charlie@council.example.org,Somebody Else")
    assert known == one(bob, haverley, "nobody@council.example.org,Somebody Else")


def test_a_list_for_a_unit_says_where_somebody_is_already_as_far_as_the_lead_sees_it(bob, east, alice, charlie):
    MembershipFactory(user=charlie, organisation=alice.memberships.get().organisation)
    for line in ("alice@police.example.org,Alice Example", "charlie@council.example.org,Charlie Example"):
        assert one(bob, east, line) == ("create", "Is in Haverley Police and stays there too.")
    lead_there = MembershipFactory(organisation=east, is_lead=True).user
    assert one(lead_there, east, "alice@police.example.org,Alice Example") == ("create", "New person.")


def test_the_name_of_somebody_who_is_elsewhere_too_is_not_changed_and_not_told(bob, haverley, alice, elsewhere):
    line = "alice@police.example.org,Another Name"
    assert one(bob, haverley, line) == ("update", "Name: Alice Example becomes Another Name")
    MembershipFactory(user=alice, organisation=elsewhere, ended_on=timezone.localdate())
    assert one(bob, haverley, line) == ("unchanged", "")


def test_everything_a_list_can_say_is_carried_over(bob, haverley, east):
    TeamFactory(organisation=east, name="Response A")
    line = "new@police.example.org,New Person,Neighbourhood & Response East,Officer,response a,yes,,2025-02-03,"
    applied_import(bob, haverley, HEAD, line)
    membership = Membership.objects.get(user__email="new@police.example.org")
    assert (membership.organisation, membership.team.name, membership.job_role) == (east, "Response A", "Officer")
    assert (membership.is_child_facing, membership.is_lead) == (True, False)
    assert membership.started_on == datetime.date(2025, 2, 3)
    assert membership.user.full_name == "New Person"


def test_columns_are_guessed_and_remembered_for_the_organisation(bob, haverley, elsewhere):
    headers = ["Mail address", "Surname", "Forename", "Rank", "Payroll"]
    guessed = {
        "Mail address": "email",
        "Surname": "last_name",
        "Forename": "first_name",
        "Rank": "job_role",
        "Payroll": "",
    }
    assert match_columns(headers, organisation=haverley) == guessed
    checked_import(bob, haverley, "E-mail,Name", "a@police.example.org,A B")
    assert haverley.roster_columns.fields_by_header == {"e-mail": "email", "name": "full_name"}


@pytest.mark.parametrize(
    "matched", [{"A": "email"}, {"A": "full_name"}, {"A": "email", "B": "email", "C": "full_name"}, {}]
)
def test_without_an_address_and_a_name_there_is_no_check(matched):
    with pytest.raises(ColumnsError):
        check_columns(matched)
