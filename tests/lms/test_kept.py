"""What processes keep of published content, and that a change of it is seen at once and elsewhere within a second."""

import time

import pytest
from django.core.cache import cache
from django.db import transaction

from lms import kept
from lms.editorial.apps import content_models
from tests.factories.courses import ModuleFactory


def counting(values):
    """A maker that answers the next value each time it is asked."""
    remaining = iter(values)
    return lambda: next(remaining)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_value_is_made_once_until_content_changes():
    make = counting(["first", "second"])
    assert [kept.keep("word", make), kept.keep("word", make)] == ["first", "first"]
    ModuleFactory()
    assert kept.keep("word", make) == "second"


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_change_in_another_process_is_seen_within_a_second():
    make = counting(["first", "second"])
    kept.keep("word", make)
    cache.set(kept.KEY, "what another process wrote", None)
    time.sleep(kept.SECONDS_BETWEEN_LOOKS + 0.05)
    assert kept.keep("word", make) == "second"
    assert kept.SECONDS_BETWEEN_LOOKS < 1


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_what_was_kept_while_a_change_was_not_yet_committed_does_not_outlive_it():
    with transaction.atomic():
        module = ModuleFactory(title="Before")
    kept.keep("title", lambda: "Before")
    with transaction.atomic():
        module.title = "After"
        module.save()
        seen = kept.word()
    assert kept.word() != seen


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_nothing_is_kept_or_taken_inside_a_transaction():
    make = counting(["outside", "inside", "inside again"])
    kept.keep("word", make)
    with transaction.atomic():
        assert [kept.keep("word", make), kept.keep("word", make)] == ["inside", "inside again"]
    assert kept.keep("word", make) == "outside"


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_value_is_made_anew_after_a_minute(monkeypatch):
    make = counting(["first", "second"])
    kept.keep("word", make)
    later = time.monotonic() + kept.SECONDS_KEPT + 1
    monkeypatch.setattr(kept.time, "monotonic", lambda: later)
    assert kept.keep("word", make) == "second"


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_full_store_forgets_the_half_that_was_made_first(monkeypatch):
    monkeypatch.setattr(kept, "MOST_KEPT", 4)
    for number in range(4):
        kept.keep(number, str)
    ModuleFactory()
    kept.keep(0, str)
    assert list(kept.State.values)[-1] == 0
    kept.keep(4, str)
    assert list(kept.State.values) == [3, 0, 4]


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_cache_that_is_down_stops_neither_reading_nor_saving(monkeypatch):
    def refuse(*args, **values):
        raise ConnectionError

    monkeypatch.setattr(kept.cache, "get", refuse)
    monkeypatch.setattr(kept.cache, "set", refuse)
    make = counting(["first", "second"])
    assert kept.keep("word", make) == "first"
    ModuleFactory()
    assert kept.keep("word", make) == "second"


def test_learners_records_are_no_content_and_what_editors_write_is():
    labels = {model._meta.label for model in content_models()}
    assert {"courses.Module", "courses.Lesson", "courses.ModuleLesson", "wagtailcore.PageViewRestriction"} <= labels
    assert {"wagtailcore.Collection", "wagtailcore.CollectionViewRestriction", "uploads.Document"} <= labels
    assert {"toolkit_pages.ToolkitPage", "design_system.SiteSettings", "authorities.Authority"} <= labels
    assert not labels & {"courses.Enrolment", "courses.LessonProgress", "people.User", "people.Membership"}
