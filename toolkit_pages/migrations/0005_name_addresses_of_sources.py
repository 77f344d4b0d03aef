"""Frees the name "url", which on every page means the page's own address."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("toolkit_pages", "0004_put_tables_into_documents")]

    operations = [
        migrations.RenameField("lawitempage", "url", "source_url"),
        migrations.RenameField("trainingentrypage", "url", "source_url"),
    ]
