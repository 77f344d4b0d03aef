"""The SQL that makes a crowd inside the database: the same words for PostgreSQL and SQLite, each person by a number.

Person `i` of the crowd is `i = id - first`, and what becomes of them follows from `i` alone: of a hundred, 76 have done
everything, 9 are at the last module, 8 have not begun what is not due yet, 3 are late and 4 have never signed in.
"""
# ruff: noqa: S608 - every value comes from this file or is a number

from dataclasses import dataclass
from datetime import date

FIRST_NAMES = ["Ada", "Bilal", "Cerys", "Dev", "Eilidh", "Femi", "Greta", "Hamza", "Iona", "Jakub", "Keziah", "Luca"]
LAST_NAMES = [
    "Applegarth",
    "Brackenbury",
    "Calloway",
    "Dunmore",
    "Everleigh",
    "Fairweather",
    "Greystoke",
    "Hollowell",
    "Inglewood",
    "Jessamy",
    "Kestrelman",
    "Larkrise",
    "Merriweather",
]
JOB_ROLES = ["Call handler", "Response officer", "Detective", "Custody officer", "Front counter", "Analyst", "Trainer"]
VALID_DAYS = 730
PERSON = "(u.id - {first})"
FATE = "(({i} * 37) % 100)"


@dataclass(frozen=True)
class Crowd:
    """How many people, where their ids begin, the day they are seen on, and how this database says things."""

    count: int
    first: int
    today: date
    vendor: str

    def day(self, days: str) -> str:
        """The date so many days after today; `days` is an SQL number."""
        if self.vendor == "postgresql":
            return f"(date '{self.today}' + ({days})::int)"
        return f"date('{self.today}', ({days}) || ' days')"

    def time(self, days: str) -> str:
        """Nine o'clock on that day."""
        day = self.day(days)
        return f"({day} + time '09:00') AT TIME ZONE 'UTC'" if self.vendor == "postgresql" else f"{day} || ' 09:00:00'"

    @property
    def uuid(self) -> str:
        """A random UUID as the column keeps it."""
        return "gen_random_uuid()" if self.vendor == "postgresql" else "lower(hex(randomblob(16)))"

    @property
    def people(self) -> str:
        """The part of a query that names the crowd's accounts `u`."""
        return f"people_user u WHERE u.id BETWEEN {self.first} AND {self.first + self.count - 1}"

    @property
    def i(self) -> str:
        return PERSON.format(first=self.first)

    @property
    def fate(self) -> str:
        return FATE.format(i=self.i)


def accounts(count: int, *, crowd: Crowd, password: str) -> str:
    """People with names, addresses and last visits; nobody can sign in with `password`."""
    first = _choice("i", FIRST_NAMES)
    last = _choice("i / 7", LAST_NAMES)
    visited = f"CASE WHEN (i * 37) % 100 < 96 THEN {crowd.time('-(i % 90)')} END"
    return f"""
        INSERT INTO people_user (password, last_login, is_superuser, public_id, email, first_name, last_name, is_active,
                                 is_staff, date_joined)
        WITH RECURSIVE numbers(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM numbers WHERE i < {count - 1})
        SELECT '{password}', {visited}, FALSE, {crowd.uuid}, 'crowd' || i || '@crowd.example.org', {first},
               {last} || ' ' || i, TRUE, FALSE, {crowd.time("-800")}
        FROM numbers"""


def memberships(crowd: Crowd, *, units: list[int], teams: dict[int, list[int]]) -> str:
    """Everybody in one unit, in one of its teams, with a job role."""
    unit = _choice(crowd.i, units)
    pairs = " ".join(
        f"WHEN {crowd.i} % {len(units)} = {n} THEN " + _choice(f"{crowd.i} / {len(units)}", teams[pk])
        for n, pk in enumerate(units)
    )
    return f"""
        INSERT INTO people_membership (user_id, organisation_id, team_id, job_role, nation, is_first_responder,
                                       is_child_facing, is_lead, is_coordinator, is_summed_up, started_on, changed_at)
        SELECT u.id, {unit}, CASE {pairs} END, {_choice(f"{crowd.i} / 3", JOB_ROLES)}, '', {crowd.i} % 2 = 0,
               {crowd.i} % 5 = 0, FALSE, FALSE, FALSE, {crowd.day(f"-(800 + {crowd.i} % 300)")}, {crowd.time("-1")}
        FROM {crowd.people}"""


