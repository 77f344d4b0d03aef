"""Outcomes: what a report means, by the letter of each standard."""

from decimal import Decimal

import pytest

from courses.scorm.cmi import duration_2004, outcome, seconds_12, seconds_2004, timespan_12


def core(**values):
    return {"core": {"lesson_status": "incomplete", "exit": "", "score": {}, **values}}


@pytest.mark.parametrize(
    ("status", "completion", "success", "completes"),
    [
        ("passed", "completed", "passed", True),
        ("completed", "completed", "unknown", True),
        ("failed", "incomplete", "failed", False),
        ("incomplete", "incomplete", "unknown", False),
        ("browsed", "incomplete", "unknown", False),
        ("not attempted", "not attempted", "unknown", False),
    ],
)
def test_each_status_of_12(status, completion, success, completes):
    found = outcome(core(lesson_status=status), version="1.2")
    assert (found.completion, found.success, found.completes_lesson) == (completion, success, completes)


@pytest.mark.parametrize(
    ("exit_value", "terminated", "raw", "expected"),
    [
        ("", True, "80", "passed"),
        ("", True, "79.9", "failed"),
        ("logout", True, "10", "failed"),
        ("suspend", True, "10", "unknown"),
        ("", False, "10", "unknown"),
        ("", True, "", "unknown"),
    ],
)
def test_mastery_counts_on_a_real_exit_only(exit_value, terminated, raw, expected):
    cmi = core(exit=exit_value, score={"raw": raw})
    found = outcome(cmi, version="1.2", mastery=Decimal(80), terminated=terminated)
    assert found.success == expected


@pytest.mark.parametrize(
    ("status", "raw", "expected"),
    [
        ("completed", "10", ("incomplete", "unknown", False)),
        ("passed", "79.9", ("incomplete", "unknown", False)),
        ("failed", "10", ("incomplete", "failed", False)),
        ("completed", "80", ("completed", "unknown", True)),
        ("completed", "", ("completed", "unknown", True)),
    ],
)
def test_a_score_below_mastery_completes_nothing_before_the_end_either(status, raw, expected):
    found = outcome(core(lesson_status=status, score={"raw": raw}), version="1.2", mastery=Decimal(80))
    assert (found.completion, found.success, found.completes_lesson) == expected


@pytest.mark.parametrize(
    ("exit_value", "terminated", "expected"),
    [("", True, "completed"), ("suspend", True, "not attempted"), ("", False, "not attempted")],
)
def test_a_sco_that_finishes_without_a_word_is_complete(exit_value, terminated, expected):
    found = outcome(core(lesson_status="not attempted", exit=exit_value), version="1.2", terminated=terminated)
    assert found.completion == expected


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        ({}, None),
        ({"raw": ""}, None),
        ({"raw": "0"}, Decimal("0.00")),
        ({"raw": "85.5"}, Decimal("85.50")),
        ({"raw": "140"}, None),
        ({"raw": "-3"}, None),
        ({"raw": "8", "min": "0", "max": "10"}, Decimal("80.00")),
        ({"raw": "8", "max": "10"}, Decimal("80.00")),
        ({"raw": "15", "min": "10", "max": "20"}, Decimal("50.00")),
        ({"raw": "30", "min": "10", "max": "20"}, None),
        ({"raw": "50", "min": "0", "max": "0"}, Decimal("50.00")),
        ({"raw": "7", "max": "10", "scaled": "0.9"}, Decimal("90.00")),
        ({"scaled": "-0.5"}, None),
        ({"raw": "NaN"}, None),
        ({"raw": "eleven"}, None),
        ({"raw": "5", "max": "1e-999999"}, Decimal("5.00")),
    ],
)
def test_no_score_is_not_0_and_a_percentage_must_be_one(score, expected):
    assert outcome(core(score=score), version="1.2").score_percent == expected


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("0000:01:05.41", "65.41"), ("01:00:00", "3600"), ("9999:59:59.99", "35999999.99"), ("1:2", "0"), ("", "0")],
)
def test_timespans_of_12(text, seconds):
    assert seconds_12(text) == Decimal(seconds)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("PT1H2M3.5S", "3723.5"),
        ("P1DT1S", "86401"),
        ("PT0S", "0"),
        ("P", "0"),
        ("nonsense", "0"),
        (f"P{'9' * 50}Y", "1000000000"),
    ],
)
def test_durations_of_2004(text, seconds):
    assert seconds_2004(text) == Decimal(seconds)


def test_totals_are_written_as_each_version_wants_them():
    assert timespan_12(Decimal("3723.5")) == "0001:02:03.50"
    assert timespan_12(Decimal(0)) == "0000:00:00.00"
    assert duration_2004(Decimal("3723.5")) == "PT1H2M3.50S"


@pytest.mark.parametrize(
    ("cmi", "mastery", "expected"),
    [
        ({"completion_status": "completed", "success_status": "unknown"}, None, ("completed", "unknown", True)),
        ({"completion_status": "completed", "success_status": "failed"}, None, ("completed", "failed", False)),
        ({"completion_status": "incomplete", "success_status": "passed"}, None, ("incomplete", "passed", True)),
        ({"completion_status": "completed", "score": {"scaled": "0.5"}}, "0.8", ("completed", "failed", False)),
        ({"completion_threshold": "0.7", "progress_measure": "0.8"}, None, ("completed", "unknown", True)),
        ({"completion_status": "x" * 60, "success_status": "x" * 60}, None, ("unknown", "unknown", False)),
    ],
)
def test_statuses_of_2004(cmi, mastery, expected):
    found = outcome(cmi, version="2004", mastery=Decimal(mastery) if mastery else None)
    assert (found.completion, found.success, found.completes_lesson) == expected
