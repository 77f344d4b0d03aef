"""A list from upload to applied: nothing changes before, and neither the same file again nor a kill does harm."""

import datetime
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from lms.audit.models import AuditEvent
from lms.outbox.models import OutgoingEmail
from lms.people.domain import roster_sweep
from lms.people.domain.errors import NotAllowed, PeopleError
from lms.people.domain.memberships import end_membership, set_place
from lms.people.domain.organisations import create_organisation
from lms.people.domain.rosters import (
    ImportMovedOn,
    ask_to_apply,
    cancel,
    counts_of,
    forget_old,
    imports_visible_to,
    set_end_missing,
    upload_roster,
)
from lms.people.models import Membership, RosterImport, RosterRow, Team, User
from tests.factories.people import MembershipFactory, OrganisationFactory
from tests.factories.rosters import applied_import, checked_import, csv_file, told

pytestmark = pytest.mark.django_db
LINES = [
    "E-mail,Name,Unit,Job role,Team,Lead",
    "alice@police.example.org,Alice Sample,,Detective,Custody,",
    "new@police.example.org,New Person,West,Officer,Desk,yes",
    "sian@police.example.org,Siân Llewellyn,West,,,",
]


@pytest.fixture
def west(haverley):
    return OrganisationFactory(parent=haverley, name="West")


@pytest.fixture
def sian(haverley):
    return MembershipFactory(
        organisation=haverley,
        user__email="sian@police.example.org",
        user__first_name="Siân",
        user__last_name="Llewellyn",
        started_on=datetime.date(2025, 1, 1),
        job_role="Officer",
    )


def state_of_everybody() -> list:
    """What a list could change."""
    rows = Membership.objects.order_by("pk").values_list("user__email", "user__last_name", "organisation", "job_role")
    return [*rows.values_list("user__email", "user__last_name", "job_role", "started_on", "ended_on", "is_lead")]


def test_a_check_changes_nobody(bob, haverley, alice, sian, west):
    before = state_of_everybody()
    found = checked_import(bob, haverley, *LINES, end_missing=True)
    assert (found.state, counts_of(found)["create"]) == ("checked", 1)
    assert state_of_everybody() == before
    assert Team.objects.count() == 0


def test_applying_creates_moves_and_updates_and_keeps_history(bob, haverley, alice, sian, west):
    day = timezone.localdate()
    found = applied_import(bob, haverley, *LINES)
    assert found.state == "applied"
    new = User.objects.get(email="new@police.example.org")
    assert (new.full_name, new.has_usable_password(), new.last_login) == ("New Person", False, None)
    assert EmailAddress.objects.filter(user=new).values_list("verified", "primary").get() == (False, True)
    assert new.memberships.values_list("organisation__name", "team__name", "is_lead").get() == ("West", "Desk", True)
    alice.refresh_from_db()
    assert (alice.full_name, alice.memberships.get().job_role) == ("Alice Sample", "Detective")
    both = sian.user.memberships.order_by("pk").values_list("organisation__name", "started_on", "ended_on", "job_role")
    first_day = datetime.date(2025, 1, 1)
    assert list(both) == [("Haverley Police", first_day, day, "Officer"), ("West", day, None, "Officer")]
    assert OutgoingEmail.objects.count() == 0


def test_the_same_file_twice_changes_nothing(bob, haverley, alice, sian, west):
    applied_import(bob, haverley, *LINES, end_missing=True)
    before = state_of_everybody()
    again = checked_import(bob, haverley, *LINES, end_missing=True)
    assert [row[1:] for row in told(again)] == [("unchanged", "")] * 3
    ask_to_apply(bob, roster_import=again)
    roster_sweep.sweep()
    assert state_of_everybody() == before


def test_the_audit_trail_has_the_counts_and_each_new_role(bob, haverley, west):
    applied_import(bob, haverley, *LINES[:1], LINES[2])
    done = AuditEvent.objects.get(action="imported roster")
    assert (done.actor, done.organisation, done.detail["create"]) == (bob, haverley, 1)
    role = AuditEvent.objects.get(action="changed roles")
    assert (role.organisation, role.detail["is_lead"], role.detail["was_lead"]) == (west, True, False)


def test_people_missing_are_ended_only_where_the_lead_asks(bob, haverley, alice, sian):
    found = checked_import(bob, haverley, LINES[0], "alice@police.example.org,Alice Example", end_missing=True)
    set_end_missing(bob, roster_import=found, end_missing=False)
    ask_to_apply(bob, roster_import=found)
    roster_sweep.sweep()
    assert Membership.objects.get(pk=sian.pk).ended_on is None
    applied_import(bob, haverley, LINES[0], "alice@police.example.org,Alice Example", end_missing=True)
    assert Membership.objects.get(pk=sian.pk).ended_on == timezone.localdate()


