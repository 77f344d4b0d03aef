"""The database refuses to change or remove an audit event, whoever asks."""

from django.db import migrations

from lms.audit.triggers import ADDING, REMOVING


def add_triggers(apps, schema_editor):
    for statement in ADDING.get(schema_editor.connection.vendor, []):
        schema_editor.execute(statement)


def remove_triggers(apps, schema_editor):
    for statement in REMOVING.get(schema_editor.connection.vendor, []):
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_who_and_where")]

    operations = [migrations.RunPython(add_triggers, remove_triggers)]
