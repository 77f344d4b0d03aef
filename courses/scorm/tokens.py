"""Launch tokens: what authorises package files and commits on the content origin, without a cookie or a query."""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.core import signing

# A commit may come long after its launch: a laptop that slept, an outbox replayed at the next launch.
COMMIT_GRACE = timedelta(days=14)


@dataclass(frozen=True)
class LaunchToken:
    """What a token names: the launch, its attempt (None in a browse), its item, the folder of its package."""

    launch: int
    attempt: int | None
    item: str
    content_key: str
    mode: str


def _signer() -> signing.TimestampSigner:
    return signing.TimestampSigner(salt="courses.scorm.launch", sep="~")


def token_for(named: LaunchToken) -> str:
    """The token, safe as one segment of a path."""
    content = [named.launch, named.attempt, named.item, named.content_key, named.mode]
    return _signer().sign_object(content, compress=True)


def read_token(token: str, *, for_commit: bool = False) -> LaunchToken | None:
    """What the token names; None when it is forged, or too old: for files after SCORM_LAUNCH_TOKEN_HOURS."""
    age = timedelta(hours=settings.SCORM_LAUNCH_TOKEN_HOURS)
    try:
        content = _signer().unsign_object(token, max_age=age + COMMIT_GRACE if for_commit else age)
        return LaunchToken(*content)
    except (signing.BadSignature, TypeError, ValueError):
        return None
