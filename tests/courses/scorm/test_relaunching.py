"""Opening a package again: superseding, replaying, reviewing, and how it begins."""

import datetime
import json
from dataclasses import replace

import pytest
from django.utils import timezone

from courses.models import Commit, Launch, Lesson, LessonProgress, ScormItemState
from courses.scorm.packages import unpack_version, upload_package
from tests.factories.courses import EnrolmentFactory
from tests.scorm_packages import Package, manifest_12, sco_page

pytestmark = pytest.mark.django_db


def core(**values):
    return {"core": values}


def state() -> ScormItemState:
    return ScormItemState.objects.get()


def mastery(score: str) -> Package:
    extra = f"<adlcp:masteryscore>{score}</adlcp:masteryscore>"
    return Package({"index.html": sco_page()}, manifest=manifest_12(item_extra=extra))


def test_a_second_launch_supersedes_the_first_whose_commits_are_journalled_and_answered_with_an_error(learning):
    class_room = learning()
    first = class_room.sit()
    first.commit(1, core(lesson_location="1"))
    second = class_room.sit()
    answer = first.commit(2, core(lesson_location="2"))
    assert (answer.status_code, answer.json()["outcome"]) == (409, "superseded")
    assert state().location == "1"
    assert list(Commit.objects.values_list("outcome", flat=True)) == ["applied", "superseded"]
    assert second.commit(1, core(lesson_location="3")).status_code == 200
    assert list(Launch.objects.order_by("pk").values_list("state", flat=True)) == ["superseded", "open"]
    assert first.data()["superseded"] is True


def test_what_the_launch_before_could_not_send_is_replayed_before_anything_is_written(learning):
    class_room = learning()
    begun = timezone.now() - datetime.timedelta(minutes=10)
    first = class_room.sit(at=begun)
    first.commit(1, core(lesson_location="1", session_time="00:01:00"))
    second = class_room.sit()
    answer = second.replay(first, 2, core(lesson_location="2", session_time="00:02:00"))
    assert answer.json()["outcome"] == "applied"
    assert answer.json()["launch"]["cmi"]["core"]["lesson_location"] == "2"
    assert answer.json()["launch"]["entry"] == "resume"
    second.commit(1, core(session_time="00:00:00"))
    assert state().total_seconds == 120


def test_what_a_page_says_on_leaving_counts_though_the_next_one_was_asked_for_already(learning):
    class_room = learning()
    first = class_room.sit(at=timezone.now() - datetime.timedelta(minutes=10))
    first.commit(1, core(lesson_location="1"), full=True)
    second = class_room.sit()
    said = core(lesson_location="2", session_time="00:05:00", exit="suspend")
    assert first.commit(2, said, leaving=True, terminated=True).json()["outcome"] == "applied"
    data = second.data()
    assert (data["cmi"]["core"]["lesson_location"], data["entry"], data["sequence"]) == ("2", "resume", 0)
    second.commit(1, core(lesson_location="3", session_time="00:00:00"), full=True)
    assert (state().location, state().total_seconds) == ("3", 300)
    assert first.commit(3, core(lesson_location="late"), leaving=True).status_code == 409
    assert state().location == "3"
    outcomes = Commit.objects.order_by("pk").values_list("outcome", flat=True)
    assert list(outcomes) == ["applied", "leaving", "applied", "superseded"]


@pytest.mark.parametrize(("later", "expected"), [(30, 200), (90, 409)])
def test_a_page_that_is_left_long_after_it_was_replaced_counts_no_more(learning, later, expected):
    class_room = learning()
    first = class_room.sit(at=timezone.now() - datetime.timedelta(minutes=10))
    class_room.sit(at=timezone.now() - datetime.timedelta(seconds=later))
    assert first.commit(1, core(lesson_location="2"), leaving=True).status_code == expected


def test_what_was_kept_is_replayed_though_the_page_was_loaded_more_than_once_meanwhile(learning):
    class_room = learning()
    first = class_room.sit(at=timezone.now() - datetime.timedelta(minutes=10))
    class_room.sit()
    third = class_room.sit()
    answer = third.replay(first, 1, core(lesson_location="1", session_time="00:02:00"))
    assert (answer.status_code, answer.json()["outcome"]) == (200, "applied")
    assert answer.json()["launch"]["cmi"]["core"]["lesson_location"] == "1"
    third.commit(1, core(lesson_location="3", session_time="00:00:00"))
    assert (state().location, state().total_seconds) == ("3", 120)
    assert list(Commit.objects.values_list("launch", "outcome")) == [
        (first.launch.pk, "replayed"),
        (third.launch.pk, "applied"),
    ]


def test_a_replay_is_refused_when_a_later_launch_has_written(learning):
    class_room = learning()
    first = class_room.sit()
    second = class_room.sit()
    second.commit(1, core(lesson_location="2"))
    third = class_room.sit()
    assert third.replay(first, 1, core(lesson_location="1")).status_code == 409
    third.commit(1, core(lesson_location="3"))
    assert third.replay(second, 2, core(lesson_location="late")).status_code == 409
    assert state().location == "3"


