"""Log lines know their request and its person; only what failed has a line of its own."""

import pytest
import structlog

from lms.request_log import RequestLog


def test_lines_written_during_a_request_know_its_id_and_person_and_later_ones_do_not(client, alice, monkeypatch):
    seen = {}

    def look(self, request):
        prepare(self, request)
        seen.update(structlog.contextvars.get_contextvars())

    prepare = RequestLog.prepare
    monkeypatch.setattr(RequestLog, "prepare", look)
    client.force_login(alice, backend="django.contrib.auth.backends.ModelBackend")
    client.get("/my-training/")
    assert set(seen) == {"request_id", "user_id"}
    assert seen["user_id"] == alice.pk
    assert structlog.contextvars.get_contextvars() == {}


def test_a_page_that_is_there_leaves_no_line_and_one_that_is_not_leaves_one_without_what_was_looked_for(
    client, db, caplog
):
    client.get("/design-system/")
    assert [record.name for record in caplog.records if record.name.startswith("django_structlog")] == []
    client.get("/nowhere/?q=Alice")
    [record] = caplog.records
    assert record.levelname == "WARNING"
    assert record.msg["request"] == "GET /nowhere/"


@pytest.mark.parametrize(
    "address",
    [
        "/invitations/a-secret-of-somebody/",
        "/account/open/a-secret-of-somebody/",
        "/accounts/confirm-email/a-secret-of-somebody/",
        "/accounts/password/reset/key/1-a-secret-of-somebody/",
    ],
)
def test_no_line_holds_the_secret_of_a_link(client, db, caplog, address):
    client.get(address)
    assert client.delete(address).status_code == 405
    assert "a-secret-of-somebody" not in caplog.text
