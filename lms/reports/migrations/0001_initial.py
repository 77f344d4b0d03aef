import django.db.models.deletion
import lms.uploads.models
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Export',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('report', models.CharField(max_length=30)),
                ('format', models.CharField(choices=[('csv', 'CSV'), ('xlsx', 'Excel')], default='csv', max_length=4)),
                ('query', models.TextField(blank=True, help_text='The filters, as in the address.')),
                ('state', models.CharField(choices=[('due', 'Waiting'), ('writing', 'Being prepared'), ('ready', 'Ready'), ('failed', 'Failed')], default='due', max_length=10)),
                ('row_count', models.PositiveIntegerField(default=0)),
                ('file', models.FileField(blank=True, storage=lms.uploads.models.private_storage, upload_to='exports')),
                ('problem', models.TextField(blank=True)),
                ('claimed_at', models.DateTimeField(blank=True, null=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('ready_at', models.DateTimeField(blank=True, null=True)),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'export',
                'verbose_name_plural': 'exports',
                'ordering': ['-created_at', '-pk'],
                'indexes': [models.Index(fields=['state', 'created_at'], name='reports_export_due')],
            },
        ),
    ]
