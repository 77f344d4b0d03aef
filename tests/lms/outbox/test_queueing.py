"""Many e-mails at once: each key once, and what an e-mail tells is written with it or not at all."""

import pytest
from django.utils import timezone

from lms.outbox.domain.queueing import Letter, known_keys, mentioned, queue_emails
from lms.outbox.models import Mention, OutgoingEmail

pytestmark = pytest.mark.django_db


def letter(key: str, *mentions: str) -> Letter:
    return Letter(key=key, kind="test", to="a@police.example.org", subject="S\nS", text="T", mentions=mentions)


def test_new_letters_are_written_and_known_ones_change_nothing():
    at = timezone.now()
    assert queue_emails([letter("a", "m1"), letter("b", "m2", "m3")], at=at) == 2
    assert queue_emails([letter("b", "m4"), letter("c")], at=at) == 1
    assert sorted(OutgoingEmail.objects.values_list("key", "subject")) == [("a", "S S"), ("b", "S S"), ("c", "S S")]
    assert sorted(Mention.objects.values_list("key", "email__key")) == [("m1", "a"), ("m2", "b"), ("m3", "b")]


def test_it_knows_what_was_queued_and_told():
    queue_emails([letter("a", "m1")], at=timezone.now())
    assert known_keys(["a", "b"]) == {"a"}
    assert mentioned(["m1", "m2"]) == {"m1"}


def test_five_hundred_letters_take_a_few_queries(django_assert_max_num_queries):
    with django_assert_max_num_queries(20):  # SQLite takes rows in several portions
        queue_emails([letter(f"k{n}", f"m{n}") for n in range(500)], at=timezone.now())
