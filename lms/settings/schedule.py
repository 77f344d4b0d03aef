"""The timetable: every sweep that runs by itself, in one table (seconds between runs, or a crontab in London time)."""

CELERY_BEAT_SCHEDULE = {
    "send e-mail that is due": {"task": "lms.outbox.tasks.send_due_email", "schedule": 30.0},
    "unpack uploaded packages": {"task": "courses.tasks.unpack_waiting_packages", "schedule": 60.0},
    "check and apply lists of people": {"task": "lms.people.tasks.sweep_rosters", "schedule": 30.0},
    "send invitations in bulk": {"task": "lms.people.tasks.sweep_invitations", "schedule": 30.0},
    "throw away lists nobody applied": {"task": "lms.people.tasks.forget_old_rosters", "schedule": 86400.0},
    "publish what is scheduled": {"task": "lms.editorial.tasks.publish_scheduled", "schedule": 120.0},
}
