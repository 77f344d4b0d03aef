"""Exempting a person and ending it: by their own lead alone."""

import datetime

import pytest
from django.utils import timezone

from courses.models import Exemption
from tests.factories.assigning import ask
from tests.factories.courses import ModuleFactory
from tests.factories.days import typed
from tests.factories.people import MembershipFactory, OrganisationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead(client, bob):
    client.force_login(bob)
    return client


@pytest.fixture
def today():
    return timezone.localdate()


def html_of(response) -> str:
    return " ".join(response.content.decode().split())


def test_a_person_is_exempt_from_a_module_for_a_while_and_again_asked_when_it_ends(lead, alice, bob, haverley, today):
    module = ModuleFactory(title="T2 Responding")
    asked = ask(alice, haverley, lead=bob, module=module)
    until = today + datetime.timedelta(days=90)
    sent = {"module": module.pk, "reason": "On leave", **typed("begins_on", today), **typed("ends_on", until)}

    html = html_of(lead.post(f"/people/{alice.public_id}/exempt/", sent, follow=True))

    exemption = Exemption.objects.get()
    assert (exemption.user, exemption.organisation, exemption.module) == (alice, haverley, module)
    assert (exemption.reason, exemption.begins_on, exemption.ends_on) == ("On leave", today, until)
    assert "Alice Example is exempt." in html
    assert f"{today:%-d %B %Y} to {until:%-d %B %Y}" in html
    asked.refresh_from_db()
    assert asked.state == "exempt"

    lead.post(f"/people/{alice.public_id}/exempt/{exemption.pk}/end/")
    asked.refresh_from_db()
    assert asked.state == "to_do"


def test_an_exemption_may_be_from_all_training_without_an_end(lead, alice, today):
    sent = {"reason": "Seconded", **typed("begins_on", today)}
    lead.post(f"/people/{alice.public_id}/exempt/", sent)
    exemption = Exemption.objects.get()
    assert (exemption.module, exemption.ends_on) == (None, None)
    assert "until it is ended" in html_of(lead.get(f"/people/{alice.public_id}/exempt/"))


def test_a_lead_of_several_units_says_for_which(lead, alice, haverley, today):
    unit = OrganisationFactory(parent=haverley, name="Control Room")
    MembershipFactory(user=alice, organisation=unit)
    url = f"/people/{alice.public_id}/exempt/"
    sent = {"reason": "On leave", **typed("begins_on", today)}
    assert "Choose an organisation" in html_of(lead.post(url, sent))
    lead.post(url, {**sent, "organisation": unit.pk})
    assert Exemption.objects.get().organisation == unit


def test_what_is_wrong_is_said_and_kept(lead, alice, today):
    url = f"/people/{alice.public_id}/exempt/"
    yesterday = today - datetime.timedelta(days=1)
    html = html_of(lead.post(url, {"reason": "", **typed("begins_on", today), **typed("ends_on", yesterday)}))
    assert "Say why the person is exempt" in html
    assert "The last day is past. Enter today or a later day" in html
    later = today + datetime.timedelta(days=9)
    sent = {"reason": "On leave", **typed("begins_on", later), **typed("ends_on", today)}
    html = html_of(lead.post(url, sent))
    assert "The last day comes before the first. Enter a later day" in html
    assert 'value="On leave"' in html
    assert Exemption.objects.count() == 0


@pytest.mark.parametrize("who", ["charlie", "alice", "dana", "erin"])
def test_nobody_else_exempts_or_ends(client, request, who, alice, bob, haverley, today):
    exemption = Exemption.objects.create(
        user=alice, organisation=haverley, reason="On leave", begins_on=today, created_by=bob
    )
    client.force_login(request.getfixturevalue(who))
    url = f"/people/{alice.public_id}/exempt/"
    assert client.get(url).status_code == 404
    assert client.post(url, {"reason": "Mine", **typed("begins_on", today)}).status_code == 404
    assert client.post(f"{url}{exemption.pk}/end/").status_code == 404
    assert Exemption.objects.get().ends_on is None


def test_an_exemption_is_ended_on_its_own_person_s_page_alone(client, charlie, elsewhere, alice, bob, haverley, today):
    exemption = Exemption.objects.create(
        user=alice, organisation=haverley, reason="On leave", begins_on=today, created_by=bob
    )
    theirs = MembershipFactory(organisation=elsewhere).user
    client.force_login(charlie)
    assert client.post(f"/people/{theirs.public_id}/exempt/{exemption.pk}/end/").status_code == 404
    client.force_login(bob)
    assert client.post(f"/people/{bob.public_id}/exempt/{exemption.pk}/end/").status_code == 404
