"""What editors and administrators may do with content in the Wagtail admin: drafts for the one, approval for the other.

Only content is named here: no permission on a model that holds people's data is given.
"""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from lms.editorial.domain.approval import sync_approval

# Content edited as snippets.
SNIPPETS = [
    ("courses", "course"),
    ("courses", "module"),
    ("courses", "lesson"),
    ("courses", "scormpackage"),
    ("courses", "packageversion"),
    ("assessments", "question"),
    ("assessments", "quiz"),
    ("authorities", "authority"),
    ("toolkit_pages", "checklisttheme"),
    ("toolkit_pages", "checklistitem"),
    ("toolkit_pages", "partnership"),
    ("toolkit_pages", "glossaryterm"),
    ("toolkit_pages", "searchsynonym"),
]
# What nobody edits, but editors read.
READ = [("toolkit_pages", "searchmiss")]
EDITING = ["add", "change", "view"]
DECIDING = ["delete", "publish", "lock", "unlock"]
FILES = ["add", "change", "choose"]


@transaction.atomic
def sync_editing(editors: Group, *, administrators: Group) -> None:
    """Give both groups their permissions on content, and make administrators its approvers. Safe to repeat."""
    editors.permissions.add(*permissions_on(SNIPPETS, EDITING), *permissions_on(READ, ["view"]))
    administrators.permissions.add(*permissions_on(SNIPPETS, EDITING + DECIDING), *permissions_on(READ, ["view"]))
    sync_pages(editors, ["add", "change"])
    sync_pages(administrators, ["add", "change", "publish", "bulk_delete", "lock", "unlock"])
    sync_files(editors, FILES)
    sync_files(administrators, [*FILES, "delete"])
    sync_approval(administrators)


def permissions_on(models: list[tuple[str, str]], actions: list[str]) -> list[Permission]:
    """The permissions for these actions on these models; Wagtail's own, such as "publish", where there are any."""
    wanted = Q(pk__in=[])
    for app, model in models:
        codenames = [f"{action}_{model}" for action in actions]
        wanted |= Q(content_type__app_label=app, content_type__model=model, codename__in=codenames)
    return list(Permission.objects.filter(wanted))


def sync_pages(group: Group, actions: list[str]) -> None:
    """Give the group exactly these permissions, on the whole page tree."""
    root = Page.get_first_root_node()
    wanted = Permission.objects.filter(
        content_type__app_label="wagtailcore", codename__in=[f"{action}_page" for action in actions]
    )
    GroupPagePermission.objects.filter(group=group).exclude(page=root, permission__in=wanted).delete()
    for permission in wanted:
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)


def sync_files(group: Group, actions: list[str]) -> None:
    """Give the group exactly these permissions, on all images and documents."""
    root = Collection.get_first_root_node()
    # Wagtail's policies ask for the permissions of its own models, whichever model the site uses.
    wanted = Permission.objects.filter(
        content_type__app_label__in=["wagtailimages", "wagtaildocs"],
        codename__in=[f"{action}_{kind}" for action in actions for kind in ("image", "document")],
    )
    GroupCollectionPermission.objects.filter(group=group).exclude(collection=root, permission__in=wanted).delete()
    for permission in wanted:
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)
