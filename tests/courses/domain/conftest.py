"""What tests of reminders ask people for."""

from tests.factories.reminding import request_of  # noqa: F401
