"""Sweeps of the toolkit."""

from celery import shared_task

from toolkit_pages.domain.action_reminders import remind_of_actions


@shared_task
def remind_owners_of_actions() -> int:
    """Write the reminders of actions that are due into the outbox; safe to run twice at once."""
    return remind_of_actions()