def test_a_row_that_somebody_changed_since_the_check_is_refused(bob, haverley, alice):
    found = checked_import(bob, haverley, LINES[0], "alice@police.example.org,Alice Example,,Detective")
    set_place(bob, membership=alice.memberships.get(), job_role="Sergeant", team=None)
    ask_to_apply(bob, roster_import=found)
    roster_sweep.sweep()
    assert told(found) == [(2, "refused", "Changed since the check. Import the row again.")]
    assert alice.memberships.get().job_role == "Sergeant"


def test_a_row_that_somebody_carried_out_since_the_check_is_unchanged(bob, haverley, alice):
    found = checked_import(bob, haverley, LINES[0], "bob@police.example.org,Bob Example", end_missing=True)
    end_membership(bob, membership=alice.memberships.get())
    ask_to_apply(bob, roster_import=found)
    roster_sweep.sweep()
    assert told(found)[-1] == (None, "unchanged", "Somebody has done this since the check.")


def test_a_worker_killed_between_batches_leaves_nothing_twice(bob, haverley, monkeypatch):
    monkeypatch.setattr(roster_sweep, "BATCH", 2)
    people = [f"p{n}@police.example.org,Person Number{n}" for n in range(7)]
    found = checked_import(bob, haverley, LINES[0], *people)
    ask_to_apply(bob, roster_import=found)
    apply_rows, calls = roster_sweep.apply_rows, []

    def killed_at_the_third(rows, *, scope):
        calls.append(len(rows))
        if len(calls) == 3:
            raise KeyboardInterrupt
        apply_rows(rows, scope=scope)

    monkeypatch.setattr(roster_sweep, "apply_rows", killed_at_the_third)
    with pytest.raises(KeyboardInterrupt):
        roster_sweep.sweep()
    assert User.objects.filter(email__startswith="p").count() == 4
    assert roster_sweep.sweep() == 0
    assert roster_sweep.sweep(at=timezone.now() + timedelta(minutes=3)) == 1
    found.refresh_from_db()
    assert (found.state, found.done_count) == ("applied", 7)
    assert User.objects.filter(email__startswith="p").count() == 7


def test_a_worker_whose_claim_was_taken_over_stops(bob, haverley):
    found = checked_import(bob, haverley, LINES[0], "a@police.example.org,A B")
    ask_to_apply(bob, roster_import=found)
    mine = RosterImport.objects.get(pk=found.pk)
    mine.state, mine.claimed_at = "applying", timezone.now()
    with pytest.raises(roster_sweep.ClaimLost):
        roster_sweep.apply(mine)
    assert not User.objects.filter(email="a@police.example.org").exists()


def test_a_lead_who_leads_no_longer_changes_nobody(bob, haverley):
    found = checked_import(bob, haverley, LINES[0], "a@police.example.org,A B")
    ask_to_apply(bob, roster_import=found)
    Membership.objects.filter(user=bob).update(is_lead=False)
    roster_sweep.sweep()
    found.refresh_from_db()
    assert (found.state, "no longer lead" in found.problem) == ("failed", True)
    assert not User.objects.filter(email="a@police.example.org").exists()
    assert not AuditEvent.objects.filter(action__startswith="imported roster").exists()


def changed_after_two_rows(bob, haverley, monkeypatch, change) -> RosterImport:
    """A list of five applied two rows at a time, while something else changes after the first two."""
    monkeypatch.setattr(roster_sweep, "BATCH", 2)
    people = [f"p{n}@police.example.org,Person Number{n},,,Desk," for n in range(5)]
    found = checked_import(bob, haverley, LINES[0], *people)
    ask_to_apply(bob, roster_import=found)
    apply_rows, calls = roster_sweep.apply_rows, []

    def first(rows, *, scope):
        apply_rows(rows, scope=scope)
        calls.append(len(rows))
        if len(calls) == 1:
            change()

    monkeypatch.setattr(roster_sweep, "apply_rows", first)
    roster_sweep.sweep()
    found.refresh_from_db()
    return found


def test_a_lead_who_leads_no_longer_half_way_changes_nobody_more(bob, haverley, monkeypatch):
    found = changed_after_two_rows(
        bob, haverley, monkeypatch, lambda: Membership.objects.filter(user=bob).update(is_lead=False)
    )
    assert (found.state, "no longer lead" in found.problem) == ("failed", True)
    assert User.objects.filter(email__startswith="p").count() == 2
    done = AuditEvent.objects.get(action="imported roster in part")
    assert (done.actor, done.organisation, done.detail["create"], done.detail["end"]) == (bob, haverley, 2, 0)
    assert forget_old(today=timezone.localdate() + timedelta(days=15)) == 1
    found.refresh_from_db()
    assert (found.state, found.file.name, found.rows.count()) == ("failed", "", 2)


