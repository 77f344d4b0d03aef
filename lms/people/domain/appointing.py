"""Appointing editors: administrators give and take that role, and no other, without being superusers."""

from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from lms.audit.domain.recording import record
from lms.people.domain.errors import AlreadyMember, NotAllowed
from lms.people.domain.joining import has_confirmed_address
from lms.people.domain.roles import EDITORS
from lms.people.models import User


def may_appoint(user: User) -> bool:
    """Whether the person may appoint editors: administrators may, and superusers."""
    return user.has_perm("people.change_membership")


def editors() -> QuerySet[User]:
    """Everybody who is an editor, by name."""
    return User.objects.filter(groups__name=EDITORS).by_name()


@transaction.atomic
def appoint_editor(actor: User, *, email: str) -> User:
    """Make the person with this address an editor; returns them.

    Raises NotAllowed unless `actor` may appoint, and when there is no open account with this address that is
    confirmed; AlreadyMember when they are an editor.
    """
    check_may_appoint(actor)
    user = User.objects.select_for_update().with_email(email).filter(is_active=True).first()
    if user is None or not has_confirmed_address(user):
        raise NotAllowed(_("Nobody has a confirmed account with this address. Ask them to make one first."))
    group = Group.objects.get(name=EDITORS)
    if user.groups.filter(pk=group.pk).exists():
        raise AlreadyMember(_("%(name)s is an editor already.") % {"name": user})
    user.groups.add(group)
    record(actor, action="appointed editor", subject=user)
    return user


@transaction.atomic
def dismiss_editor(actor: User, *, user: User) -> None:
    """Take the editor's role away; what they wrote stays. Safe to repeat. Raises NotAllowed."""
    check_may_appoint(actor)
    group = Group.objects.get(name=EDITORS)
    if user.groups.filter(pk=group.pk).exists():
        user.groups.remove(group)
        record(actor, action="dismissed editor", subject=user)


def check_may_appoint(actor: User) -> None:
    """Raises NotAllowed unless the person may appoint editors."""
    if not may_appoint(actor):
        raise NotAllowed(_("Only administrators appoint editors."))
