from django.db import migrations, models


def note_changes_not_carried_out(apps, schema_editor):
    """What was given out and waits for a sweep may wait for new dates: that was all that was known of it."""
    apps.get_model("courses", "Assignment").objects.filter(swept_at=None).exclude(state="draft").update(
        dates_changed=True
    )


class Migration(migrations.Migration):
    dependencies = [
        ("courses", "0003_remember_whether_a_date_was_chosen"),
    ]

    operations = [
        migrations.AddField(
            model_name="assignment",
            name="dates_changed",
            field=models.BooleanField(
                default=False, help_text="Whether what is open gets new dates when its people are next looked at."
            ),
        ),
        migrations.RunPython(note_changes_not_carried_out, migrations.RunPython.noop, elidable=True),
    ]