def enrolments(crowd: Crowd, *, module: int, number: int) -> str:
    """A round of the module for all who have begun it."""
    state, done = _state(crowd, number), f"{_state(crowd, number)} = 'done'"
    begun, completed = crowd.time(f"-({_age(crowd, number)} + 1)"), crowd.time(f"-({_age(crowd, number)})")
    return f"""
        INSERT INTO courses_enrolment (user_id, module_id, round, is_current, state, created_at, started_at,
                                       last_active_at, completed_at)
        SELECT u.id, {module}, 1, TRUE, CASE WHEN {done} THEN 'completed' ELSE 'in_progress' END, {begun}, {begun},
               {begun}, CASE WHEN {done} THEN {completed} END
        FROM {crowd.people} AND {state} <> 'to_do'"""


def certificates(crowd: Crowd, *, module: int, number: int) -> str:
    """A certificate for each who completed the module."""
    return f"""
        INSERT INTO courses_certificate (number, enrolment_id, user_id, module_id, holder_name, module_title, tier,
            minutes, assessed_by, organisation_name, issuer_name, endorsed_by, completed_on, expires_on, issued_at,
            withdrawn_reason)
        SELECT 'TT-C' || e.id, e.id, u.id, {module}, u.first_name || ' ' || u.last_name, 'Crowd module {number + 1}', 1,
               25, '', 'Crowd', 'Toolkit and Training', '', {crowd.day(f"-({_age(crowd, number)})")},
               {crowd.day(f"{VALID_DAYS} - {_age(crowd, number)}")}, e.completed_at, ''
        FROM courses_enrolment e JOIN {crowd.people.replace("WHERE", "ON u.id = e.user_id WHERE")}
         AND e.module_id = {module} AND e.state = 'completed'"""


def requirements(crowd: Crowd, *, module: int, assignment: int, number: int) -> str:
    """What the assignment asks of each of the crowd, as far as they have come."""
    state = _state(crowd, number)
    age = _age(crowd, number)
    due = f"CASE WHEN {state} <> 'done' AND {crowd.fate} >= 93 THEN -10 ELSE 20 END"
    return f"""
        INSERT INTO courses_requirement (assignment_id, user_id, module_id, membership_id, cycle, state, due_on,
            completed_on, valid_until, enrolment_id, stop_reason, created_at)
        SELECT {assignment}, u.id, {module}, m.id, 1, {state}, {crowd.day(due)},
               CASE WHEN {state} = 'done' THEN {crowd.day(f"-({age})")} END,
               CASE WHEN {state} = 'done' THEN {crowd.day(f"{VALID_DAYS} - ({age})")} END,
               e.id, '', {crowd.time("-720")}
        FROM people_user u JOIN people_membership m ON m.user_id = u.id AND m.ended_on IS NULL
        LEFT JOIN courses_enrolment e ON e.user_id = u.id AND e.module_id = {module}
        WHERE u.id BETWEEN {crowd.first} AND {crowd.first + crowd.count - 1}"""


def _choice(number: str, values: list) -> str:
    """The value at `number`, an SQL number, round and round."""
    said = [f"'{value}'" if isinstance(value, str) else str(value) for value in values]
    whens = " ".join(f"WHEN {n} THEN {value}" for n, value in enumerate(said))
    return f"CASE ({number}) % {len(values)} {whens} END"


def _state(crowd: Crowd, number: int) -> str:
    """The state of module `number` (0 to 4) for each person."""
    fate = crowd.fate
    return (
        f"CASE WHEN {fate} < 76 OR ({fate} < 85 AND {number} < 4) OR ({fate} < 96 AND {number} < 3) THEN 'done' "
        f"WHEN {fate} < 85 THEN 'doing' ELSE 'to_do' END"
    )


def _age(crowd: Crowd, number: int) -> str:
    """How many days ago each person completed module `number`."""
    return f"(5 + ({crowd.i} * 13 + {number * 7}) % 700)"
