"""Have every file read again: search now takes the words of resources' files too, and those of more kinds of file."""

from django.db import migrations


def forget_what_was_read(apps, schema_editor):
    apps.get_model("uploads", "DocumentText").objects.update(file_hash="")


class Migration(migrations.Migration):
    dependencies = [("uploads", "0001_initial")]

    operations = [migrations.RunPython(forget_what_was_read, migrations.RunPython.noop, elidable=True)]
