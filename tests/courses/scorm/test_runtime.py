"""Commits: idempotent, ordered, checked, never going back, and cheap."""

import datetime
import json
from decimal import Decimal

import pytest
from django.utils import timezone

from courses.models import Commit, Interaction, Launch, LessonProgress, ScormItemState
from tests.scorm_packages import Package, manifest_12, sco_page

pytestmark = pytest.mark.django_db


def core(**values):
    return {"core": values}


def state() -> ScormItemState:
    return ScormItemState.objects.get()


def mastery(score: str) -> Package:
    extra = f"<adlcp:masteryscore>{score}</adlcp:masteryscore>"
    return Package({"index.html": sco_page()}, manifest=manifest_12(item_extra=extra))


def test_a_newer_commit_applies_an_equal_one_changes_nothing_an_older_one_is_journalled_and_ignored(learning):
    seat = learning().sit()
    assert seat.commit(2, core(lesson_location="2")).json() == {"outcome": "applied", "completed": False}
    assert seat.commit(2, core(lesson_location="other")).json() == {"outcome": "repeated", "completed": False}
    assert seat.commit(1, core(lesson_location="1")).json() == {"outcome": "older", "completed": False}
    assert state().location == "2"
    assert list(Commit.objects.values_list("sequence", "applied", "outcome")) == [
        (2, True, "applied"),
        (1, False, "older"),
    ]


def test_a_beacon_is_text(learning):
    seat = learning().sit()
    assert seat.commit(1, core(lesson_location="2"), kind="text/plain;charset=UTF-8").status_code == 200
    assert state().location == "2"


def test_changes_are_put_into_what_was_saved_and_a_full_commit_replaces_it(learning):
    seat = learning().sit()
    seat.commit(1, {"core": {"lesson_location": "1", "score": {"raw": "5"}}, "suspend_data": "a"}, full=True)
    seat.commit(2, core(lesson_location="2"))
    assert state().cmi == {"core": {"lesson_location": "2", "score": {"raw": "5"}}, "suspend_data": "a"}
    seat.commit(3, core(lesson_location="3"), full=True)
    assert state().cmi == {"core": {"lesson_location": "3"}}


def test_an_ordinary_commit_costs_three_queries_and_with_interactions_four(learning, django_assert_num_queries):
    seat = learning().sit()
    seat.commit(1, core(lesson_location="1"), full=True)
    from courses.scorm import runtime
    from courses.scorm.tokens import read_token

    named = read_token(seat.token)
    body = {"sequence": 2, "cmi": core(lesson_location="2")}
    with django_assert_num_queries(3 + 2):  # the test's own transaction makes ours a savepoint, which is 2 more
        runtime.commit(named, body=json.dumps(body).encode(), at=timezone.now())
    body = {"sequence": 3, "cmi": {"interactions": {str(n): {"id": f"q{n}"} for n in range(20)}}}
    with django_assert_num_queries(4 + 2):
        runtime.commit(named, body=json.dumps(body).encode(), at=timezone.now())
    assert Interaction.objects.count() == 20


@pytest.mark.parametrize(
    "body",
    [
        "",
        "not json",
        "[]",
        "NaN",
        '{"sequence": 1}',
        '{"sequence": 0, "cmi": {}}',
        '{"sequence": true, "cmi": {}}',
        '{"sequence": "1", "cmi": {}}',
        '{"sequence": 1, "cmi": "text"}',
        '{"sequence": 1, "cmi": {"objectives": "x"}}',
        '{"sequence": 1, "cmi": {"interactions": "x"}}',
        '{"sequence": 1, "cmi": {"core": "x"}}',
        '{"sequence": 1, "cmi": {"core": {"score": "x"}}}',
        '{"sequence": 1, "cmi": {"interactions": {"0": "x"}}}',
        '{"sequence": 1, "cmi": {"interactions": {"zero": {}}}}',
        '{"sequence": 1, "cmi": {"interactions": {"1\u0661": {}}}}',
        '{"sequence": 1, "cmi": {"core": {"lesson_status": {}}}}',
        '{"sequence": 1, "cmi": {"interactions": []}}',
        '{"sequence": 1, "cmi": {"suspend_data": ["a"]}}',
        '{"sequence": 1, "cmi": {"__proto__": {}}}',
        '{"sequence": 1, "cmi": {}, "terminated": "yes"}',
        '{"sequence": 1, "cmi": {}, "leaving": 1}',
        '{"sequence": 1, "cmi": {}, "earlier_seconds": -1}',
        "[" * 100_000,
    ],
)
def test_a_body_that_is_no_commit_is_refused_whole(learning, body):
    seat = learning().sit()
    assert seat.post(body).status_code == 400
    assert state().cmi == {}
    assert Commit.objects.count() == 0


def test_a_body_over_the_limit_is_refused(learning, settings):
    settings.SCORM_MAX_COMMIT_BYTES = 1000
    seat = learning().sit()
    assert seat.commit(1, {"suspend_data": "x" * 1000}).status_code == 413
    assert seat.commit(1, {"suspend_data": "x" * 100}).status_code == 200


