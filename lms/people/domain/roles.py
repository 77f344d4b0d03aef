"""The groups of editors and administrators and what each may do in the Wagtail admin, synced at every deploy.

Training leads and coordinators are in no group: their sight of people comes from memberships, and they never enter the
Wagtail admin. Editors get no permission on any model that holds people's data.
"""

from django.contrib.auth.models import Group, Permission
from django.db import transaction

EDITORS = "Editors"
ADMINISTRATORS = "Administrators"


@transaction.atomic
def sync_roles() -> dict[str, Group]:
    """Create or mend the groups; returns them by name. Safe to repeat."""
    groups = {name: Group.objects.get_or_create(name=name)[0] for name in (EDITORS, ADMINISTRATORS)}
    admin_access = Permission.objects.filter(content_type__app_label="wagtailadmin", codename="access_admin")
    for group in groups.values():
        group.permissions.add(*admin_access)
    return groups
