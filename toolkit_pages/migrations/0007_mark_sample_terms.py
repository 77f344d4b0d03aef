"""Lets a term of the glossary be marked as sample content."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("toolkit_pages", "0006_keep_the_history_of_synonyms")]

    operations = [
        migrations.AddField(
            model_name="glossaryterm",
            name="is_sample",
            field=models.BooleanField(
                default=False,
                help_text="Marked as a sample until an expert signs it off.",
                verbose_name="sample content",
            ),
        ),
    ]
