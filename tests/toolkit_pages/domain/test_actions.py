"""Actions: who plans and changes them, what becomes a note, and who is reminded when."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from courses.domain.evidence import EvidenceError
from lms.audit.models import AuditEvent
from lms.outbox.models import OutgoingEmail
from lms.people.models import Membership
from tests.conftest import member
from tests.factories.people import OrganisationFactory
from tests.factories.reminding import london
from tests.factories.reviews import PartnershipFactory, checklist, closed_review
from toolkit_pages.domain.action_plan import due_now, reminders_of
from toolkit_pages.domain.action_reminders import remind_of_actions
from toolkit_pages.domain.actions import NoSuchOwner, change_action, listed, make_action, note_progress
from toolkit_pages.domain.review_access import (
    NotAllowed,
    ReviewError,
    actions_coordinated_by,
    actions_owned_by,
    actions_visible_to,
)
from toolkit_pages.models import Action

pytestmark = pytest.mark.django_db
FRIDAY = datetime.date(2026, 5, 1)
APRIL = datetime.date(2026, 4, 1)


@pytest.fixture
def harbour(elsewhere):
    return OrganisationFactory(name="Harbour Hospital", kind="health")


@pytest.fixture
def henry(harbour):
    return member("Henry", harbour)


@pytest.fixture
def review(haverley, harbour, henry, dana):
    """A closed review of two agencies with one gap."""
    Membership.objects.update(started_on=datetime.date(2026, 1, 1))
    partnership = PartnershipFactory(name="Exampleshire Partnership", members=[haverley, harbour])
    checklist(1)
    return closed_review(dana, partnership=partnership, levels=[0])


@pytest.fixture
def action(review, dana, henry):
    """Henry's action, due on Friday 1 May 2026."""
    return make_action(
        dana,
        review=review,
        item=review.items.get(),
        title="Sign the agreement",
        due_on=FRIDAY,
        owner_email=henry.email,
        today=APRIL,
    )


def history(action):
    return list(action.notes.values_list("text", "status", "written_by__first_name"))


def test_an_action_has_an_owner_of_a_member_agency_and_begins_its_history(action, henry, harbour):
    assert (action.owner, action.owner_name, action.organisation) == (henry, "Henry Example", harbour)
    assert history(action) == [("Planned, due 1 May 2026.", "to_do", "Dana")]
    assert action.next_reminder_on == datetime.date(2026, 4, 24)
    assert AuditEvent.objects.filter(action="planned action", actor__first_name="Dana").count() == 1


def test_an_owner_without_an_account_is_a_name(review, dana):
    made = make_action(dana, review=review, title="Print leaflets", due_on=FRIDAY, owner_name="Sam of the print shop")
    assert (made.owner, made.owner_name) == (None, "Sam of the print shop")


def test_somebody_of_no_member_agency_cannot_own_an_action(review, dana, charlie):
    with pytest.raises(NoSuchOwner):
        make_action(dana, review=review, title="Spy", due_on=FRIDAY, owner_email=charlie.email)
    with pytest.raises(ReviewError, match="Say who will do it"):
        make_action(dana, review=review, title="Nobody", due_on=FRIDAY)


@pytest.mark.parametrize("who", ["charlie", "alice", "bob", "erin", "henry"])
def test_only_the_coordinators_plan_and_change(request, who, review, action):
    person = request.getfixturevalue(who)
    with pytest.raises(NotAllowed):
        make_action(person, review=review, title="Mine", due_on=FRIDAY, owner_name="Me")
    with pytest.raises(NotAllowed):
        change_action(person, action=action, title="Mine", due_on=FRIDAY, owner_name="Me")


@pytest.mark.parametrize("who", ["charlie", "alice", "bob", "erin"])
def test_only_the_owner_and_the_coordinators_say_how_far_it_is(request, who, action):
    with pytest.raises(NotAllowed):
        note_progress(request.getfixturevalue(who), action=action, status="done")