def test_an_organisation_that_moves_the_others_half_way_does_no_harm(bob, haverley, elsewhere, monkeypatch):
    found = changed_after_two_rows(
        bob, haverley, monkeypatch, lambda: create_organisation(None, name="Aardvark Rescue", kind="charity")
    )
    assert found.state == "applied"
    assert Membership.objects.filter(organisation=haverley, team__name="Desk").count() == 5


def test_a_file_that_breaks_half_way_says_so_and_changes_nobody(bob, haverley):
    people = [f"p{n}@police.example.org,Person Number{n}" for n in range(30)]
    found = checked_import(bob, haverley, LINES[0], *people, 'b@police.example.org,"B')
    assert found.state == "failed"
    assert found.problem.startswith("Line 32 cannot be read")
    assert not User.objects.filter(email__startswith="p").exists()


def test_a_lead_elsewhere_neither_sees_nor_touches_it(bob, haverley, charlie):
    found = checked_import(bob, haverley, LINES[0], "a@police.example.org,A B")
    assert list(imports_visible_to(charlie)) == []
    with pytest.raises(NotAllowed):
        upload_roster(charlie, organisation=haverley, file=csv_file(*LINES))
    for change in (ask_to_apply, cancel):
        with pytest.raises(NotAllowed):
            change(charlie, roster_import=found)


def test_another_lead_of_the_organisation_sees_it_and_cannot_apply_it(bob, haverley):
    found = checked_import(bob, haverley, LINES[0], "a@police.example.org,A B")
    other = MembershipFactory(organisation=haverley, is_lead=True).user
    assert list(imports_visible_to(other)) == [found]
    with pytest.raises(NotAllowed):
        ask_to_apply(other, roster_import=found)


def test_an_applied_list_cannot_be_applied_again_and_its_file_is_gone(bob, haverley):
    found = applied_import(bob, haverley, LINES[0], "a@police.example.org,A B")
    assert found.file.name == ""
    with pytest.raises(ImportMovedOn):
        ask_to_apply(bob, roster_import=found)


def test_a_list_nobody_applied_is_thrown_away_after_two_weeks(bob, haverley):
    found = checked_import(bob, haverley, LINES[0], "a@police.example.org,A B")
    assert forget_old(today=timezone.localdate() + timedelta(days=14)) == 0
    assert forget_old(today=timezone.localdate() + timedelta(days=15)) == 1
    found.refresh_from_db()
    assert (found.state, found.file.name, RosterRow.objects.count()) == ("cancelled", "", 0)


def test_sixty_rows_cost_a_check_no_more_queries_than_three(bob, haverley):
    def queries(count: int) -> int:
        rows = [f"q{count}x{n}@police.example.org,Person Number{n}" for n in range(count)]
        with CaptureQueriesContext(connection) as captured:
            checked_import(bob, haverley, LINES[0], *rows)
        return len(captured)

    queries(1)
    assert queries(60) == queries(3)


def test_a_file_of_no_rows_is_refused_when_it_is_checked(bob, haverley):
    found = checked_import(bob, haverley, LINES[0])
    assert (found.state, found.problem) == ("failed", "The file has no row below its column names.")


def test_a_file_too_big_is_refused(bob, haverley, monkeypatch):
    monkeypatch.setattr("lms.people.domain.rosters.MOST_BYTES", 10)
    with pytest.raises(PeopleError, match="bigger than 20 MB"):
        upload_roster(bob, organisation=haverley, file=csv_file(*LINES))


def test_a_batch_that_failed_is_not_tried_again_under_somebody_elses_claim(bob, haverley, monkeypatch):
    found = checked_import(bob, haverley, LINES[0], "a@police.example.org,A B")
    ask_to_apply(bob, roster_import=found)

    def made_elsewhere(rows, *, scope):
        raise IntegrityError

    def taken_over(*args, **kwargs):
        RosterImport.objects.filter(pk=found.pk).update(claimed_at=timezone.now() + timedelta(minutes=3))

    monkeypatch.setattr(roster_sweep, "apply_rows", made_elsewhere)
    monkeypatch.setattr(roster_sweep.log, "info", taken_over)
    assert roster_sweep.sweep() == 0
    found.refresh_from_db()
    assert found.state == "applying"
