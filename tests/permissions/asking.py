"""Asking an address as somebody, and finding in the answer what that person may not read."""

import io
import logging
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.db import transaction
from django.http.cookie import SimpleCookie
from django.test import Client
from django.test.client import ClientHandler
from django.test.utils import override_settings

# Middleware that answers nobody anything here: editors wrote no redirects, and nothing is logged.
LEFT_OUT = {
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "lms.request_log.RequestLog",
}
TOKENS = re.compile(r'(name="csrfmiddlewaretoken" value=|"csrfToken":\s*)"[^"]+"')
TAGS = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL)


@dataclass(frozen=True)
class Answer:
    """What came back: status, where to, and everything that can be read in it, in small letters."""

    status: int
    location: str
    text: str

    def told(self, marks: set[str]) -> list[str]:
        """The marks that can be read in it."""
        return sorted(mark for mark in marks if mark in self.text or mark in self.location.lower())

    def seen(self, *words: str) -> list[str]:
        """What a reader sees of it, line by line, without these words: they were asked for."""
        shown = TAGS.sub("\n", self.text.partition("\n\n")[2])
        for word in words:
            shown = shown.replace(word.lower(), "")
        return [line for line in map(str.strip, shown.splitlines()) if line]


class PlainClient(Client):
    """A client that takes down neither templates nor signals: thousands of requests are quicker without."""

    def request(self, **request: Any) -> Any:
        return self.handler(self._base_environ(**request))


def handler() -> ClientHandler:
    """The site with all its middleware but what answers nobody and costs half the time of a 404."""
    made = ClientHandler(enforce_csrf_checks=False)
    with override_settings(MIDDLEWARE=[name for name in settings.MIDDLEWARE if name not in LEFT_OUT]):
        made.load_middleware()
    return made


class Asker:
    """Somebody at a browser, signed in or not; whatever an address changes is undone at once."""

    def __init__(self, user: Any, **headers: str) -> None:
        self.client = PlainClient(headers=headers)
        self.client.handler = handler()
        if user is not None:
            self.client.force_login(user)
        self.cookies = self.client.cookies.output(header="", sep="; ")
        self.of_nothing: dict[tuple[str, str], Answer] = {}

    def ask(self, method: str, path: str, data: dict[str, Any] | None = None) -> Answer:
        """The answer to one request. What was asked for is taken out of it: an echo tells nothing."""
        self.client.cookies = SimpleCookie(self.cookies)
        undone = transaction.atomic()
        undone._from_testcase = True  # so that what lms.kept holds of published content is used as for visitors
        with quiet(), undone:
            response = getattr(self.client, method.lower())(path, data or {})
            text = read(response)
            transaction.set_rollback(True)
        location = response.get("Location", "")
        for echo in {path, quote(path), quote(path, safe=""), path.partition("?")[0], path.partition("?")[2]} - {""}:
            text = text.replace(echo.lower(), "")
            location = location.replace(echo, "")
        return Answer(response.status_code, location, text)

    def ask_once(self, method: str, path: str) -> Answer:
        """The answer about a thing that is not there, asked for once."""
        if (method, path) not in self.of_nothing:
            self.of_nothing[method, path] = self.ask(method, path)
        return self.of_nothing[method, path]


@contextmanager
def quiet() -> Iterator[None]:
    """Thousands of refusals are meant: nothing of them is logged, which is quicker."""
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)


def read(response: Any) -> str:
    """Everything in an answer that can be read: its headers, its text, the members of a workbook."""
    content = b"".join(response.streaming_content) if response.streaming else response.content
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            content = b"\n".join(archive.read(name) for name in archive.namelist())
    headers = "\n".join(f"{name}: {value}" for name, value in response.items() if name != "Location")
    return TOKENS.sub("", headers + "\n\n" + content.decode("utf-8", "replace")).lower()
