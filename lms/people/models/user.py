"""A person with an account, who signs in by e-mail."""

import uuid
from collections.abc import Iterator
from functools import cached_property

from django.apps import apps
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lms.prepared import Prepared, Slot


def current_memberships():
    """One person's memberships of one day, with organisation and team, the earliest first."""
    memberships = apps.get_model("people", "Membership").objects
    of_person = memberships.filter(user=Slot("user", models.BigIntegerField()))
    current = of_person.current(Slot("today", models.DateField()))
    return current.select_related("organisation", "team").order_by("started_on", "pk")


CURRENT_MEMBERSHIPS = Prepared(current_memberships)
SECOND_FACTORS = (
    "totp",
    "webauthn",
)  # recovery codes are a way in for whoever has one of these, and none by themselves


class UserQuerySet(models.QuerySet):
    """Reads of people."""

    def with_email(self, email: str):
        """The account with this address, whatever its capitals."""
        return self.filter(email__iexact=email.strip())

    def never_signed_in(self):
        """Open accounts that nobody has signed in to yet."""
        return self.filter(is_active=True, last_login=None)

    def by_name(self):
        return self.order_by("last_name", "first_name", "pk")


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):
    """Creates accounts."""

    def create_user(self, email: str, password: str | None = None, **fields):
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields):
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str):
        return self.get(email__iexact=username)


class User(AbstractBaseUser, PermissionsMixin):
    """A person with an account; what they may do comes from memberships and groups."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField(_("e-mail"), unique=True)
    first_name = models.CharField(_("first name"), max_length=80, blank=True)
    last_name = models.CharField(_("last name"), max_length=80, blank=True)
    is_active = models.BooleanField(_("active"), default=True)
    is_staff = models.BooleanField(_("may enter the admin"), default=False)
    date_joined = models.DateTimeField(default=timezone.now)

    answers_reviews = False  # whether a review asks, or asked, them to answer: read with the person of a session

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["last_name", "first_name", "pk"]
        constraints = [models.UniqueConstraint(Lower("email"), name="people_user_email_once")]
        indexes = [
            models.Index(
                fields=["id"], condition=models.Q(is_active=True, last_login=None), name="people_user_never_signed_in"
            )
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        """The name in the order it is said; the address where no name is known."""
        return f"{self.first_name} {self.last_name}".strip() or self.email

    @property
    def sort_name(self) -> str:
        """ "Last, First", for lists and for SCORM's learner name."""
        return ", ".join(part for part in (self.last_name, self.first_name) if part) or self.email

    def get_full_name(self) -> str:
        return self.full_name

    def get_short_name(self) -> str:
        return self.first_name or self.email

    @cached_property
    def current_memberships(self) -> list:
        """The person's memberships of today, with organisation and team; read once per request."""
        return CURRENT_MEMBERSHIPS(user=self.pk, today=timezone.localdate())

    @property
    def main_membership(self):
        """The membership that names the person's organisation on a certificate: the earliest current one."""
        return self.current_memberships[0] if self.current_memberships else None

    @property
    def is_lead(self) -> bool:
        return any(membership.is_lead for membership in self.current_memberships)

    @property
    def is_coordinator(self) -> bool:
        return any(membership.is_coordinator for membership in self.current_memberships)

    @property
    def has_reviews(self) -> bool:
        """Whether reviews concern them: they coordinate some, or are asked to answer where they belong to."""
        return self.is_coordinator or bool(self.answers_reviews and self.current_memberships)

    @cached_property
    def is_editor(self) -> bool:
        return self.is_superuser or self.has_perm("wagtailadmin.access_admin")

    @cached_property
    def has_second_factor(self) -> bool:
        """Whether an authenticator app or a key is asked for when they sign in; read with the person of a session."""
        return apps.get_model("mfa", "Authenticator").objects.filter(user=self, type__in=SECOND_FACTORS).exists()

    def get_session_auth_hash(self) -> str:
        """What a session has to match: it changes with the password, and with the first second factor or the last.

        So whoever opened a session with the password alone is signed out, and has to pass the factor too.
        """
        return self._with_factor(super().get_session_auth_hash())

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """The same under secret keys that are being replaced."""
        return map(self._with_factor, super().get_session_auth_fallback_hash())

    def _with_factor(self, session_hash: str) -> str:
        return f"{session_hash} and a second factor" if self.has_second_factor else session_hash

    @property
    def needs_second_factor(self) -> bool:
        """Whether this person can see other people's records or change content."""
        return self.is_superuser or self.is_staff or self.is_lead or self.is_coordinator or self.is_editor
