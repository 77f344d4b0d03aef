"""The link checker is led nowhere inside: not by address, name, redirect or a second answer of the name server."""

import socket
import threading
import time
from contextlib import contextmanager

import pytest

from lms.freshness.domain.addresses import is_public
from lms.freshness.domain.link_fetching import Answer, Limits, look_at

LOOPBACK = "127.0.0.1"
QUICK = Limits(seconds=1.5, seconds_each=1)
INSIDE = """
    127.0.0.1 127.9.9.9 10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 192.0.2.1
    224.0.0.1 255.255.255.255 198.18.0.1 240.0.0.1 ::1 :: fe80::1 fe80::1%eth0 fc00::1 fec0::1 ff02::1
    ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 2002:7f00:0001:: 64:ff9b::7f00:1 64:ff9b::a00:1
    64:ff9b:1::a00:1 2001:0:a00:1::f5ff:fffe
""".split()


@pytest.mark.parametrize("address", [*INSIDE, "not an address"])
def test_an_address_inside_is_not_public(address):
    assert is_public(address) is False


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "64:ff9b::5db8:d70e"])
def test_an_address_outside_is_public(address):
    assert is_public(address) is True


@contextmanager
def server(answer):
    """A server on the loopback: `answer(connection, head)` is called for each connection; gives its port and heads."""
    heads = []
    listening = socket.create_server((LOOPBACK, 0))

    def serve():
        while True:
            try:
                connection, _peer = listening.accept()
            except OSError:
                return
            with connection:
                head = connection.recv(65536).decode("latin-1")
                heads.append(head)
                try:
                    answer(connection, head)
                except OSError:
                    continue

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield listening.getsockname()[1], heads
    finally:
        listening.close()


def says(text):
    """An answer that is the same for every request."""
    return lambda connection, head: connection.sendall(text.encode())


def names(**addresses):
    """A name server that knows these names."""
    asked = []

    def resolve(host, port, **options):
        name = host.decode() if isinstance(host, bytes) else host
        asked.append(name)
        found = addresses.get(name.split(".")[0], [name])
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in found]

    resolve.asked = asked
    return resolve


