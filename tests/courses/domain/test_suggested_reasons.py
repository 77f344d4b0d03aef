"""Suggested reasons of assignments: whose they are, how long they last, and that nobody else's words get in."""

import datetime

import pytest
from django.core import signing

from courses.domain.suggested_reasons import SALT, suggest_reason, suggested_reason

pytestmark = pytest.mark.django_db


def test_a_reason_comes_back_to_the_person_it_was_made_for_alone(bob, charlie):
    token = suggest_reason("From the review of\n Exampleshire", to=bob)
    assert (suggested_reason(token, to=bob), suggested_reason(token, to=charlie)) == (
        "From the review of Exampleshire",
        "",
    )


@pytest.mark.parametrize(
    "token",
    ["", "Ring this number", "eyJ0byI6MX0:1abc:xyz", signing.dumps({"to": 1, "reason": "x"})],
    ids=["empty", "words", "forged", "signed for something else"],  # the last is another at each start
)
def test_words_that_we_did_not_sign_are_no_reason(bob, token):
    assert suggested_reason(token, to=bob) == ""


def test_a_reason_is_forgotten_after_a_day(bob, monkeypatch):
    token = suggest_reason("Why", to=bob)
    day = datetime.timedelta(days=1).total_seconds()
    now = signing.time.time()
    monkeypatch.setattr(signing.time, "time", lambda: now + day + 5)
    assert suggested_reason(token, to=bob) == ""


def test_a_long_reason_is_cut_to_what_an_assignment_holds(bob):
    found = suggested_reason(suggest_reason("word " * 100, to=bob), to=bob)
    assert (len(found) <= 300, found.endswith("word…")) == (True, True)


def test_a_token_of_another_purpose_is_no_reason(bob):
    token = signing.dumps({"to": bob.pk, "reason": "x"}, salt=f"{SALT}.other")
    assert suggested_reason(token, to=bob) == ""
