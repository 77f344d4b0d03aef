"""What may go wrong while people are reminded, one function for each; all answer what should have arrived."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from tests.drills import people
from tests.drills.machinery import Machinery

PEOPLE = 200
LONDON = ZoneInfo("Europe/London")
DUE = date(2026, 6, 12)
MORNING = datetime(2026, 6, 12, 9, 1, tzinfo=LONDON)
NIGHT = datetime(2026, 6, 12, 3, 0, tzinfo=LONDON)
PATIENCE = 40.0
HOLD = 8.0  # longer than sending one e-mail takes; what a killed worker held stays in its hands
FURTHER = ["second-worker", "third-worker"]
Scenario = Callable[[Machinery], int]


@dataclass(frozen=True)
class Result:
    """How one scenario came out; `same_id` says whether every duplicate carried its first one's Message-ID."""

    broker: str
    scenario: str
    expected: int
    once: int
    duplicates: int
    missing: int
    same_id: bool
    most: int
    allowed: int

    @property
    def is_good(self) -> bool:
        return not self.missing and self.duplicates <= self.allowed and self.same_id and self.most <= 2


def settled(machinery: Machinery) -> bool:
    """Everybody's e-mail is written, and none waits."""
    return people.written() == PEOPLE and people.left() == 0


def wait_it_out(machinery: Machinery, *, minutes: int = 0) -> None:
    """Wait until all is sent or given up, the clock running ahead `minutes` a time for what is tried again later."""
    for _ in range(12 if minutes else 1):
        if machinery.wait(lambda: settled(machinery), seconds=3 if minutes else PATIENCE):
            return
        # The clock does not jump over what is being sent: its claim would be old in an instant.
        machinery.wait(lambda: people.in_hand() == 0, seconds=HOLD)
        machinery.pass_time(minutes=minutes)


def plain(machinery: Machinery) -> int:
    """Nothing goes wrong."""
    machinery.set_clock(MORNING)
    wait_it_out(machinery)
    return PEOPLE


def two_beats(machinery: Machinery) -> int:
    """Two beats and three workers at once; the further workers stay for the next scenario."""
    for name in FURTHER:
        machinery.start_worker(name)
    machinery.start_beat("second-beat")
    machinery.wait_for("worker", *FURTHER, "second-beat")
    machinery.set_clock(MORNING)
    wait_it_out(machinery)
    machinery.kill("second-beat")
    return PEOPLE


def killed_workers(machinery: Machinery) -> int:
    """One of three workers dies inside the transaction that writes the e-mails; two are killed while they send."""
    for name in FURTHER:
        if name not in machinery.processes:
            machinery.start_worker(name)
    machinery.wait_for("worker", *FURTHER)
    machinery.dies.touch()
    machinery.set_clock(MORNING)
    machinery.wait(lambda: not machinery.dies.exists(), seconds=PATIENCE)
    for name, arrived in zip(FURTHER, (PEOPLE // 4, PEOPLE // 2), strict=True):
        machinery.wait(lambda arrived=arrived: machinery.sink.count >= arrived, seconds=PATIENCE)
        machinery.kill(name)
    machinery.kill("worker")
    machinery.start_worker()
    machinery.wait_for("worker")
    machinery.pass_time(minutes=11)
    wait_it_out(machinery, minutes=11)
    return PEOPLE


def broker_down(machinery: Machinery) -> int:
    """No broker for half an hour, from before the reminders are due.

    Nothing that ends without it is started again before it is back: whatever starts makes the folder of the embedded
    broker anew, and there it would be.
    """
    machinery.broker.stop()
    time.sleep(8)  # what a worker had taken from it before ends
    machinery.set_clock(MORNING)
    time.sleep(2)
    machinery.pass_time(minutes=30)
    assert machinery.sink.count == 0, "Something was sent without a broker."
    machinery.broker.start()
    wait_it_out(machinery)
    return PEOPLE


def dropped_after_data(machinery: Machinery) -> int:
    """The server takes every tenth message and hangs up instead of saying so, the first time."""
    received = machinery.sink.received
    machinery.sink.drops = lambda to: number(to) % 10 == 0 and to not in received
    machinery.set_clock(MORNING)
    wait_it_out(machinery, minutes=5)
    return PEOPLE


def busy_server(machinery: Machinery) -> int:
    """The server answers 451 to the first hundred recipients, then is well."""
    refusals = iter(range(100))
    machinery.sink.on_recipient = lambda _to: "250 OK" if next(refusals, None) is None else "451 try later"
    machinery.set_clock(MORNING)
    wait_it_out(machinery, minutes=5)
    return PEOPLE


def no_such_address(machinery: Machinery) -> int:
    """The server knows no such mailbox for one person: everybody else is reminded, and the lead is told."""
    machinery.sink.on_recipient = lambda to: "550 no such mailbox" if number(to) == 7 else "250 OK"
    machinery.set_clock(MORNING)
    wait_it_out(machinery)
    assert people.given_up() == 1, "The bounce is not kept."
    return PEOPLE - 1


def clock_change(machinery: Machinery) -> int:
    """The clocks go back in the night to Sunday 25 October 2026; the reminders are due on the Monday at nine."""
    people.ask_again(due_on=date(2026, 10, 26))
    moment = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    while moment < datetime(2026, 10, 26, 8, 59, tzinfo=UTC):
        machinery.set_clock(moment)
        machinery.wait(lambda: False, seconds=0.15)
        moment += timedelta(minutes=90)
    machinery.set_clock(datetime(2026, 10, 26, 8, 58, tzinfo=UTC))
    machinery.wait(lambda: False, seconds=1.5)
    assert people.written() == 0, "Something was written before nine o'clock in London."
    machinery.set_clock(datetime(2026, 10, 26, 9, 0, tzinfo=UTC))
    wait_it_out(machinery)
    machinery.pass_time(hours=1)
    machinery.wait(lambda: False, seconds=1)
    return PEOPLE


def number(address: str) -> int:
    """The n of personN@…"""
    return int("".join(filter(str.isdigit, address.partition("@")[0])))


# Each with how many duplicates it may have: those whose answer was lost, and one for each
# of two threads of a worker killed while sending.
SCENARIOS: list[tuple[str, Scenario, int]] = [
    ("nothing goes wrong", plain, 0),
    ("two beats, three workers", two_beats, 0),
    ("workers killed", killed_workers, 6),
    ("SMTP drops after DATA", dropped_after_data, PEOPLE // 10),
    ("SMTP 451 for a while", busy_server, 0),
    ("SMTP 550 for one address", no_such_address, 0),
    ("clocks go back", clock_change, 0),
    ("broker down for 30 minutes", broker_down, 0),
]


def run(machinery: Machinery, title: str, scenario: Scenario, allowed: int) -> Result:
    """Begin anew at night, play the scenario, and count what arrived."""
    machinery.set_clock(NIGHT)
    machinery.sink.forget()
    people.ask_again(due_on=DUE)
    machinery.mind()
    expected = scenario(machinery)
    machinery.wait(lambda: False, seconds=1)  # were anything sent twice, it would be now
    ids = list(machinery.sink.received.values())
    return Result(
        broker=machinery.broker.name,
        scenario=title,
        expected=expected,
        once=sum(len(some) == 1 for some in ids),
        duplicates=sum(len(some) - 1 for some in ids),
        missing=expected - len(ids),
        same_id=all(len(set(some)) == 1 for some in ids),
        most=max(map(len, ids), default=0),
        allowed=allowed,
    )
