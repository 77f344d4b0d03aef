


@shared_task
def sweep_assignments() -> int:
    """See to the people of assignments that are due, and to everybody who joined, moved or left."""
    return sweep()


@shared_task
def count_people() -> None:
    """Bring everybody's standing up to today and count the day."""
    count_day(timezone.localdate())
