"""Holding an answer against its row: the status, what it tells, and whether it differs from that about nothing."""

import uuid
from collections.abc import Iterator
from typing import Any

from tests.permissions.addresses import Address
from tests.permissions.asking import Answer, Asker
from tests.permissions.rows import ANY_LEADS, Row
from tests.permissions.world import Side, World

SIGN_IN = "/accounts/login/"
NO_WORD = "zqnobody"
OTHER_METHODS = ["PUT", "PATCH", "DELETE", "OPTIONS"]


def unknown(arguments: dict[str, Any]) -> dict[str, Any]:
    """Arguments of the same kinds that name nothing."""
    of_nothing = {int: 987654321, uuid.UUID: uuid.UUID(int=1), str: "tt-0000-0000"}
    return {name: of_nothing[type(value)] for name, value in arguments.items()}


def mixed(own: dict[str, Any], other: dict[str, Any]) -> list[dict[str, Any]]:
    """One's own outer thing with the other organisation's inner one, and the other way round."""
    if len(own) < 2:
        return []
    outer = next(iter(own))
    return [{**other, outer: own[outer]}, {**own, outer: other[outer]}]


def faults(world: World, role: str, asker: Asker, row: Row, address: Address) -> Iterator[str]:
    """Everything that is wrong with what this role is answered at this address."""
    forbidden = set() if row.shows else world.forbidden(role)
    for elsewhere, arguments in objects(world, row):
        path = address.path(arguments)
        admitted = row.admits(role, elsewhere=elsewhere)
        for method, wanted in (("GET", row.get), ("POST", row.post)):
            answer = asker.ask(method, path)
            yield from wrong_status(answer, method, path, admitted=admitted, wanted=wanted, role=role)
            yield from (f"{method} {path} tells {mark}" for mark in answer.told(forbidden))
            if not admitted and row.about in world.haverley.arguments:
                nothing = asker.ask_once(method, address.path(unknown(arguments)))
                if (answer.status, answer.location) != (nothing.status, nothing.location):
                    yield f"{method} {path} differs from what is not there: {answer.status}, {nothing.status}"
        yield from faults_of_queries(world, role, asker, row, path, admitted=admitted)
    yield from faults_of_mixtures(world, asker, row, address, role)


def objects(world: World, row: Row) -> list[tuple[bool, dict[str, Any]]]:
    """What the address is asked about: the thing of either organisation, or what is everybody's."""
    if row.about in world.shared:
        return [(False, world.shared[row.about])]
    return [(False, world.haverley.arguments[row.about]), (True, world.elsewhere.arguments[row.about])]


def wrong_status(
    answer: Answer, method: str, path: str, *, admitted: bool, wanted: tuple[int, ...], role: str
) -> Iterator[str]:
    """The status, when it is not the one in the row."""
    if admitted:
        if answer.status not in wanted:
            yield f"{method} {path} is {answer.status} and not {wanted}"
    elif role == "anonymous":
        to_sign_in = answer.status == 302 and answer.location.startswith(SIGN_IN)
        if not to_sign_in and not answer.status == 405 == wanted[0]:
            yield f"{method} {path} is {answer.status} {answer.location} and does not lead to signing in"
    elif answer.status != 404 and not answer.status == 405 == wanted[0]:
        yield f"{method} {path} is {answer.status} {answer.location} and not 404"


def faults_of_queries(world: World, role: str, asker: Asker, row: Row, path: str, *, admitted: bool) -> Iterator[str]:
    """Filters and searches with another organisation's keys find what they find with keys of nothing."""
    for query in row.queries if admitted else row.queries[:1]:
        for side in (world.haverley, world.elsewhere) if admitted else (world.haverley,):
            own = ANY_LEADS.admits(role, elsewhere=side is world.elsewhere)
            if query != row.queries[0] and (own or not admitted):
                continue
            asked = path + query.format(**filters(side))
            answer = asker.ask("GET", asked)
            unasked = {mark for mark in world.forbidden(role) if mark not in asked}
            yield from (f"GET {asked} tells {mark}" for mark in answer.told(unasked))
            if answer.status >= 500:
                yield f"GET {asked} is {answer.status}"
            if not own:
                yield from faults_of_comparing(
                    asker, answer, asked, side, path + query.format(**filters_of_nothing(side))
                )


def faults_of_comparing(asker: Asker, answer: Answer, asked: str, side: Side, of_nothing: str) -> Iterator[str]:
    """Whether a filter with another organisation's key is answered otherwise than one with a key of nothing."""
    nothing = asker.ask_once("GET", of_nothing)
    words = (filters(side)["word"], NO_WORD)
    if answer.status != nothing.status:
        yield f"GET {asked} is {answer.status}, and with keys of nothing {nothing.status}"
    yield from (f"GET {asked} says {line}" for line in sorted(set(answer.seen(*words)) - set(nothing.seen(*words))))


def filters(side: Side) -> dict[str, Any]:
    """What is put into queries: the keys of the side's things, and a word that its people's names begin with."""
    keys = {name: next(iter(arguments.values())) for name, arguments in side.arguments.items() if arguments}
    return {**keys, "word": f"{side.prefix}per"}


def filters_of_nothing(side: Side) -> dict[str, Any]:
    """The same with keys that are nobody's."""
    return {**unknown({**filters(side), "word": ""}), "word": NO_WORD}


def faults_of_mixtures(world: World, asker: Asker, row: Row, address: Address, role: str) -> Iterator[str]:
    """A thing of one organisation under a person of the other is nobody's."""
    if row.about in world.shared:
        return
    sides = (world.haverley.arguments[row.about], world.elsewhere.arguments[row.about])
    for arguments in mixed(*sides):
        path = address.path(arguments)
        for method, wanted in (("GET", row.get), ("POST", row.post)):
            answer = asker.ask(method, path)
            yield from wrong_status(answer, method, path, admitted=False, wanted=wanted, role=role)
            yield from (f"{method} {path} tells {mark}" for mark in answer.told(world.forbidden(role)))
