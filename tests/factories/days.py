"""A day as a form's three fields."""

from datetime import date


def typed(name: str, day: date) -> dict[str, int]:
    """What is posted for the date input of this name."""
    return {f"{name}_0": day.day, f"{name}_1": day.month, f"{name}_2": day.year}
