"""What an answer says about a link, when it is looked at next, and that two sweeps never share one."""

import datetime
import time

import pytest
from django.utils import timezone

from lms.freshness.domain.link_checking import check_due_links, look_again
from lms.freshness.domain.link_collecting import hash_of
from lms.freshness.domain.link_fetching import Answer
from lms.freshness.models import Link

NOW = timezone.now()
HOUR = datetime.timedelta(hours=1)


def link(url="https://a.example.org/", **fields):
    return Link.objects.create(url=url, url_hash=hash_of(url), **{"next_check_at": NOW, **fields})


def judged(answer, **fields):
    """The link after this answer."""
    made = link(**fields)
    assert check_due_links(at=NOW, look=lambda url: answer) == 1
    made.refresh_from_db()
    return made


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (Answer(status=200), "works"),
        (Answer(status=204), "works"),
        (Answer(status=403), "works"),
        (Answer(status=429), "works"),
        (Answer(status=404), "broken"),
        (Answer(status=410), "broken"),
        (Answer(status=200, moved_to="https://b.example.org/"), "moved"),
        (Answer(refused=True, problem="private"), "refused"),
    ],
)
def test_an_answer_is_judged(db, answer, state):
    assert judged(answer).state == state


@pytest.mark.parametrize("answer", [Answer(status=500), Answer(status=503), Answer(problem="too slow")])
def test_what_may_pass_is_broken_only_after_three_failures_each_twice_as_long_after_the_last(db, answer):
    made = judged(answer, state="works")
    seen = [(made.state, made.failures, (made.next_check_at - NOW) / HOUR)]
    for _time in range(2):
        Link.objects.update(next_check_at=NOW)
        check_due_links(at=NOW, look=lambda url: answer)
        made.refresh_from_db()
        seen.append((made.state, made.failures, (made.next_check_at - NOW) / HOUR))
    assert seen == [("works", 1, 6), ("works", 2, 12), ("broken", 3, 24)]


def test_it_never_waits_longer_than_two_weeks(db):
    made = judged(Answer(status=500), failures=200)
    assert made.next_check_at - NOW == datetime.timedelta(days=14)


def test_a_link_that_works_again_is_forgiven(db):
    made = judged(Answer(status=200), state="broken", failures=7, problem="It was gone")
    assert (made.state, made.failures, made.problem, made.status) == ("works", 0, "", 200)
    assert made.next_check_at - NOW == datetime.timedelta(days=14)


def test_no_site_is_asked_more_than_three_times_in_one_sweep(db):
    for number in range(5):
        link(f"https://a.example.org/{number}")
    link("https://b.example.org/")
    asked = []
    check_due_links(at=NOW, look=lambda url: asked.append(url) or Answer(status=200))
    assert sorted(asked) == [
        "https://a.example.org/0",
        "https://a.example.org/1",
        "https://a.example.org/2",
        "https://b.example.org/",
    ]


def test_two_sweeps_at_once_do_not_share_a_link(db):
    link()
    inner = []

    def look(url):
        inner.append(check_due_links(at=NOW, look=lambda url: Answer(status=404)))
        return Answer(status=200)

    assert check_due_links(at=NOW, look=look) == 1
    assert (inner, Link.objects.get().state) == ([0], "works")


def test_a_claim_of_a_sweep_that_died_ends_and_a_link_not_due_waits(db):
    link(claimed_at=NOW - HOUR)
    link("https://b.example.org/", next_check_at=NOW + HOUR)
    assert check_due_links(at=NOW, look=lambda url: Answer(status=200)) == 1


def test_an_editor_has_a_link_looked_at_again(db):
    made = link(next_check_at=NOW + 100 * HOUR)
    look_again(made)
    assert check_due_links(at=timezone.now(), look=lambda url: Answer(status=200)) == 1


def test_a_passing_failure_of_a_moved_link_keeps_where_it_is_now(db):
    made = judged(Answer(status=503), state="moved", moved_to="https://b.example.org/")
    assert (made.state, made.moved_to) == ("moved", "https://b.example.org/")


def test_a_sweep_ends_in_time_and_leaves_the_rest_due(db):
    for number in range(3):
        link(f"https://{number}.example.org/")

    def slow(url):
        time.sleep(1.2)
        return Answer(status=200)

    assert check_due_links(at=NOW, look=slow, seconds=1) == 1
    assert check_due_links(at=NOW, look=lambda url: Answer(status=200)) == 2


def test_what_nobody_thought_of_holds_up_one_link_only(db):
    for name in "ab":
        link(f"https://{name}.example.org/")

    def look(url):
        if "//a." in url:
            raise RuntimeError("A header that no library reads")
        return Answer(status=200)

    assert check_due_links(at=NOW, look=look) == 2
    assert list(Link.objects.order_by("url").values_list("failures", "problem", "state", "claimed_at")) == [
        (1, "The site cannot be reached.", "waiting", None),
        (0, "", "works", None),
    ]


def test_a_site_with_very_many_links_does_not_keep_others_waiting(db):
    Link.objects.bulk_create(
        Link(url=f"https://a.example.org/{number}", url_hash=f"{number}", next_check_at=NOW - HOUR)
        for number in range(300)
    )
    link("https://b.example.org/")
    asked = []
    check_due_links(at=NOW, look=lambda url: asked.append(url) or Answer(status=200))
    assert (len(asked), asked[-1]) == (4, "https://b.example.org/")
