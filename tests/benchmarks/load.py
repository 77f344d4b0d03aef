"""A small load generator: keep-alive HTTP/1.1 connections, each asking again as soon as it was answered."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass

import psycopg

# Writes the bytes of the n-th request of a connection (both from 0).
Request = Callable[[int, int], bytes]
UPSERT = """
    INSERT INTO bench_upsert (id, sequence, cmi) VALUES (%s, %s, %s)
    ON CONFLICT (id) DO UPDATE SET sequence = excluded.sequence, cmi = excluded.cmi
"""


@dataclass(frozen=True)
class Result:
    """What was measured: `seconds` holds the time of each answer, sorted; `elapsed` the length of the run."""

    seconds: list[float]
    elapsed: float
    failures: int = 0

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


async def read_answer(reader: asyncio.StreamReader) -> int:
    """Read one answer to its end; answers its status."""
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    status = int(head[9:12])
    if b"transfer-encoding: chunked" in head:
        while size := int((await reader.readuntil(b"\r\n")).split(b";")[0], 16):
            await reader.readexactly(size + 2)
        await reader.readuntil(b"\r\n")
        return status
    length = head.partition(b"content-length:")[2].partition(b"\r\n")[0]
    await reader.readexactly(int(length or 0))
    return status


async def ask_pages(port: int, request: Request, *, connections: int, seconds: float) -> Result:
    """Ask with so many connections at once for so long."""
    times: list[float] = []
    failures = 0
    end = time.perf_counter() + seconds

    async def connection(index: int) -> None:
        nonlocal failures
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        number = 0
        while (began := time.perf_counter()) < end:
            writer.write(request(index, number))
            if await read_answer(reader) == 200:
                times.append(time.perf_counter() - began)
            else:
                failures += 1
            number += 1
        writer.close()

    began = time.perf_counter()
    await asyncio.gather(*(connection(index) for index in range(connections)))
    return Result(sorted(times), time.perf_counter() - began, failures)


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