def test_every_change_is_kept_in_the_history(action, dana, henry, alice):
    note_progress(henry, action=action, status="under_way", text="Begun")
    note_progress(henry, action=action, status="under_way")
    note_progress(henry, action=action, status="done", evidence="Signed copy in the folder")
    change_action(
        dana, action=action, title="Sign it", due_on=datetime.date(2026, 6, 1), owner_email=alice.email, today=APRIL
    )
    action.refresh_from_db()
    assert history(action)[1:] == [
        ("Begun", "under_way", "Henry"),
        ("Evidence: Signed copy in the folder", "done", "Henry"),
        (
            "What will be done was “Sign the agreement”.\nDue 1 June 2026, before that 1 May 2026.\n"
            "Owner Alice Example, before that Henry Example.\nAgency: Haverley Police.",
            "done",
            "Dana",
        ),
    ]
    assert (action.status, action.done_on is not None, action.next_reminder_on) == ("done", True, None)


def change(actor, action, **changes):
    """Change the action as the form does, which sends everything that is planned."""
    planned = {
        "title": action.title,
        "due_on": action.due_on,
        "organisation": action.organisation,
        "owner_email": action.owner.email if action.owner else "",
        "owner_name": "" if action.owner else action.owner_name,
        "today": APRIL,
    }
    return change_action(actor, action=action, **planned | changes)


def test_with_another_owner_the_agency_is_theirs_unless_another_was_chosen(
    action, dana, henry, alice, haverley, harbour
):
    action = change(dana, action, owner_email=alice.email)
    assert (action.owner, action.organisation) == (alice, haverley)
    action = change(dana, action, organisation=harbour)
    assert (action.owner, action.organisation) == (alice, harbour)
    action = change(dana, action, owner_email=henry.email, organisation=haverley)
    assert (action.owner, action.organisation) == (henry, haverley)
    action = change(dana, action, owner_email="", owner_name="Sam")
    assert (action.owner, action.organisation) == (None, haverley)


def test_whoever_an_action_is_planned_for_is_told_once(action, dana, henry, alice):
    action = change(dana, action, owner_email=alice.email)
    action = change(dana, action, title="Sign it at last")
    action = change(dana, action, owner_email=henry.email)
    told = OutgoingEmail.objects.filter(kind="action_planned").order_by("pk")
    assert list(told.values_list("to", "subject")) == [
        (henry.email, "An action is planned for you"),
        (alice.email, "An action is planned for you"),
    ]
    text = told.first().text
    assert "Dana Example planned an action for you, due on" in text
    assert "Sign the agreement" in text
    assert f"/actions/{action.uuid}/" in text


def test_whoever_plans_for_themselves_or_changes_what_is_done_writes_to_nobody(review, action, dana, henry, alice):
    OutgoingEmail.objects.all().delete()
    make_action(dana, review=review, title="Mine", due_on=FRIDAY, owner_email=dana.email)
    make_action(dana, review=review, title="Sam's", due_on=FRIDAY, owner_name="Sam")
    note_progress(henry, action=action, status="done")
    change(dana, action, owner_email=alice.email)
    assert OutgoingEmail.objects.count() == 0


def test_a_file_is_checked_by_its_content_and_replaces_the_one_before(
    action, henry, django_capture_on_commit_callbacks
):
    with pytest.raises(EvidenceError):
        note_progress(henry, action=action, status="to_do", file=SimpleUploadedFile("plan.pdf", b"MZ a program"))
    for number in (1, 2):
        with django_capture_on_commit_callbacks(execute=True):
            file = SimpleUploadedFile("plan.pdf", f"%PDF-1.7 plan {number}".encode())
            action = note_progress(henry, action=action, status="to_do", file=file)
    assert action.evidence_file.read() == b"%PDF-1.7 plan 2"


def test_lists_know_open_late_done_and_dropped(review, dana):
    for number, status in enumerate(("to_do", "under_way", "done", "dropped")):
        day = FRIDAY + datetime.timedelta(days=number)
        made = make_action(dana, review=review, title=status, due_on=day, owner_name="Sam")
        Action.objects.filter(pk=made.pk).update(status=status)
    pool, today = actions_coordinated_by(dana), FRIDAY + datetime.timedelta(days=1)
    found = {state: [one.title for one in listed(pool, state=state, today=today)] for state in ("open", "late", "all")}
    assert found == {
        "open": ["to_do", "under_way"],
        "late": ["to_do"],
        "all": ["to_do", "under_way", "done", "dropped"],
    }
    assert [one.title for one in listed(pool, state="dropped", today=today)] == ["dropped"]