def test_a_page_that_answers_works():
    with server(says("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) as (port, heads):
        answer = look_at(
            f"http://site.example.org:{port}/a?b=1#c", resolve=names(site=[LOOPBACK]), allowed=[(LOOPBACK, port)]
        )
    assert answer == Answer(status=200)
    assert heads[0].startswith("HEAD /a?b=1 HTTP/1.1\r\n")
    assert f"Host: site.example.org:{port}\r\n" in heads[0]


def test_a_site_that_takes_no_head_is_asked_with_get_and_its_body_is_not_read():
    def answer(connection, head):
        if head.startswith("HEAD"):
            connection.sendall(b"HTTP/1.1 405 No\r\nContent-Length: 0\r\n\r\n")
        else:
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n" + b"x" * 100_000)

    with server(answer) as (port, heads):
        found = look_at(f"http://site.example.org:{port}/", resolve=names(site=[LOOPBACK]), allowed=[(LOOPBACK, port)])
    assert found == Answer(status=200)
    assert [head.split(" ")[0] for head in heads] == ["HEAD", "GET"]


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "localhost", "2130706433", "0x7f000001", "127.1"])
def test_the_loopback_is_refused_however_it_is_written(host):
    with server(says("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) as (port, heads):
        found = look_at(f"http://{host}:{port}/", limits=QUICK)
    assert (found.refused or bool(found.problem), found.status, heads) == (True, None, [])


@pytest.mark.parametrize("address", ["127.0.0.1", "10.1.2.3", "169.254.169.254", "::ffff:127.0.0.1"])
def test_a_name_that_leads_inside_is_refused_even_beside_a_public_address(address):
    for addresses in ([address], ["93.184.215.14", address]):
        found = look_at("http://inside.example.org/", resolve=names(inside=addresses), limits=QUICK)
        assert (found.refused, found.status) == (True, None)


def test_a_redirect_that_leads_inside_is_refused_at_its_hop():
    with server(says("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) as (inside, heads):
        to = f"HTTP/1.1 302 Found\r\nLocation: http://inside.example.org:{inside}/secret\r\nContent-Length: 0\r\n\r\n"
        with server(says(to)) as (port, _heads):
            resolve = names(site=[LOOPBACK], inside=[LOOPBACK])
            found = look_at(f"http://site.example.org:{port}/", resolve=resolve, allowed=[(LOOPBACK, port)])
    assert (found.refused, found.status, heads) == (True, None, [])


@pytest.mark.parametrize("location", ["file:///etc/passwd", "gopher://a.example.org/", "ftp://a.example.org/"])
def test_a_redirect_out_of_the_web_is_refused(location):
    with server(says(f"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n")) as (port, _heads):
        found = look_at(f"http://site.example.org:{port}/", resolve=names(site=[LOOPBACK]), allowed=[(LOOPBACK, port)])
    assert found.refused is True


def test_a_name_is_asked_for_once_for_each_connection_and_the_judged_address_is_the_one_connected_to():
    turns = iter([[LOOPBACK], ["10.0.0.1"]])
    asked = []

    def resolve(host, port, **options):
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(turns)[0], port))]

    with server(says("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) as (port, _heads):
        found = look_at(f"http://turning.example.org:{port}/", resolve=resolve, allowed=[(LOOPBACK, port)])
    assert (found, len(asked)) == (Answer(status=200), 1)


def test_a_port_that_no_site_has_is_refused():
    found = look_at("http://site.example.org:25/", resolve=names(site=["93.184.215.14"]), limits=QUICK)
    assert found.refused is True


def test_permanent_redirects_tell_the_new_address_and_others_do_not():
    def answer(connection, head):
        path = head.split(" ")[1]
        to = {"/old": ("301", "/new"), "/today": ("302", "/new")}.get(path)
        line = f"HTTP/1.1 {to[0]} R\r\nLocation: {to[1]}" if to else "HTTP/1.1 200 OK"
        connection.sendall(f"{line}\r\nContent-Length: 0\r\n\r\n".encode())

    with server(answer) as (port, _heads):
        site = f"http://site.example.org:{port}"
        options = {"resolve": names(site=[LOOPBACK]), "allowed": [(LOOPBACK, port)]}
        assert look_at(f"{site}/old", **options) == Answer(status=200, moved_to=f"{site}/new")
        assert look_at(f"{site}/today", **options) == Answer(status=200)


def test_a_name_and_password_are_neither_sent_nor_kept():
    def answer(connection, head):
        host = head.split("Host: ")[1].split("\r\n")[0]
        to = f"HTTP/1.1 301 R\r\nLocation: http://other:secret@{host}/new" if head.startswith("HEAD /old") else ""
        connection.sendall(f"{to or 'HTTP/1.1 200 OK'}\r\nContent-Length: 0\r\n\r\n".encode())

    with server(answer) as (port, heads):
        found = look_at(
            f"http://somebody:secret@site.example.org:{port}/old",
            resolve=names(site=[LOOPBACK]),
            allowed=[(LOOPBACK, port)],
        )
    assert found == Answer(status=200, moved_to=f"http://site.example.org:{port}/new")
    assert "secret" not in "".join(heads)
    assert "Authorization" not in "".join(heads)


def test_a_new_address_that_is_no_address_any_more_is_not_kept():
    def answer(connection, head):
        line = "HTTP/1.1 200 OK" if "long" in head else f"HTTP/1.1 301 R\r\nLocation: /long{'g' * 3000}"
        connection.sendall(f"{line}\r\nContent-Length: 0\r\n\r\n".encode())

    with server(answer) as (port, _heads):
        found = look_at(f"http://site.example.org:{port}/", resolve=names(site=[LOOPBACK]), allowed=[(LOOPBACK, port)])
    assert found == Answer(status=200)


def test_a_site_with_an_address_that_takes_no_connection_is_asked_at_its_next_one():
    with server(says("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) as (port, heads):
        deaf = "127.0.0.2"
        found = look_at(
            f"http://site.example.org:{port}/",
            resolve=names(site=[deaf, LOOPBACK]),
            allowed=[(deaf, port), (LOOPBACK, port)],
        )
    assert (found, len(heads)) == (Answer(status=200), 1)


def test_a_name_server_that_says_nothing_is_given_up_in_time():
    def resolve(host, port, **options):
        time.sleep(4)
        return []

    started = time.monotonic()
    found = look_at("http://slow.example.org/", resolve=resolve, limits=QUICK)
    assert (found.status, "too long" in found.problem) == (None, True)
    assert time.monotonic() - started < 3


def test_a_circle_of_redirects_ends():
    with server(says("HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n")) as (port, heads):
        found = look_at(f"http://site.example.org:{port}/", resolve=names(site=[LOOPBACK]), allowed=[(LOOPBACK, port)])
    assert (found.status, found.problem, len(heads)) == (None, "It redirects too often.", 6)


def test_a_site_that_sends_its_headers_drop_by_drop_is_given_up_in_time():
    def drip(connection, head):
        connection.sendall(b"HTTP/1.1 200 OK\r\n")
        for number in range(100):
            connection.sendall(f"X-{number}: y\r\n".encode())
            time.sleep(0.2)

    started = time.monotonic()
    with server(drip) as (port, _heads):
        found = look_at(
            f"http://site.example.org:{port}/", resolve=names(site=[LOOPBACK]), allowed=[(LOOPBACK, port)], limits=QUICK
        )
    assert found.status is None
    assert "too long" in found.problem
    assert time.monotonic() - started < 5


def test_a_site_that_says_nothing_is_given_up_in_time():
    started = time.monotonic()
    with server(lambda connection, head: time.sleep(4)) as (port, _heads):
        found = look_at(
            f"http://site.example.org:{port}/", resolve=names(site=[LOOPBACK]), allowed=[(LOOPBACK, port)], limits=QUICK
        )
    assert (found.status, "too long" in found.problem) == (None, True)
    assert time.monotonic() - started < 4


def test_headers_without_end_are_given_up():
    def flood(connection, head):
        connection.sendall(b"HTTP/1.1 200 OK\r\n")
        for number in range(100_000):
            connection.sendall(f"X-{number}: {'y' * 200}\r\n".encode())

    with server(flood) as (port, _heads):
        found = look_at(f"http://site.example.org:{port}/", resolve=names(site=[LOOPBACK]), allowed=[(LOOPBACK, port)])
    assert found.status is None
    assert found.problem != ""


@pytest.mark.parametrize(
    "url", ["http://", "https:///a", "javascript:alert(1)", "http://a b/", "http://[::1", "http://x:99999/"]
)
def test_nonsense_is_no_error_of_ours(url):
    found = look_at(url, limits=QUICK, resolve=names())
    assert found.status is None
    assert found.refused or found.problem


def test_a_name_that_nobody_has_is_said_to_be_unknown():
    def resolve(host, port, **options):
        raise socket.gaierror(-2, "Name or service not known")

    assert look_at("http://gone.example.org/", resolve=resolve) == Answer(problem="There is no site of this name.")


def test_a_site_that_hangs_up_cannot_be_reached():
    with server(lambda connection, head: None) as (port, _heads):
        found = look_at(f"http://site.example.org:{port}/", resolve=names(site=[LOOPBACK]), allowed=[(LOOPBACK, port)])
    assert found == Answer(problem="The site cannot be reached.")