def test_a_replay_is_refused_when_it_is_of_somebody_elses_attempt(learning, charlie):
    class_room = learning()
    seat = class_room.sit()
    others = EnrolmentFactory(user=charlie, module=class_room.enrolment.module)
    theirs = replace(class_room, enrolment=others).sit()
    again = class_room.sit()
    assert again.replay(theirs, 1, core(lesson_location="9")).status_code == 409
    assert again.replay(seat, 1, core(lesson_location="1")).status_code == 200
    assert again.data()["cmi"]["core"]["lesson_location"] == "1"


def test_a_replay_that_had_arrived_changes_nothing(learning):
    class_room = learning()
    first = class_room.sit()
    first.commit(3, core(lesson_location="3"))
    second = class_room.sit()
    assert second.replay(first, 3, core(lesson_location="old")).json()["outcome"] == "older"
    assert state().location == "3"


def test_a_completed_attempt_is_opened_for_review_which_writes_nothing(learning):
    class_room = learning()
    class_room.sit().commit(1, core(lesson_status="completed", lesson_location="9"), terminated=True)
    review = class_room.sit()
    data = review.data()
    assert (data["mode"], data["cmi"]["core"]["lesson_mode"], data["cmi"]["core"]["credit"]) == (
        "review",
        "review",
        "no-credit",
    )
    assert data["cmi"]["core"]["lesson_location"] == "9"
    assert review.commit(1, core(lesson_location="1")).json()["outcome"] == "not kept"
    assert state().location == "9"
    assert Commit.objects.count() == 1


def test_a_package_without_a_sco_is_complete_when_it_is_opened(learning):
    manifest = manifest_12(resource_attributes='adlcp:scormtype="asset"')
    class_room = learning(Package({"index.html": "<p>Read me</p>"}, manifest=manifest))
    class_room.sit()
    assert LessonProgress.objects.get().state == "completed"


@pytest.mark.parametrize(
    ("commits", "expected"),
    [
        ([], "ab-initio"),
        ([({"lesson_location": "1"}, False)], "resume"),
        ([({"lesson_location": "1", "exit": "suspend"}, True)], "resume"),
        ([({"lesson_location": "1", "exit": ""}, True)], ""),
        ([({"lesson_location": "1", "exit": "logout"}, True)], ""),
    ],
)
def test_entry_says_how_the_last_launch_ended(learning, commits, expected):
    class_room = learning()
    seat = class_room.sit()
    for sequence, (values, ends) in enumerate(commits, start=1):
        seat.commit(sequence, core(lesson_status="incomplete", **values), terminated=ends)
    assert class_room.sit().data()["entry"] == expected


def newer_version_of(class_room, package: Package):
    """The package of the lesson as an editor uploads it anew."""
    newer = upload_package(package.upload(), by=None, package=class_room.lesson.scorm_package)
    unpack_version(newer.pk)
    class_room.lesson = Lesson.objects.get(pk=class_room.lesson.pk)
    return newer


def test_an_attempt_finishes_on_the_version_it_began_with(learning):
    class_room = learning()
    first = class_room.sit()
    first.commit(1, core(lesson_location="1"))
    newer_version_of(class_room, Package({"index.html": sco_page("2")}))
    assert class_room.sit().launch.version == first.launch.version


@pytest.mark.parametrize("identifier", ["ITEM", "OTHER"])
def test_an_attempt_in_which_nothing_was_saved_goes_on_with_the_newest_version(learning, identifier):
    class_room = learning()
    first = class_room.sit()
    manifest = manifest_12().replace('"ITEM"', f'"{identifier}"')
    newer = newer_version_of(class_room, Package({"index.html": sco_page("2")}, manifest=manifest))
    second = class_room.sit()
    assert (second.launch.version, second.launch.attempt.version) == (newer, newer)
    assert second.launch.attempt == first.launch.attempt
    assert first.commit(1, core(lesson_location="1")).status_code == 409
    assert second.commit(1, core(lesson_location="2")).status_code == 200
    assert ScormItemState.objects.get(item_identifier=identifier).location == "2"
    assert class_room.sit().launch.version == newer
    assert Launch.objects.filter(state="open").count() == 1


def test_the_learner_is_opaque_and_named_without_an_address(learning, alice):
    said = learning().sit().data()["cmi"]["core"]
    assert said["student_name"] == "Example, Alice"
    assert len(said["student_id"]) == 32
    assert str(alice.public_id) not in json.dumps(said)
    assert alice.email not in json.dumps(said)


def test_a_sco_is_told_the_sites_language_until_it_sets_another(learning):
    class_room = learning()
    first = class_room.sit()
    assert first.data()["cmi"]["student_preference"] == {"language": "en-GB"}
    first.commit(1, {"student_preference": {"language": "cy", "speed": "50"}})
    assert class_room.sit().data()["cmi"]["student_preference"] == {"language": "cy", "speed": "50"}


def test_a_2004_sco_is_told_it_too(learning):
    manifest = manifest_12(schemaversion="<schemaversion>2004 4th Edition</schemaversion>")
    seat = learning(Package({"index.html": sco_page()}, manifest=manifest)).sit()
    assert seat.data()["cmi"]["learner_preference"] == {"language": "en-GB"}
