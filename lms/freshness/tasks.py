"""The sweeps of freshness: reminders, finding links, looking at links."""

from celery import shared_task

from lms.freshness.domain.link_checking import check_due_links
from lms.freshness.domain.link_collecting import collect_links
from lms.freshness.domain.reminding import remind_of_reviews


@shared_task
def remind_editors() -> int:
    """Queue today's letters; safe to run twice at once."""
    return remind_of_reviews()


@shared_task
def find_links() -> int:
    """Bring the table of links up to date."""
    return collect_links()


@shared_task
def check_links() -> int:
    """Look at the links that are due."""
    return check_due_links()
