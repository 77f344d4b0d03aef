"""Queries whose SQL is written once answer what the queryset answers, for each value anew."""

from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import BigIntegerField, CharField, DateField, Exists, OuterRef
from django.utils import timezone

from courses.models import Enrolment, Module
from lms.people.models import Membership, User
from lms.prepared import Prepared, Slot
from tests.factories.courses import EnrolmentFactory, ModuleFactory

ENROLMENTS = Prepared(
    lambda: Enrolment.objects.of(Slot("user", BigIntegerField())).select_related("module").order_by("pk")
)
CURRENT = Prepared(
    lambda: (
        Membership.objects.filter(user=Slot("user", BigIntegerField()))
        .current(Slot("today", DateField()))
        .select_related("organisation", "team")
    )
)


@pytest.mark.django_db
def test_it_answers_the_objects_of_the_queryset_with_what_they_lead_to(alice, bob, django_assert_num_queries):
    first, second = EnrolmentFactory(user=alice), EnrolmentFactory(user=alice)
    other = EnrolmentFactory(user=bob)
    with django_assert_num_queries(2):
        of_alice, of_bob = ENROLMENTS(user=alice.pk), ENROLMENTS(user=bob.pk)
        titles = [enrolment.module.title for enrolment in of_alice]
    assert of_alice == [first, second]
    assert of_bob == [other]
    assert titles == [first.module.title, second.module.title]


@pytest.mark.django_db
def test_a_day_is_a_value_too_and_a_missing_relation_is_none(alice):
    today = timezone.localdate()
    [membership] = CURRENT(user=alice.pk, today=today)
    assert membership.organisation.name == "Haverley Police"
    assert membership.team is None
    assert CURRENT(user=alice.pk, today=membership.started_on - timedelta(days=1)) == []


@pytest.mark.django_db
def test_json_is_read_and_deferred_columns_stay_deferred():
    module = ModuleFactory(slug="seeing", nations=["wales"])
    of_slug = Prepared(lambda: Module.objects.filter(slug=Slot("slug", CharField())).defer("summary"))
    found = of_slug.first(slug="seeing")
    assert found == module
    assert found.nations == ["wales"]
    assert found.get_deferred_fields() == {"summary"}
    assert of_slug.first(slug="nowhere") is None


@pytest.mark.django_db
def test_annotations_and_prefetched_rows_come_with_the_objects(alice, django_assert_num_queries):
    begun = Exists(Enrolment.objects.filter(user=OuterRef("pk")))
    people = Prepared(
        lambda: (
            User.objects.filter(pk=Slot("user", BigIntegerField()))
            .annotate(has_begun=begun)
            .prefetch_related("enrolments")
        )
    )
    assert people.first(user=alice.pk).has_begun is False
    enrolment = EnrolmentFactory(user=alice)
    with django_assert_num_queries(2):
        found = people.first(user=alice.pk)
        assert list(found.enrolments.all()) == [enrolment]
    assert found.has_begun is True


@pytest.mark.django_db
def test_a_value_that_is_not_given_is_an_error(alice):
    with pytest.raises(KeyError):
        ENROLMENTS()


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "postgresql", reason="only PostgreSQL keeps plans")
def test_postgresql_keeps_the_plan_unless_the_settings_speak_of_a_pooler(alice, monkeypatch):
    kept = "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%%courses_enrolment%%'"
    of_person = Prepared(lambda: Enrolment.objects.of(Slot("user", BigIntegerField())).order_by("round", "pk"))

    def count() -> int:
        with connection.cursor() as cursor:
            cursor.execute(kept)
            return cursor.fetchone()[0]

    before = count()
    assert [of_person(user=alice.pk), of_person(user=alice.pk)] == [[], []]
    assert count() == before + 1
    options = {**connection.settings_dict["OPTIONS"], "prepare_threshold": None}
    other = Prepared(lambda: Enrolment.objects.of(Slot("user", BigIntegerField())).order_by("-round", "pk"))
    monkeypatch.setitem(connection.settings_dict, "OPTIONS", options)
    assert other(user=alice.pk) == []
    assert count() == before + 1