def test_identity_mode_credit_and_totals_of_the_body_are_ignored(learning):
    seat = learning().sit()
    said = core(
        student_id="someone",
        student_name="Else, Someone",
        credit="no-credit",
        lesson_mode="browse",
        total_time="9999:00:00",
        entry="resume",
        lesson_location="1",
    )
    seat.commit(1, {**said, "student_data": {"mastery_score": "0"}, "launch_data": "x"})
    assert state().cmi == {"core": {"lesson_location": "1"}}
    assert state().total_seconds == 0


def test_characters_that_no_database_holds_are_replaced(learning):
    seat = learning().sit()
    assert seat.post('{"sequence": 1, "cmi": {"suspend_data": "a\\u0000b\\ud800c"}}').status_code == 200
    assert state().cmi["suspend_data"] == "a\ufffdb\ufffdc"


def test_long_suspend_data_is_kept_whole(learning):
    seat = learning().sit()
    seat.commit(1, {"suspend_data": "é" * 64_000})
    assert state().cmi["suspend_data"] == "é" * 64_000


def test_time_is_base_and_session_within_the_clock_on_the_wall_and_never_twice(learning):
    class_room = learning()
    begun = timezone.now() - datetime.timedelta(minutes=10)
    seat = class_room.sit(at=begun)
    for sequence in (1, 2, 2, 3):
        seat.commit(sequence, core(session_time="00:05:00"))
    assert state().total_seconds == 300
    seat.commit(4, core(session_time="00:06:00", exit="suspend"), terminated=True)
    assert state().total_seconds == 360
    again = class_room.sit(at=timezone.now() - datetime.timedelta(seconds=60))
    again.commit(1, core(session_time="09:00:00"))
    assert 419 < state().total_seconds < 430


def test_a_sco_that_begins_again_in_the_same_launch_keeps_its_earlier_time(learning):
    seat = learning().sit(at=timezone.now() - datetime.timedelta(hours=1))
    seat.commit(1, core(session_time="00:10:00"), terminated=True)
    seat.commit(2, core(session_time="00:00:30"), earlier_seconds=600)
    assert state().total_seconds == 630
    assert Launch.objects.get().state == "open"


def test_completed_and_passed_do_not_go_back_and_the_lesson_is_completed_once(learning):
    seat = learning().sit()
    seat.commit(1, core(lesson_status="passed", score={"raw": "70"}))
    first = LessonProgress.objects.get().completed_at
    seat.commit(2, core(lesson_status="incomplete"))
    seat.commit(3, core(lesson_status="failed", score={"raw": "90"}))
    found = state()
    assert (found.completion, found.success) == ("completed", "passed")
    progress = LessonProgress.objects.get()
    assert (progress.completed_at, progress.score_percent, progress.score_text) == (first, Decimal("90.00"), "90%")


def test_failed_completes_nothing_and_may_become_passed(learning):
    seat = learning().sit()
    seat.commit(1, core(lesson_status="failed", score={"raw": "20"}))
    assert LessonProgress.objects.count() == 0
    assert (state().success, state().score_percent) == ("failed", 20)
    seat.commit(2, core(lesson_status="passed"))
    assert LessonProgress.objects.get().score_percent == 20


def test_mastery_does_not_touch_a_suspended_sco(learning):
    seat = learning(mastery("80")).sit()
    seat.commit(1, core(lesson_status="incomplete", exit="suspend", score={"raw": "10"}), terminated=True)
    assert (state().success, state().cmi["core"]["lesson_status"]) == ("unknown", "incomplete")


def test_mastery_judges_a_real_exit(learning):
    seat = learning(mastery("80")).sit()
    seat.commit(1, core(lesson_status="completed", exit="", score={"raw": "85"}), terminated=True)
    assert (state().success, state().cmi["core"]["lesson_status"]) == ("passed", "passed")
    assert LessonProgress.objects.get().score_percent == 85


def test_a_score_below_mastery_that_is_saved_before_the_end_completes_nothing(learning):
    seat = learning(mastery("80")).sit()
    seat.commit(1, core(lesson_status="completed", score={"raw": "10"}))
    assert (state().completion, state().cmi["core"]["lesson_status"]) == ("incomplete", "completed")
    seat.commit(2, core(exit=""), terminated=True)
    assert (state().completion, state().success, state().cmi["core"]["lesson_status"]) == (
        "incomplete",
        "failed",
        "failed",
    )
    assert LessonProgress.objects.count() == 0


def test_interactions_are_rows_upserted_by_index(learning):
    seat = learning().sit()
    seat.commit(1, {"interactions": {"0": {"id": "q1", "type": "choice", "student_response": "a", "result": "wrong"}}})
    patterns = {"0": {"pattern": "b"}, "1": {"pattern": "c"}}
    seat.commit(2, {"interactions": {"0": {"student_response": "b", "correct_responses": patterns}, "1": {"id": "q2"}}})
    rows = Interaction.objects.values_list("position", "identifier", "kind", "learner_response", "correct_responses")
    assert list(rows) == [(0, "q1", "choice", "b", ["b", "c"]), (1, "q2", "", "", [])]
