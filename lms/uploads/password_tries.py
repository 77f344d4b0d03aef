"""The passwords of private collections and pages: wrong ones are counted, as they are when somebody signs in."""

from allauth.core.internal.ratelimit import consume
from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare
from wagtail.models import BaseViewRestriction


class WrongPassword(Exception):
    """What was typed is not the password."""


class TooManyTries(Exception):
    """So many wrong passwords came lately that none is compared any more, the right one neither."""


def check_password(request: HttpRequest, *, restriction: BaseViewRestriction, password: str) -> None:
    """Compare what a visitor typed with the restriction's password.

    Wrong ones are counted by the visitor's address and for the restriction (`PRIVATE_PASSWORD_RATE`); right ones are
    not, because many people of one office have one address. Each try counts until it is known to be right, so that
    many at once are not more than the limit either. Raises WrongPassword or TooManyTries.
    """
    counted = consume(
        request,
        app="uploads",
        action="private_password",
        config={"private_password": settings.PRIVATE_PASSWORD_RATE},
        key=f"{restriction._meta.label_lower}:{restriction.pk}",
    )
    if counted is None:
        raise TooManyTries
    if not constant_time_compare(password, restriction.password):
        raise WrongPassword
    counted.rollback()
