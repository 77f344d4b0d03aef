import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('contenttypes', '0002_remove_content_type_name'),
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Link',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('url', models.TextField(verbose_name='address')),
                ('url_hash', models.CharField(help_text='SHA-256 of the address.', max_length=64, unique=True)),
                ('state', models.CharField(choices=[('waiting', 'Not looked at yet'), ('works', 'Works'), ('moved', 'Moved for good'), ('broken', 'Broken'), ('refused', 'Not looked at: a private address')], default='waiting', max_length=10, verbose_name='state')),
                ('status', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='answer')),
                ('moved_to', models.TextField(blank=True, verbose_name='moved to')),
                ('problem', models.CharField(blank=True, max_length=250, verbose_name='problem')),
                ('failures', models.PositiveSmallIntegerField(default=0, help_text='In a row.')),
                ('checked_at', models.DateTimeField(blank=True, null=True, verbose_name='looked at')),
                ('next_check_at', models.DateTimeField(db_index=True)),
                ('claimed_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'link',
                'verbose_name_plural': 'links',
                'ordering': ['url'],
            },
        ),
        migrations.CreateModel(
            name='Confirmation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('object_id', models.CharField(max_length=64)),
                ('confirmed_on', models.DateField(verbose_name='confirmed')),
                ('review_on', models.DateField(blank=True, null=True, verbose_name='next review')),
                ('note', models.CharField(blank=True, max_length=250, verbose_name='note')),
                ('confirmed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='contenttypes.contenttype')),
            ],
            options={
                'verbose_name': 'confirmation',
                'verbose_name_plural': 'confirmations',
                'ordering': ['-confirmed_on', '-pk'],
                'indexes': [models.Index(fields=['content_type', 'object_id'], name='freshness_confirmed_content')],
            },
        ),
        migrations.CreateModel(
            name='LinkUse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('object_id', models.CharField(max_length=64)),
                ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='contenttypes.contenttype')),
                ('link', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='uses', to='freshness.link')),
            ],
            options={
                'verbose_name': 'use of a link',
                'verbose_name_plural': 'uses of links',
                'indexes': [models.Index(fields=['content_type', 'object_id'], name='freshness_link_content')],
                'constraints': [models.UniqueConstraint(fields=('link', 'content_type', 'object_id'), name='freshness_link_use_once')],
            },
        ),
    ]
