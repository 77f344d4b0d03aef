import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='OutgoingEmail',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=200, unique=True)),
                ('kind', models.CharField(max_length=50)),
                ('to', models.EmailField(blank=True, max_length=254)),
                ('subject', models.CharField(blank=True, max_length=200)),
                ('text', models.TextField(blank=True)),
                ('html', models.TextField(blank=True)),
                ('message_id', models.CharField(blank=True, max_length=200)),
                ('state', models.CharField(choices=[('due', 'Due'), ('sending', 'Being sent'), ('sent', 'Sent'), ('failed', 'Failed')], default='due', max_length=10)),
                ('not_before', models.DateTimeField()),
                ('claimed_at', models.DateTimeField(blank=True, null=True)),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('doubts', models.PositiveSmallIntegerField(default=0, help_text='How often nobody knows whether a try arrived: the answer was lost, or the worker died.')),
                ('last_error', models.TextField(blank=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('bounced_at', models.DateTimeField(blank=True, help_text='When the address was refused for good.', null=True)),
                ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.organisation')),
                ('user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'e-mail',
                'verbose_name_plural': 'e-mails',
                'ordering': ['-created_at'],
                'indexes': [models.Index(fields=['state', 'not_before'], name='outbox_due'), models.Index(fields=['organisation', 'created_at'], name='outbox_of_organisation'), models.Index(condition=models.Q(('bounced_at__isnull', False)), fields=['to'], name='outbox_bounced'), models.Index(fields=['to', 'sent_at'], name='outbox_to')],
            },
        ),
        migrations.CreateModel(
            name='Mention',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=100, unique=True)),
                ('email', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mentions', to='outbox.outgoingemail')),
            ],
            options={
                'verbose_name': 'thing told by e-mail',
                'verbose_name_plural': 'things told by e-mail',
            },
        ),
    ]
