"""The timetable: every sweep that runs by itself, in one table (seconds between runs, or a crontab in London time)."""

from celery.schedules import crontab

CELERY_BEAT_SCHEDULE = {
    "send e-mail that is due": {"task": "lms.outbox.tasks.send_due_email", "schedule": 30.0},
    "forget old e-mail": {"task": "lms.outbox.tasks.forget_old_email", "schedule": crontab(hour=3, minute=10)},
    "remind people of what is asked of them": {"task": "courses.tasks.remind_people", "schedule": 120.0},
    "remind people of what runs out": {"task": "courses.tasks.remind_of_what_runs_out", "schedule": crontab(minute=10)},
    "send leads their digest of the week": {
        "task": "courses.tasks.send_weekly_digests",
        "schedule": crontab(minute=20),
    },
    "unpack uploaded packages": {"task": "courses.tasks.unpack_waiting_packages", "schedule": 60.0},
    "check and apply lists of people": {"task": "lms.people.tasks.sweep_rosters", "schedule": 30.0},
    "send invitations in bulk": {"task": "lms.people.tasks.sweep_invitations", "schedule": 30.0},
    "throw away lists nobody applied": {"task": "lms.people.tasks.forget_old_rosters", "schedule": 86400.0},
    "forget sessions that ran out": {
        "task": "lms.people.tasks.forget_old_sessions",
        "schedule": crontab(hour=3, minute=40),
    },
    "close launches left open": {"task": "courses.tasks.close_launches_left_open", "schedule": 600.0},
    "see to the people of assignments": {"task": "courses.tasks.sweep_assignments", "schedule": 60.0},
    "finish modules whose last open lesson went away": {
        "task": "courses.tasks.finish_what_is_complete",
        "schedule": crontab(hour=2, minute=10),
    },
    "count the day": {"task": "courses.tasks.count_people", "schedule": crontab(hour=2, minute=30)},
    "publish what is scheduled": {"task": "lms.editorial.tasks.publish_scheduled", "schedule": 120.0},
    "read the words of documents": {"task": "lms.uploads.tasks.read_documents", "schedule": 60.0},
    "remind editors of reviews": {"task": "lms.freshness.tasks.remind_editors", "schedule": crontab(minute=40)},
    "find links to other sites": {"task": "lms.freshness.tasks.find_links", "schedule": crontab(hour=1, minute=20)},
    "look at links to other sites": {"task": "lms.freshness.tasks.check_links", "schedule": 600.0},
    "forget old searches": {
        "task": "toolkit_pages.tasks.forget_old_searches",
        "schedule": crontab(hour=3, minute=40),
    },
    "remind owners of actions": {"task": "toolkit_pages.tasks.remind_owners_of_actions", "schedule": 600.0},
    "remind people of reviews": {"task": "toolkit_pages.tasks.remind_people_of_reviews", "schedule": 600.0},
    "prepare exports that are due": {"task": "lms.reports.tasks.sweep_exports", "schedule": 30.0},
}