def test_whoever_left_the_agency_sees_their_action_no_more(action, henry, charlie):
    assert list(actions_owned_by(henry)) == [action]
    Membership.objects.filter(user=henry).update(ended_on=datetime.date(2026, 2, 1))
    henry.__dict__.pop("current_memberships", None)
    assert list(actions_visible_to(henry)) == []
    assert list(actions_visible_to(charlie)) == []


def test_reminders_keep_to_working_days():
    assert [(one.on.isoformat(), one.kind) for one in reminders_of(datetime.date(2026, 5, 3))] == [
        ("2026-04-24", "before"),
        ("2026-05-01", "due_today"),
        ("2026-05-05", "late_1"),
        ("2026-05-11", "late_2"),
        ("2026-05-18", "late_3"),
        ("2026-05-26", "late_4"),
    ]


def test_of_days_that_were_missed_only_the_last_is_caught_up():
    assert due_now(reminders_of(FRIDAY), today=datetime.date(2026, 5, 12)).kind == "late_2"
    assert due_now(reminders_of(FRIDAY), today=APRIL) is None


def mails():
    reminders = OutgoingEmail.objects.filter(kind__startswith="action_").exclude(kind="action_planned")
    return list(reminders.values_list("to", "subject").order_by("pk"))


def test_the_owner_is_reminded_before_on_the_day_and_late_and_the_coordinator_once(action, henry, dana):
    days = [datetime.date(2026, 4, 24), FRIDAY, datetime.date(2026, 5, 5), datetime.date(2026, 5, 11)]
    written = [remind_of_actions(at=london(day)) for day in days]
    assert written == [1, 1, 2, 1]
    assert mails() == [
        (henry.email, "An action of yours is due on Friday 1 May"),
        (henry.email, "An action of yours is due on Friday 1 May"),
        (henry.email, "An action of yours was due on Friday 1 May"),
        (dana.email, "An action is late"),
        (henry.email, "An action of yours was due on Friday 1 May"),
    ]
    text = OutgoingEmail.objects.filter(to=dana.email, kind="action_late_1_coordinator").get().text
    assert "An action of Henry Example was due on Friday 1 May:" in text
    assert f"/actions/{action.uuid}/" in text


def test_a_reminder_goes_once_however_often_it_is_swept(action):
    assert remind_of_actions(at=london(FRIDAY)) == 1
    Action.objects.update(next_reminder_on=FRIDAY)
    assert remind_of_actions(at=london(FRIDAY, 11)) == 0
    assert len(mails()) == 1


@pytest.mark.parametrize("at", [london(FRIDAY, 8), london(FRIDAY, 19), london(datetime.date(2026, 5, 2))])
def test_nobody_is_reminded_at_night_or_at_the_weekend(action, at):
    assert remind_of_actions(at=at) == 0


def test_what_is_done_reminds_nobody(action, henry):
    note_progress(henry, action=action, status="done", at=london(FRIDAY))
    assert remind_of_actions(at=london(datetime.date(2026, 5, 5))) == 0


@pytest.mark.parametrize("has_left", [True, False])
def test_where_the_owner_gets_no_e_mail_the_coordinators_get_them_all(review, dana, henry, has_left):
    whose = {"owner_email": henry.email} if has_left else {"owner_name": "Henry Example"}
    make_action(dana, review=review, title="Leaflets", due_on=FRIDAY, today=APRIL, **whose)
    Membership.objects.filter(user=henry).update(ended_on=datetime.date(2026, 4, 2))
    for day in (datetime.date(2026, 4, 24), FRIDAY, datetime.date(2026, 5, 5), datetime.date(2026, 5, 11)):
        assert remind_of_actions(at=london(day)) == 1
    assert mails() == [
        (dana.email, "An action is due on Friday 1 May"),
        (dana.email, "An action is due on Friday 1 May"),
        (dana.email, "An action is late"),
        (dana.email, "An action is late"),
    ]
    text = OutgoingEmail.objects.get(kind="action_before_coordinator").text
    assert "An action of Henry Example is due on Friday 1 May:" in text
    assert "The owner gets no e-mail from here." in text
