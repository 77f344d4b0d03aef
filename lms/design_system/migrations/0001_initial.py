import django.db.models.deletion
import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='SiteSettings',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('site_name', models.CharField(default='Anti-slavery', max_length=40, verbose_name='site name, first line')),
                ('site_name_second', models.CharField(default='Toolkit and Training', max_length=60, verbose_name='site name, second line')),
                ('neutral_name', models.CharField(default='Toolkit and Training', help_text='Used in titles, e-mail and file names, where others may see it.', max_length=60, verbose_name='neutral name')),
                ('emergency_number', models.CharField(default='999', max_length=10, verbose_name='emergency number')),
                ('helplines', wagtail.fields.StreamField([('helpline', 4)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'max_length': 80}), 1: ('wagtail.blocks.CharBlock', (), {'max_length': 30}), 2: ('wagtail.blocks.CharBlock', (), {'max_length': 120, 'required': False}), 3: ('wagtail.blocks.MultipleChoiceBlock', [], {'choices': [('england', 'England'), ('wales', 'Wales'), ('scotland', 'Scotland'), ('northern-ireland', 'Northern Ireland')], 'required': False}), 4: ('wagtail.blocks.StructBlock', [[('name', 0), ('number', 1), ('note', 2), ('nations', 3)]], {})}, help_text='At the top of every page is the first one that serves the person’s nation.')),
                ('exit_url', models.URLField(default='https://www.bbc.co.uk/weather', help_text='Where “Exit this page” leads: an ordinary page of another site.', verbose_name='exit address')),
                ('phase', models.CharField(blank=True, help_text='For example “Beta”; blank for none.', max_length=20, verbose_name='phase')),
                ('phase_text', wagtail.fields.RichTextField(blank=True, verbose_name='phase banner text')),
                ('footer_text', models.TextField(blank=True, verbose_name='footer text')),
                ('footer_groups', wagtail.fields.StreamField([('group', 5)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'max_length': 60}), 1: ('wagtail.blocks.PageChooserBlock', (), {'required': False}), 2: ('wagtail.blocks.CharBlock', (), {'max_length': 200, 'required': False}), 3: ('wagtail.blocks.StructBlock', [[('label', 0), ('page', 1), ('url', 2)]], {}), 4: ('wagtail.blocks.ListBlock', (3,), {}), 5: ('wagtail.blocks.StructBlock', [[('title', 0), ('links', 4)]], {})})),
                ('site', models.OneToOneField(editable=False, on_delete=django.db.models.deletion.CASCADE, to='wagtailcore.site')),
            ],
            options={
                'verbose_name': 'site name, help and footer',
            },
        ),
    ]
