import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import lms.uploads.models
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('path', models.CharField(max_length=255, unique=True)),
                ('depth', models.PositiveIntegerField()),
                ('numchild', models.PositiveIntegerField(default=0)),
                ('name', models.CharField(max_length=150, verbose_name='name')),
                ('kind', models.CharField(choices=[('police', 'Police'), ('council', 'Council'), ('health', 'Health'), ('fire', 'Fire and rescue'), ('housing', 'Housing'), ('education', 'Education'), ('charity', 'Charity'), ('other', 'Other')], default='other', max_length=20, verbose_name='kind')),
                ('nation', models.CharField(blank=True, choices=[('england', 'England'), ('wales', 'Wales'), ('scotland', 'Scotland'), ('northern-ireland', 'Northern Ireland')], max_length=20, verbose_name='nation')),
                ('join_code', models.CharField(blank=True, help_text='Lets anyone who has it join.', max_length=12, null=True, unique=True, verbose_name='join code')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': 'organisation',
                'verbose_name_plural': 'organisations',
            },
        ),
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('email', models.EmailField(max_length=254, unique=True, verbose_name='e-mail')),
                ('first_name', models.CharField(blank=True, max_length=80, verbose_name='first name')),
                ('last_name', models.CharField(blank=True, max_length=80, verbose_name='last name')),
                ('is_active', models.BooleanField(default=True, verbose_name='active')),
                ('is_staff', models.BooleanField(default=False, verbose_name='may enter the admin')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now)),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
            ],
            options={
                'verbose_name': 'person',
                'verbose_name_plural': 'people',
                'ordering': ['last_name', 'first_name', 'pk'],
                'indexes': [models.Index(condition=models.Q(('is_active', True), ('last_login', None)), fields=['id'], name='people_user_never_signed_in')],
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('job_role', models.CharField(blank=True, max_length=100, verbose_name='job role')),
                ('nation', models.CharField(blank=True, choices=[('england', 'England'), ('wales', 'Wales'), ('scotland', 'Scotland'), ('northern-ireland', 'Northern Ireland')], help_text='Empty means the organisation’s nation.', max_length=20, verbose_name='nation')),
                ('is_first_responder', models.BooleanField(default=False, verbose_name='works for a first responder')),
                ('is_child_facing', models.BooleanField(default=False, verbose_name='works with children')),
                ('is_lead', models.BooleanField(default=False, verbose_name='training lead')),
                ('is_coordinator', models.BooleanField(default=False, verbose_name='partnership coordinator')),
                ('started_on', models.DateField(default=django.utils.timezone.localdate, verbose_name='joined')),
                ('ended_on', models.DateField(blank=True, null=True, verbose_name='left')),
                ('changed_at', models.DateTimeField(auto_now=True, db_index=True, help_text='Set by hand where rows are updated in bulk.')),
                ('is_summed_up', models.BooleanField(default=False, editable=False, help_text='Whether what is asked of the member is summed up for reports.')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='people.organisation')),
            ],
            options={
                'verbose_name': 'membership',
                'verbose_name_plural': 'memberships',
                'ordering': ['started_on', 'pk'],
                'indexes': [models.Index(fields=['organisation', 'job_role', 'started_on', 'ended_on'], name='people_membership_roles'), models.Index(condition=models.Q(('is_summed_up', False)), fields=['organisation'], name='people_membership_not_summed'), models.Index(condition=models.Q(('ended_on__isnull', False), ('is_summed_up', True)), fields=['ended_on'], name='people_membership_left_over')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_on', None)), fields=('user', 'organisation'), name='people_membership_current_once'), models.CheckConstraint(condition=models.Q(('ended_on', None), ('ended_on__gte', models.F('started_on')), _connector='OR'), name='people_membership_ends_after_start')],
            },
        ),
        migrations.CreateModel(
            name='ActivationLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token_hash', models.CharField(max_length=64, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('expires_at', models.DateTimeField()),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.membership')),
            ],
            options={
                'verbose_name': 'activation link',
                'verbose_name_plural': 'activation links',
                'ordering': ['-created_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='RosterColumns',
            fields=[
                ('organisation', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='roster_columns', serialize=False, to='people.organisation')),
                ('fields_by_header', models.JSONField(default=dict, help_text='Field names by the header in small letters.')),
                ('updated_at', models.DateTimeField(auto_now=True)),
            ],
            options={
                'verbose_name': 'matched columns',
                'verbose_name_plural': 'matched columns',
            },
        ),
        migrations.CreateModel(
            name='InvitationBatch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('send', 'Send to people who have never signed in'), ('resend', 'Send again'), ('withdraw', 'Withdraw')], max_length=10)),
                ('with_units', models.BooleanField(default=True)),
                ('people_to_do', models.PositiveIntegerField(default=0)),
                ('people_done', models.PositiveIntegerField(default=0)),
                ('last_done', models.PositiveBigIntegerField(default=0, help_text='The key of the last row done.')),
                ('claimed_at', models.DateTimeField(blank=True, null=True)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
                ('requested_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.organisation')),
            ],
            options={
                'verbose_name': 'invitations in bulk',
                'verbose_name_plural': 'invitations in bulk',
                'ordering': ['-created_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='ApprovedDomain',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('domain', models.CharField(max_length=150, unique=True, verbose_name='domain')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='approved_domains', to='people.organisation')),
            ],
            options={
                'verbose_name': 'approved e-mail domain',
                'verbose_name_plural': 'approved e-mail domains',
                'ordering': ['domain'],
            },
        ),
        migrations.CreateModel(
            name='RosterImport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('file', models.FileField(storage=lms.uploads.models.private_storage, upload_to='rosters')),
                ('file_name', models.CharField(max_length=200)),
                ('sheets', models.JSONField(default=list, help_text='The names of a workbook’s sheets.')),
                ('sheet', models.CharField(blank=True, help_text='The sheet that is read.', max_length=100)),
                ('header_line', models.PositiveIntegerField(default=1, help_text='The line that holds the column names.')),
                ('headers', models.JSONField(default=list)),
                ('fields_by_header', models.JSONField(default=dict)),
                ('end_missing', models.BooleanField(default=False, help_text='End the membership of people not in the file.')),
                ('effective_on', models.DateField(default=django.utils.timezone.localdate)),
                ('state', models.CharField(choices=[('uploaded', 'Uploaded'), ('check_due', 'Waiting to be checked'), ('checking', 'Being checked'), ('checked', 'Checked'), ('apply_due', 'Waiting to be applied'), ('applying', 'Being applied'), ('applied', 'Applied'), ('failed', 'Failed'), ('cancelled', 'Cancelled')], default='uploaded', max_length=12)),
                ('problem', models.TextField(blank=True, help_text='Why the file could not be used.')),
                ('row_count', models.PositiveIntegerField(default=0)),
                ('done_count', models.PositiveIntegerField(default=0)),
                ('claimed_at', models.DateTimeField(blank=True, null=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('checked_at', models.DateTimeField(blank=True, null=True)),
                ('applied_at', models.DateTimeField(blank=True, null=True)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='roster_imports', to='people.organisation')),
                ('uploaded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'roster import',
                'verbose_name_plural': 'roster imports',
                'ordering': ['-created_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='RosterRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(help_text='The line of the file; empty for who is not in it.', null=True)),
                ('action', models.CharField(choices=[('refused', 'Refused'), ('create', 'Create'), ('move', 'Move'), ('update', 'Update'), ('end', 'End'), ('unchanged', 'Unchanged')], max_length=10)),
                ('name', models.CharField(blank=True, max_length=170)),
                ('email', models.CharField(blank=True, max_length=254)),
                ('detail', models.TextField(blank=True, help_text='What changes, or why the row is refused.')),
                ('said', models.JSONField(default=dict, help_text="The row's values by our field names.")),
                ('applied_at', models.DateTimeField(blank=True, null=True)),
                ('membership', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.membership')),
                ('roster_import', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='people.rosterimport')),
            ],
            options={
                'verbose_name': 'roster row',
                'verbose_name_plural': 'roster rows',
                'ordering': ['number', 'pk'],
                'indexes': [models.Index(fields=['roster_import', 'action', 'number'], name='people_roster_action')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('number__isnull', False)), fields=('roster_import', 'number'), name='people_roster_line_once')],
            },
        ),
        migrations.CreateModel(
            name='Team',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=150, verbose_name='name')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='teams', to='people.organisation')),
            ],
            options={
                'verbose_name': 'team',
                'verbose_name_plural': 'teams',
                'ordering': ['name'],
                'constraints': [models.UniqueConstraint(fields=('organisation', 'name'), name='people_team_once')],
            },
        ),
        migrations.AddField(
            model_name='membership',
            name='team',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='memberships', to='people.team'),
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('email', models.EmailField(max_length=254, verbose_name='e-mail')),
                ('first_name', models.CharField(blank=True, max_length=80, verbose_name='first name')),
                ('last_name', models.CharField(blank=True, max_length=80, verbose_name='last name')),
                ('job_role', models.CharField(blank=True, max_length=100, verbose_name='job role')),
                ('is_lead', models.BooleanField(default=False, verbose_name='training lead')),
                ('is_coordinator', models.BooleanField(default=False, verbose_name='partnership coordinator')),
                ('token_hash', models.CharField(max_length=64, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('sent_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='last sent')),
                ('expires_at', models.DateTimeField()),
                ('accepted_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('accepted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('invited_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to='people.organisation')),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.team')),
            ],
            options={
                'verbose_name': 'invitation',
                'verbose_name_plural': 'invitations',
                'ordering': ['-created_at', '-pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('accepted_at', None), ('withdrawn_at', None)), fields=('organisation', 'email'), name='people_invitation_open_once')],
            },
        ),
        migrations.AddConstraint(
            model_name='user',
            constraint=models.UniqueConstraint(django.db.models.functions.text.Lower('email'), name='people_user_email_once'),
        ),
    ]
