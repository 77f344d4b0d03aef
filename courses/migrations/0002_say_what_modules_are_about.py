from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("courses", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="module",
            name="about",
            field=models.JSONField(
                blank=True, default=list, help_text="Whom it helps to support.", verbose_name="about"
            ),
        ),
        migrations.AddField(
            model_name="module",
            name="exploitation",
            field=models.JSONField(
                blank=True,
                default=list,
                help_text="Those it helps to see or respond to.",
                verbose_name="kinds of exploitation",
            ),
        ),
    ]
