"""The groups of editors and administrators and what each may do in the Wagtail admin, synced at every deploy.

Training leads and coordinators are in no group: their sight of people comes from memberships, and they never enter the
Wagtail admin. Editors get no permission on any model that holds people's data; administrators manage organisations, and
see nobody's training. What both may do with content is in lms.editorial.domain.permissions.
"""

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from lms.editorial.domain.permissions import sync_editing

EDITORS = "Editors"
ADMINISTRATORS = "Administrators"

MANAGED: dict[str, list[str]] = {
    "design_system.SiteSettings": ["change"],
    "wagtailredirects.Redirect": ["add", "change", "delete", "view"],
    "wagtailcore.Collection": ["add", "change", "delete", "view"],
    "wagtailcore.Workflow": ["add", "change", "delete", "view"],
    "wagtailcore.Task": ["add", "change", "delete", "view"],
    "wagtailcore.GroupApprovalTask": ["add", "change", "delete", "view"],
    "editorial.NamedReviewersTask": ["add", "change", "delete", "view"],
    "people.Organisation": ["add", "change", "view"],
    "people.Team": ["add", "change", "view"],
    "people.ApprovedDomain": ["add", "delete", "view"],
    "people.Membership": ["change", "view"],
    "people.Invitation": ["add", "delete", "view"],
    "toolkit_pages.PartnershipMember": ["add", "change", "view"],
    "audit.AuditEvent": ["view"],
}


@transaction.atomic
def sync_roles() -> dict[str, Group]:
    """Make the groups hold exactly what is written here; returns them by name. Safe to repeat."""
    groups = {name: Group.objects.get_or_create(name=name)[0] for name in (EDITORS, ADMINISTRATORS)}
    entry = Permission.objects.filter(content_type__app_label="wagtailadmin", codename="access_admin")
    groups[EDITORS].permissions.set(entry)
    groups[ADMINISTRATORS].permissions.set([*entry, *permissions_to_manage()])
    sync_editing(groups[EDITORS], administrators=groups[ADMINISTRATORS])
    return groups


def permissions_to_manage() -> list[Permission]:
    """What administrators hold beyond the editors' permissions."""
    found: list[Permission] = []
    for label, actions in MANAGED.items():
        model = apps.get_model(label)
        codenames = [f"{action}_{model._meta.model_name}" for action in actions]
        of_model = ContentType.objects.get_for_model(model)
        found += Permission.objects.filter(content_type=of_model, codename__in=codenames)
    return found
