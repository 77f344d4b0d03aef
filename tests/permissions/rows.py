"""What a row of the permission table says, and who may do what."""

from dataclasses import dataclass

EVERYBODY = {"anonymous"}
SIGNED_IN = {"signed in"}
LEADS = {"lead", "parent_lead", "unit_lead", "charlie"}  # a page of their own people
LEADS_OF = {"leads of"}  # an object of one organisation: its leads and those above
OWNER = {"owner"}
OWNER_AND_LEADS = OWNER | LEADS_OF
MAKER = {"maker"}  # the one lead who asked for it
COORDINATES = {"coordinates"}  # a review of one organisation: its coordinators
ASKED = {"asked"}  # somebody asked to answer it
NOBODY: set[str] = set()

ON_HAVERLEY = {
    "leads of": {"lead", "parent_lead"},
    "owner": {"learner"},
    "maker": {"lead"},
    "coordinates": {"coordinator"},
    "asked": {"colleague"},
}
ON_ELSEWHERE = {"leads of": {"charlie"}, "owner": set(), "maker": {"charlie"}, "coordinates": set(), "asked": set()}


@dataclass(frozen=True)
class Row:
    """One address: who may open it, about what, and what they are answered; everybody else meets a 404.

    `about` names arguments in world.py: things of both organisations, or shared content. `get` and `post` are the
    statuses of those who may: one, or several where it depends on how far they are. Anybody not signed in is sent to
    sign in, unless the row is for everybody. `queries` are asked as well, with the other organisation's keys in
    them. `shows` is for the one page that tells a name to whoever has the number of a certificate.
    """

    name: str
    who: frozenset[str]
    about: str = ""
    get: tuple[int, ...] = (200,)
    post: tuple[int, ...] = (405,)
    queries: tuple[str, ...] = ()
    shows: bool = False

    def admits(self, role: str, *, elsewhere: bool = False) -> bool:
        """Whether this role may, on Haverley's object or on Elsewhere's."""
        if "anonymous" in self.who or ("signed in" in self.who and role != "anonymous") or role in self.who:
            return True
        ties = ON_ELSEWHERE if elsewhere else ON_HAVERLEY
        return any(role in ties[tie] for tie in self.who & ties.keys())


def row(name: str, who: set[str], about: str = "", *, get=200, post=405, queries=(), shows=False) -> Row:
    """A row, with a status or a tuple of them."""
    gets = get if isinstance(get, tuple) else (get,)
    posts = post if isinstance(post, tuple) else (post,)
    return Row(name, frozenset(who), about, gets, posts, tuple(queries), shows)


ANY_LEADS = row("", LEADS_OF)
