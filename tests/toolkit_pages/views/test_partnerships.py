"""The directory of partnerships: narrowing, what one page tells and never tells, helplines, and how many queries."""

from datetime import date, timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from lms import kept
from lms.design_system.context_processors import Helpline
from tests.factories.libraries import PartnershipFactory
from toolkit_pages.domain.partnership_directory import Helplines, confirmed_as, helplines_for
from toolkit_pages.models import PartnershipMember

UK = Helpline("For all", "0800 1", nations=())
SCOTTISH = Helpline("For Scotland", "0800 2", nations=("scotland",))


def names(response):
    return [row.name for row, _activities, _confirmed in response.context["rows"]]


def queries(client, address):
    cache.clear()  # a whole page may be kept for visitors who are not signed in
    kept.forget()  # and what is kept may not change while a page is drawn
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Marchshire", "Northern Glens"]),
        ("?nation=scotland", ["Northern Glens"]),
        ("?activity=disruption&activity=training", ["Marchshire", "Northern Glens"]),
        ("?activity=disruption", ["Northern Glens"]),
        ("?q=Haverley", ["Marchshire"]),
        ("?confirmed=older", ["Northern Glens"]),
        ("?sort=confirmed", ["Marchshire", "Northern Glens"]),
        ("?nation=wales", []),
    ],
)
def test_the_directory_is_narrowed_by_nation_activity_and_words(client, home, query, found):
    today = timezone.localdate()
    PartnershipFactory(name="Marchshire", confirmed_on=today - timedelta(days=30))
    PartnershipFactory(
        name="Northern Glens",
        area="The Glens",
        nations=["scotland"],
        lead="Example Glens Council",
        members_text="Example Glens Council",
        activities=["disruption"],
        confirmed_on=today - timedelta(days=400),
    )
    PartnershipFactory(name="A draft", live=False)
    assert names(client.get(f"/partnerships/{query}")) == found


@pytest.mark.parametrize(
    ("confirmed_on", "said"),
    [(None, "never"), (date(2025, 5, 1), "lately"), (date(2025, 4, 30), "older"), (date(2026, 5, 1), "lately")],
)
def test_a_confirmation_holds_for_a_year(confirmed_on, said):
    assert confirmed_as(confirmed_on, today=date(2026, 5, 1)) == said


def test_a_partnerships_page_says_who_what_and_when_it_was_confirmed(client, home):
    found = PartnershipFactory(about="<p>We meet every six weeks.</p>", website="https://example.org/partnership")
    html = client.get(found.get_absolute_url()).content.decode()
    for text in ("Marchshire", "Haverley Council", "Example Police", "Training", "every six weeks", "3 March 2026"):
        assert text in html
    assert 'href="mailto:partnership@example.org"' in html
    assert "takes no referrals" in html


def test_a_page_never_tells_which_organisations_take_part_in_reviews(client, home, haverley):
    found = PartnershipFactory(members_text="", lead="")
    PartnershipMember.objects.create(partnership=found, organisation=haverley, is_leading=True)
    assert haverley.name not in client.get(found.get_absolute_url()).content.decode()


def test_the_title_others_may_see_tells_nothing(client, home):
    found = PartnershipFactory(name="Marchshire Anti-Slavery Partnership")
    assert "<title>A partnership – " in client.get(found.get_absolute_url()).content.decode()


def test_a_draft_and_an_unknown_partnership_are_not_found(client, home):
    assert client.get(PartnershipFactory(live=False).get_absolute_url()).status_code == 404
    assert client.get("/partnerships/none/").status_code == 404


@pytest.mark.parametrize(
    ("nations", "said"),
    [
        (["england"], [Helplines("England", [UK])]),
        (["scotland"], [Helplines("Scotland", [UK, SCOTTISH])]),
        (["england", "wales"], [Helplines("", [UK])]),
        (["england", "scotland"], [Helplines("England", [UK]), Helplines("Scotland", [UK, SCOTTISH])]),
    ],
)
def test_helplines_are_those_of_the_partnerships_nations(nations, said):
    assert helplines_for(nations, [UK, SCOTTISH]) == said


def test_three_partnerships_take_no_more_queries_than_one(client, home):
    PartnershipFactory()
    one = queries(client, "/partnerships/")
    PartnershipFactory()
    PartnershipFactory()
    assert queries(client, "/partnerships/") == one <= 8
