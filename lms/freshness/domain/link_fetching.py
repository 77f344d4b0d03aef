"""Asking another site whether an address answers, without being led to one of our own network.

A name is resolved once, every address it has is judged, and the connection goes to the address that was judged: a name
that resolves differently the next moment changes nothing. Each redirect is a new request under the same rules. All
that is read and all the time it takes is bounded, the name server's time and the headers included.
"""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any

import httpcore
import httpx
from django.utils.translation import gettext as _

from lms.freshness.domain.addresses import is_public

AGENT = "ToolkitLinkChecker/1.0"
PORTS = {80, 443, 8080, 8443}
Resolver = Callable[..., list[Any]]
LONGEST = 2000  # characters of an address that are kept
PERMANENT, REDIRECTS = {301, 308}, {301, 302, 303, 307, 308}
NO_HEAD = {400, 401, 403, 404, 405, 406, 409, 410, 429, 500, 501, 502, 503}


class NotAllowed(Exception):
    """The address is not public, or not one of the web."""


class TooMuch(Exception):
    """The answer is too slow or too long."""


@dataclass(frozen=True)
class Limits:
    """How long a look may take in seconds, how much may be read in bytes, and how many redirects are followed."""

    seconds: float = 20
    seconds_each: float = 8
    size: int = 256 * 1024
    redirects: int = 5


@dataclass(frozen=True)
class Answer:
    """What came back: the last status, where permanent redirects led, or the problem in words for editors."""

    status: int | None = None
    moved_to: str = ""
    problem: str = ""
    refused: bool = False


@dataclass
class Budget:
    """What is left of the limits, for all requests of one look together."""

    limits: Limits
    until: float = field(init=False)
    left: int = field(init=False)

    def __post_init__(self) -> None:
        self.until = time.monotonic() + self.limits.seconds
        self.left = self.limits.size

    def seconds(self) -> float:
        """The longest that the next step may take. Raises TooMuch."""
        rest = self.until - time.monotonic()
        if rest <= 0:
            raise TooMuch
        return min(rest, self.limits.seconds_each)

    def spend(self, number: int) -> None:
        """Count what was read. Raises TooMuch."""
        self.left -= number
        if self.left < 0:
            raise TooMuch


class BoundedStream(httpcore.NetworkStream):
    """A connection whose every step is held to the budget."""

    def __init__(self, inner: httpcore.NetworkStream, budget: Budget) -> None:
        self.inner, self.budget = inner, budget

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        found = self.inner.read(max_bytes, timeout=self.budget.seconds())
        self.budget.spend(len(found))
        return found

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self.inner.write(buffer, timeout=self.budget.seconds())

    def close(self) -> None:
        self.inner.close()

    def start_tls(self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None) -> Any:
        inner = self.inner.start_tls(ssl_context, server_hostname, timeout=self.budget.seconds())
        return BoundedStream(inner, self.budget)

    def get_extra_info(self, info: str) -> Any:
        return self.inner.get_extra_info(info)


class PublicOnly(httpcore.NetworkBackend):
    """Connects to public addresses only; `allowed` are further pairs of address and port, for tests alone."""

    def __init__(self, budget: Budget, *, resolve: Resolver, allowed: Collection[tuple[str, int]]) -> None:
        self.budget, self.resolve, self.allowed = budget, resolve, allowed
        self.inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Any = None,
    ) -> httpcore.NetworkStream:
        addresses = self.addresses_of(host, port)
        if not addresses or not all(self.may(address, port) for address in addresses):
            raise NotAllowed
        return BoundedStream(self.first_that_answers(addresses, port), self.budget)

    def first_that_answers(self, addresses: list[str], port: int) -> httpcore.NetworkStream:
        """A connection to the first of the addresses that takes one: a site may have one that we cannot reach."""
        for address in addresses[:-1]:
            try:
                return self.inner.connect_tcp(address, port, timeout=self.budget.seconds())
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return self.inner.connect_tcp(addresses[-1], port, timeout=self.budget.seconds())

    def addresses_of(self, host: str, port: int) -> list[str]:
        """What the name server says, each once. Raises TooMuch when it takes too long, and what it raises itself.

        Nothing stops a question to a name server that does not answer: a thread waits for it to the end.
        """
        answer: list[Any] = []

        def ask() -> None:
            try:
                rows = self.resolve(host, port, type=socket.SOCK_STREAM)
                answer.append(list(dict.fromkeys(row[4][0] for row in rows)))
            except Exception as error:  # raised again below, where somebody waits for it
                answer.append(error)

        asking = threading.Thread(target=ask, daemon=True)
        asking.start()
        asking.join(self.budget.seconds())
        if not answer:
            raise TooMuch
        if isinstance(answer[0], Exception):
            raise answer[0]
        return answer[0]

    def may(self, address: str, port: int) -> bool:
        """Whether a connection to this address and port may be made."""
        return (address, port) in self.allowed or (is_public(address) and port in PORTS)

    def connect_unix_socket(self, *args: Any, **kwargs: Any) -> httpcore.NetworkStream:
        raise NotAllowed

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)


