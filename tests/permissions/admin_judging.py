"""Holding what the admins answer against the rules: who gets in, and whether anybody's data can be read there."""

from collections.abc import Iterator

from tests.permissions.addresses import Address
from tests.permissions.admin_places import Places
from tests.permissions.admin_rules import DENIED, OPEN, RAISES, SHOWN, rule_of
from tests.permissions.asking import Answer, Asker
from tests.permissions.world import World

SENT_BACK = "/admin/"
ENTER = {"editor", "administrator"}


def faults_in_admin(world: World, places: Places, role: str, asker: Asker, address: Address) -> Iterator[str]:
    """Everything that is wrong with what this role is answered at this address of the admins."""
    rule = rule_of(address)
    assert rule is not None, address.name
    path = address.path(places.of(address))
    wanted = getattr(rule, role) if role in ENTER else None
    forbidden = set() if rule.names_people and role == "administrator" else world.forbidden(role)
    for method, asked, answer in answers(asker, address, path, wanted):
        if role in ENTER:
            yield from wrong_inside(answer, method, asked, wanted=wanted)
        elif rule.editor != OPEN:
            yield from wrong_outside(answer, method, asked, role=role)
        yield from (f"{method} {asked} tells {mark}" for mark in answer.told(forbidden))


def answers(asker: Asker, address: Address, path: str, wanted: str | None) -> Iterator[tuple[str, str, Answer]]:
    """The page, and the search and the file it offers; for who may not enter also a post, where it needs no key."""
    page = asker.ask("GET", path)
    yield "GET", path, page
    if wanted == SHOWN:
        offered = {'name="q"': "?q=zqhavper", "export=csv": "?export=csv"}
        for asked in (path + query for offer, query in offered.items() if offer in page.text):
            yield "GET", asked, asker.ask("GET", asked)
    elif not address.arguments:
        yield "POST", path, asker.ask("POST", path)


def wrong_inside(answer: Answer, method: str, path: str, *, wanted: str | None) -> Iterator[str]:
    """What an editor or administrator should not meet."""
    if answer.status >= 500 and wanted != RAISES:
        yield f"{method} {path} is {answer.status}"
    if wanted == DENIED:
        sent_back = answer.status == 302 and answer.location == SENT_BACK
        if answer.status not in (403, 404) and not sent_back:
            yield f"{method} {path} is {answer.status} {answer.location} and not denied"


def wrong_outside(answer: Answer, method: str, path: str, *, role: str) -> Iterator[str]:
    """What somebody who may not enter should not meet."""
    if role == "anonymous":
        if answer.status != 404 and not (answer.status in (301, 302) and "login/" in answer.location):
            yield f"{method} {path} is {answer.status} {answer.location} and does not lead to signing in"
    elif answer.status != 404:
        yield f"{method} {path} is {answer.status} {answer.location} and not 404"
