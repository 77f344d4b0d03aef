"""The database keeps the audit trail as it was written, whoever asks and however."""

import pytest
from django.db import DatabaseError, connection, models, transaction

from lms.audit.domain.recording import record
from lms.audit.models import AuditEvent
from lms.audit.triggers import ADDING

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(bob, haverley):
    """Something bob did; the tests' SQLite gets back the trigger that it lacks (tests/conftest.py)."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(ADDING["sqlite"][1])
    return record(bob, action="invited", subject=haverley, organisation=haverley)


def with_sql(statement: str):
    """A change made past the ORM."""

    def change(event):
        with connection.cursor() as cursor:
            cursor.execute(statement, [event.pk])

    return change


CHANGES = [
    with_sql("UPDATE audit_auditevent SET action = 'nothing' WHERE id = %s"),
    with_sql("DELETE FROM audit_auditevent WHERE id = %s"),
    lambda event: models.QuerySet(AuditEvent).filter(pk=event.pk).update(action="nothing"),
    lambda event: models.QuerySet(AuditEvent).filter(pk=event.pk).delete(),
    lambda event: AuditEvent._base_manager.filter(pk=event.pk)._raw_delete("default"),
    lambda event: AuditEvent._base_manager.update(action="nothing"),
    lambda event: models.Model.save(event, force_update=True),
    lambda event: models.Model.delete(event),
]


@pytest.mark.parametrize("number", range(len(CHANGES)))
def test_no_way_around_the_model_changes_or_removes_an_event(event, number):
    event.action = "nothing"
    with pytest.raises((DatabaseError, TypeError)), transaction.atomic():
        CHANGES[number](event)
    assert AuditEvent.objects.get().action == "invited"


def test_a_conflict_does_not_overwrite_an_event(event):
    again = AuditEvent(pk=event.pk, action="nothing", subject_type="", subject_id="", subject_text="", detail={})
    with pytest.raises((DatabaseError, TypeError)), transaction.atomic():
        AuditEvent.objects.bulk_create([again], update_conflicts=True, unique_fields=["id"], update_fields=["action"])
    assert AuditEvent.objects.get().action == "invited"
