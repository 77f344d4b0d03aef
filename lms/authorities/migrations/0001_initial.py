import django.db.models.deletion
import modelsearch.index
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('contenttypes', '0002_remove_content_type_name'),
        ('people', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='Authority',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=200, verbose_name='title')),
                ('reference', models.CharField(blank=True, max_length=200, verbose_name='reference')),
                ('kind', models.CharField(choices=[('act_section', 'Section of an Act'), ('guidance', 'Guidance'), ('statistic', 'Published figures'), ('service', 'Service or telephone number'), ('list', 'List, for example of first responders')], default='guidance', max_length=20, verbose_name='kind')),
                ('nations', models.JSONField(blank=True, default=list, verbose_name='applies in')),
                ('url', models.URLField(blank=True, verbose_name='address')),
                ('summary', models.TextField(blank=True, verbose_name='summary')),
                ('value', models.TextField(blank=True, help_text='A figure, a telephone number, or a list with one entry on each line. Texts show it from here.', verbose_name='number or list')),
                ('version', models.CharField(blank=True, help_text='For example “4.2, April 2026”.', max_length=60, verbose_name='version')),
                ('in_force_from', models.DateField(blank=True, null=True, verbose_name='in force from')),
                ('in_force_until', models.DateField(blank=True, null=True, verbose_name='in force until')),
                ('checked_on', models.DateField(blank=True, null=True, verbose_name='last checked')),
                ('changed_on', models.DateField(blank=True, editable=False, help_text='The day of the last change after which all that rests on it was to be looked at.', null=True, verbose_name='last changed')),
                ('latest_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='latest revision')),
            ],
            options={
                'verbose_name': 'authority',
                'verbose_name_plural': 'authorities',
                'ordering': ['title'],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='AuthorityCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('checked_on', models.DateField(verbose_name='checked')),
                ('changed', models.BooleanField(default=False, verbose_name='it had changed')),
                ('note', models.CharField(blank=True, max_length=250, verbose_name='note')),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='checks', to='authorities.authority')),
                ('checked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'check of an authority',
                'verbose_name_plural': 'checks of authorities',
                'ordering': ['-checked_on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='AuthorityVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.CharField(blank=True, max_length=60, verbose_name='version')),
                ('url', models.URLField(blank=True, verbose_name='address')),
                ('summary', models.TextField(blank=True, verbose_name='summary')),
                ('value', models.TextField(blank=True, verbose_name='number or list')),
                ('in_force_from', models.DateField(blank=True, null=True, verbose_name='in force from')),
                ('in_force_until', models.DateField(blank=True, null=True, verbose_name='in force until')),
                ('what_changed', models.TextField(blank=True, verbose_name='what changed')),
                ('noted_at', models.DateTimeField(auto_now_add=True)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='authorities.authority')),
                ('noted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'version of an authority',
                'verbose_name_plural': 'versions of authorities',
                'ordering': ['-noted_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='ReviewTask',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('object_id', models.CharField(max_length=64)),
                ('title', models.CharField(help_text='Of the content when the task was made.', max_length=250)),
                ('due_on', models.DateField(verbose_name='due')),
                ('next_reminder_on', models.DateField(blank=True, db_index=True, null=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('outcome', models.CharField(blank=True, choices=[('unchanged', 'Still right'), ('mended', 'Changed'), ('taken_down', 'Taken down')], max_length=12, verbose_name='outcome')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('done_at', models.DateTimeField(blank=True, null=True)),
                ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='contenttypes.contenttype')),
                ('done_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='owner')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tasks', to='authorities.authorityversion')),
            ],
            options={
                'verbose_name': 'review task',
                'verbose_name_plural': 'review tasks',
                'ordering': ['due_on', 'pk'],
                'indexes': [models.Index(fields=['content_type', 'object_id'], name='authorities_task_content')],
                'constraints': [models.UniqueConstraint(fields=('version', 'content_type', 'object_id'), name='authorities_task_once')],
            },
        ),
    ]
