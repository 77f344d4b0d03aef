"""The sweep over links that are due: asks each site a few times at most, judges the answer, and backs off."""

import logging
import time
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.freshness.domain.link_fetching import Answer, look_at
from lms.freshness.models import Link

logger = logging.getLogger(__name__)
MOST_AT_ONCE = 40
MOST_OF_A_SITE = 3
LONGEST_SWEEP = 90  # seconds: other tasks wait for this worker
CLAIM_ENDS = timedelta(minutes=15)
AFTER_SUCCESS = timedelta(days=14)
FIRST_WAIT = timedelta(hours=6)
LONGEST_WAIT = timedelta(days=14)
FAILURES_TO_BE_BROKEN = 3
GONE = {404, 410}
NOT_FOR_PROGRAMS = {401, 403, 405, 406, 429, 451, 999}

Looker = Callable[[str], Answer]


def check_due_links(*, at: datetime | None = None, look: Looker = look_at, seconds: float = LONGEST_SWEEP) -> int:
    """Look at links that are due, a few of each site; returns how many. Two sweeps at once never share a link.

    No look is begun after `seconds`: what is left is due still, and the next sweep goes on with it.
    """
    at, until = at or timezone.now(), time.monotonic() + seconds
    looked, of_site = 0, Counter[str]()
    free = Q(claimed_at=None) | Q(claimed_at__lt=at - CLAIM_ENDS)
    due = Link.objects.filter(free, next_check_at__lte=at).order_by("next_check_at", "pk")
    for key, url in list(due.values_list("pk", "url")):
        if looked >= MOST_AT_ONCE or time.monotonic() > until:
            break
        site = site_of(url)
        if of_site[site] >= MOST_OF_A_SITE:
            continue
        if not Link.objects.filter(free, pk=key, next_check_at__lte=at).update(claimed_at=at):
            continue
        link = Link.objects.filter(pk=key).first()
        if link is None:  # nothing holds it any more
            continue
        of_site[site] += 1
        looked += 1
        note_answer(link, looked_at(url, look), at=at)
    return looked


def looked_at(url: str, look: Looker) -> Answer:
    """What came back. What nobody thought of is noted with its link, so that it does not hold up the others."""
    try:
        return look(url)
    except Exception:  # a sweep that ends here would meet the same link first of all the next time
        logger.exception("A link could not be looked at.")
        return Answer(problem=_("The site cannot be reached."))


def site_of(url: str) -> str:
    """The site an address is on; "" for one that cannot be read."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def note_answer(link: Link, answer: Answer, *, at: datetime) -> None:
    """Write down what came back, and when to look next: twice as long after each failure, at most two weeks."""
    state = judged(answer)
    failed = state is Link.State.BROKEN
    failures = link.failures + 1 if failed else 0
    if failed and answer.status not in GONE and failures < FAILURES_TO_BE_BROKEN:
        state = Link.State(link.state)
    wait = min(FIRST_WAIT * 2 ** min(failures - 1, 10), LONGEST_WAIT) if failed else AFTER_SUCCESS
    moved_to = link.moved_to if failed else answer.moved_to
    Link.objects.filter(pk=link.pk).update(
        state=state,
        status=answer.status,
        moved_to=moved_to if state is Link.State.MOVED else "",
        problem=answer.problem or problem_of(answer.status),
        failures=failures,
        checked_at=at,
        next_check_at=at + wait,
        claimed_at=None,
    )


def judged(answer: Answer) -> Link.State:
    """What an answer says about a link. A site that turns programs away is there for people."""
    if answer.refused:
        return Link.State.REFUSED
    if answer.status is None:
        return Link.State.BROKEN
    if answer.status < 400:
        return Link.State.MOVED if answer.moved_to else Link.State.WORKS
    return Link.State.WORKS if answer.status in NOT_FOR_PROGRAMS else Link.State.BROKEN


def problem_of(status: int | None) -> str:
    """A status in words for editors; "" when all is well."""
    if status is None or status < 400:
        return ""
    if status in GONE:
        return _("The page is not there any more (%(status)d).") % {"status": status}
    if status in NOT_FOR_PROGRAMS:
        return _("The site answers people only (%(status)d): look at it yourself.") % {"status": status}
    return _("The site answers with an error (%(status)d).") % {"status": status}


def look_again(link: Link) -> None:
    """Make a link due now."""
    Link.objects.filter(pk=link.pk).update(next_check_at=timezone.now(), claimed_at=None)
