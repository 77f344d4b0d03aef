"""A small load generator: keep-alive HTTP/1.1 connections, each asking again as soon as it was answered."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass

import psycopg

# Writes the bytes of the n-th request of a connection (both from 0).
Request = Callable[[int, int], bytes]
LAST_CHUNK = b"\r\n0\r\n\r\n"
UPSERT = """
    INSERT INTO bench_upsert (id, sequence, cmi) VALUES (%s, %s, %s)
    ON CONFLICT (id) DO UPDATE SET sequence = excluded.sequence, cmi = excluded.cmi
"""


@dataclass(frozen=True)
class Result:
    """What was measured: `seconds` holds the time of each answer, sorted; `elapsed` the length of the run.

    `asking` is how much of one processor the load generator took for itself.
    """

    seconds: list[float]
    elapsed: float
    failures: int = 0
    asking: float = 0

    @property
    def per_second(self) -> float:
        """Good answers in a second."""
        return len(self.seconds) / self.elapsed

    def percentile(self, share: float) -> float:
        """The milliseconds within which this share of the answers came."""
        if not self.seconds:
            return float("nan")
        return 1000 * self.seconds[min(len(self.seconds) - 1, int(share * len(self.seconds)))]


def get(path: str, *, host: str, cookie: str = "") -> Request:
    """A GET that is the same every time."""
    lines = [f"GET {path} HTTP/1.1", f"Host: {host}", "Accept-Encoding: identity", "X-Forwarded-Proto: https"]
    if cookie:
        lines.append(f"Cookie: {cookie}")
    sent = ("\r\n".join(lines) + "\r\n\r\n").encode()
    return lambda _connection, _number: sent


def post(path_of: Callable[[int], str], body_of: Callable[[int], bytes], *, host: str) -> Request:
    """A POST to the connection's own path whose body tells the number of the request."""

    def write(connection: int, number: int) -> bytes:
        body = body_of(number)
        head = (
            f"POST {path_of(connection)} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n"
            f"Origin: http://{host}\r\nX-Forwarded-Proto: https\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        return head.encode() + body

    return write


class Connection(asyncio.Protocol):
    """One keep-alive connection; a protocol and no stream, so that asking takes little of the processors measured."""

    def __init__(self, index: int, request: Request, end: float) -> None:
        self.index = index
        self.request = request
        self.end = end
        self.number = 0
        self.wanted = -1  # bytes of the answer being read, head and body; -1 before its head is whole
        self.chunked = False
        self.buffer = bytearray()
        self.times: list[float] = []
        self.failures = 0
        self.finished = asyncio.get_running_loop().create_future()

    def connection_made(self, transport) -> None:
        self.transport = transport
        self.ask()

    def ask(self) -> None:
        self.began = time.perf_counter()
        self.transport.write(self.request(self.index, self.number))
        self.number += 1

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        if self.wanted < 0:
            head_ends = self.buffer.find(b"\r\n\r\n")
            if head_ends < 0:
                return
            head = bytes(self.buffer[:head_ends]).lower()
            self.chunked = b"transfer-encoding: chunked" in head
            length = head.partition(b"content-length:")[2].partition(b"\r\n")[0]
            self.wanted = head_ends + 4 + int(length or 0)
        if self.buffer.endswith(LAST_CHUNK) if self.chunked else len(self.buffer) >= self.wanted:
            self.answered()

    def answered(self) -> None:
        now = time.perf_counter()
        if self.buffer[9:12] == b"200":
            self.times.append(now - self.began)
        else:
            self.failures += 1
        self.buffer.clear()
        self.wanted = -1
        if now < self.end:
            self.ask()
        else:
            self.transport.close()

    def connection_lost(self, error: Exception | None) -> None:
        if time.perf_counter() < self.end:
            self.failures += 1
        if not self.finished.done():
            self.finished.set_result(None)


async def ask_pages(port: int, request: Request, *, connections: int, seconds: float) -> Result:
    """Ask with so many connections at once for so long."""
    loop = asyncio.get_running_loop()
    began = time.perf_counter()
    used = time.process_time()
    opened = []
    for index in range(connections):
        _transport, protocol = await loop.create_connection(
            lambda index=index: Connection(index, request, began + seconds), "127.0.0.1", port
        )
        opened.append(protocol)
    await asyncio.gather(*(protocol.finished for protocol in opened))
    times = sorted(taken for protocol in opened for taken in protocol.times)
    failures = sum(protocol.failures for protocol in opened)
    elapsed = time.perf_counter() - began
    return Result(times, elapsed, failures, (time.process_time() - used) / elapsed)


async def upsert(database: str, body: str, *, connections: int, seconds: float) -> Result:
    """The least a commit can cost: one upsert of the same text, committed, on a row of the connection's own."""
    times: list[float] = []
    end = time.perf_counter() + seconds

    async def connection(index: int) -> None:
        async with await psycopg.AsyncConnection.connect(database, autocommit=True) as database_connection:
            number = 0
            while (began := time.perf_counter()) < end:
                await database_connection.execute(UPSERT, [index, number, body])
                times.append(time.perf_counter() - began)
                number += 1

    async with await psycopg.AsyncConnection.connect(database, autocommit=True) as first:
        await first.execute("CREATE TABLE IF NOT EXISTS bench_upsert (id int PRIMARY KEY, sequence int, cmi jsonb)")
    began = time.perf_counter()
    await asyncio.gather(*(connection(index) for index in range(connections)))
    return Result(sorted(times), time.perf_counter() - began)
