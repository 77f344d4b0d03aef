import django.db.models.deletion
import lms.editorial.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='NamedReviewersTask',
            fields=[
                ('task_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.task')),
                ('part', models.CharField(choices=[('subject', 'Subject expert'), ('lived-experience', 'Lived-experience reviewer')], default='subject', max_length=20, verbose_name='as')),
                ('reviewers', models.ManyToManyField(help_text='One of them is enough. Only people who may enter the admin can be chosen.', limit_choices_to=lms.editorial.models.people_who_edit, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='reviewers')),
            ],
            options={
                'verbose_name': 'review by named people',
                'verbose_name_plural': 'reviews by named people',
            },
            bases=('wagtailcore.task',),
        ),
    ]