def look_at(
    url: str,
    *,
    limits: Limits | None = None,
    resolve: Resolver = socket.getaddrinfo,
    allowed: Collection[tuple[str, int]] = (),
) -> Answer:
    """Ask for the address with HEAD, and with GET where a site does not take HEAD; never raises for what others do.

    `resolve` is getaddrinfo or what stands in for it; `allowed` opens pairs of address and port, for tests alone.
    """
    budget = Budget(limits or Limits())
    backend = PublicOnly(budget, resolve=resolve, allowed=allowed)
    try:
        with httpcore.ConnectionPool(
            ssl_context=ssl.create_default_context(), network_backend=backend, max_keepalive_connections=0
        ) as pool:
            return followed(pool, url, budget)
    except NotAllowed:
        return Answer(refused=True, problem=_("It leads to an address that is not public."))
    except (TooMuch, httpcore.TimeoutException):
        return Answer(problem=_("The site takes too long, or sends too much before it answers."))
    except socket.gaierror:
        return Answer(problem=_("There is no site of this name."))
    except ssl.SSLError:
        return Answer(problem=_("The site’s certificate is not valid."))
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol, OSError) as error:
        certificate = "certificate" in str(error).lower()
        return Answer(
            problem=_("The site’s certificate is not valid.") if certificate else _("The site cannot be reached.")
        )
    except (httpx.InvalidURL, UnicodeError, ValueError):
        return Answer(problem=_("This is not an address of the web."))


def followed(pool: httpcore.ConnectionPool, url: str, budget: Budget) -> Answer:
    """Ask, and follow redirects one by one."""
    address, moved, only_permanent = httpx.URL(url), "", True
    for _hop in range(budget.limits.redirects + 1):
        status, location = asked(pool, address)
        if status not in REDIRECTS or not location:
            return Answer(status=status, moved_to=moved if len(moved) <= LONGEST else "")
        address = address.join(location).copy_with(userinfo=b"")
        only_permanent = only_permanent and status in PERMANENT
        moved = str(address) if only_permanent else moved
    return Answer(problem=_("It redirects too often."))


def asked(pool: httpcore.ConnectionPool, address: httpx.URL) -> tuple[int, str]:
    """Status and Location of one address; the body is never read."""
    if address.scheme not in ("http", "https") or not address.host:
        raise NotAllowed
    status, location = one_request(pool, "HEAD", address)
    return one_request(pool, "GET", address) if status in NO_HEAD else (status, location)


def one_request(pool: httpcore.ConnectionPool, method: str, address: httpx.URL) -> tuple[int, str]:
    """One request; the connection is closed as soon as the headers are there.

    A name and password in the address are neither sent nor, in the address of a redirect, kept.
    """
    port = f":{address.port}" if address.port else ""
    host = f"[{address.host}]" if ":" in address.host else address.raw_host.decode()
    target = httpcore.URL(scheme=address.raw_scheme, host=address.raw_host, port=address.port, target=address.raw_path)
    headers = [("Host", host + port), ("User-Agent", AGENT), ("Accept", "*/*"), ("Connection", "close")]
    with pool.stream(method, target, headers=headers) as response:
        found = dict(response.headers)
        return response.status, found.get(b"location", found.get(b"Location", b"")).decode("latin-1")
