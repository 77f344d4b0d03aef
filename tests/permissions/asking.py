"""Asking an address as somebody, and finding in the answer what that person may not read."""

import io
import re
import zipfile
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.db import transaction
from django.http.cookie import SimpleCookie
from django.test import Client
from django.test.client import ClientHandler

TOKENS = re.compile(r'(name="csrfmiddlewaretoken" value=|"csrfToken":\s*)"[^"]+"')


@dataclass(frozen=True)
class Answer:
    """What came back: status, where to, and everything that can be read in it, in small letters."""

    status: int
    location: str
    text: str

    def told(self, marks: set[str]) -> list[str]:
        """The marks that can be read in it."""
        return sorted(mark for mark in marks if mark in self.text or mark in self.location.lower())


class Asker:
    """Somebody at a browser, signed in or not; whatever an address changes is undone at once."""

    def __init__(self, user: Any, **headers: str) -> None:
        self.client = Client(raise_request_exception=False, headers=headers)
        self.client.handler = ClientHandler(enforce_csrf_checks=False)
        if user is not None:
            self.client.force_login(user)
        self.cookies = self.client.cookies.output(header="", sep="; ")
        self.of_nothing: dict[tuple[str, str], Answer] = {}

    def ask(self, method: str, path: str, data: dict[str, Any] | None = None) -> Answer:
        """The answer to one request. What was asked for is taken out of it: an echo tells nothing."""
        self.client.cookies = SimpleCookie(self.cookies)
        with transaction.atomic():
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


def read(response: Any) -> str:
    """Everything in an answer that can be read: its headers, its text, the members of a workbook."""
    content = b"".join(response.streaming_content) if response.streaming else response.content
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            content = b"\n".join(archive.read(name) for name in archive.namelist())
    headers = "\n".join(f"{name}: {value}" for name, value in response.items() if name != "Location")
    return TOKENS.sub("", headers + "\n" + content.decode("utf-8", "replace")).lower()
