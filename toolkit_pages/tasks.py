"""Sweeps of the toolkit."""

from celery import shared_task

from toolkit_pages.domain.action_reminders import remind_of_actions
from toolkit_pages.domain.review_reminders import remind_of_reviews
from toolkit_pages.domain.search_misses import forget_old_misses


@shared_task
def remind_owners_of_actions() -> int:
    """Write the reminders of actions that are due into the outbox; safe to run twice at once."""
    return remind_of_actions()


@shared_task
def remind_people_of_reviews() -> int:
    """Write the reminders of reviews whose day is near or past into the outbox; safe to run twice at once."""
    return remind_of_reviews()


@shared_task
def forget_old_searches() -> int:
    """Forget searches without results after 90 days."""
    return forget_old_misses()
