"""Application settings of lms.people: who adds or removes a second factor stays signed in, in that browser alone."""

from typing import Any

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "lms.people"
    label = "people"
    verbose_name = "People"

    def ready(self) -> None:
        from allauth.mfa.signals import authenticator_added, authenticator_removed

        for signal in (authenticator_added, authenticator_removed):
            signal.connect(stay_signed_in, dispatch_uid="people:second_factor")


def stay_signed_in(*, request: Any, user: Any, **signal: Any) -> None:
    """Let this session match the person as they are now, read anew: what it has to match depends on the factor."""
    from django.contrib.auth import update_session_auth_hash

    from lms.people.models import User

    update_session_auth_hash(request, User.objects.get(pk=user.pk))
