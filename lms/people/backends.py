"""Who is signed in, read anew for every request in one query: the person, their second factor, and the admin."""

from collections.abc import Callable

from allauth.account.auth_backends import AuthenticationBackend
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group, Permission
from django.db.models import BigIntegerField, Exists, OuterRef, Q
from django.db.models.expressions import BaseExpression

from lms.people.models import User
from lms.people.models.user import SECOND_FACTORS
from lms.prepared import Prepared, Slot

ALSO_READ: dict[str, Callable[[], BaseExpression]] = {}


def read_along(name: str, build: Callable[[], BaseExpression]) -> None:
    """Let an app above read something of its own with the person of every session: a name of User, how to find it.

    Asked for when the app is ready; it costs each signed-in request no query of its own, so it has to be cheap.
    """
    ALSO_READ[name] = build


def signed_in():
    """The person of a session, with what `is_editor` and `has_second_factor` would ask of the database."""
    entering = Permission.objects.filter(codename="access_admin", content_type__app_label="wagtailadmin")
    by_group = Group.objects.filter(user=OuterRef("pk"), permissions__in=entering)
    enters = Exists(by_group) | Q(Exists(entering.filter(user=OuterRef("pk"))))
    factors = Authenticator.objects.filter(user=OuterRef("pk"), type__in=SECOND_FACTORS)
    also = {name: build() for name, build in ALSO_READ.items()}
    person = User.objects.filter(pk=Slot("user", BigIntegerField()))
    return person.annotate(enters_admin=enters, has_second_factor=Exists(factors), **also)


SIGNED_IN = Prepared(signed_in)


class SignedInBackend(AuthenticationBackend):
    """Signs in by e-mail as allauth does, and reads a session's person quickly."""

    def get_user(self, user_id: int) -> User | None:
        """The person with this key, unless their account is closed."""
        user = SIGNED_IN.first(user=user_id)
        if user is None or not self.user_can_authenticate(user):
            return None
        user.is_editor = user.is_superuser or user.enters_admin
        return user
