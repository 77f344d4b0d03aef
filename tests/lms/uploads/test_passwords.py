"""The passwords of private collections and pages: wrong ones are counted, right ones open, nothing leads elsewhere."""

import pytest
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from tests.factories.toolkit import ToolkitPageFactory

TOO_MANY = "Too many wrong tries. Wait a few minutes, then try again."


@pytest.fixture
def collection(db):
    """The address that asks for the password "ferry" of a collection."""
    kept = Collection.get_first_root_node().add_child(name="Kept")
    restriction = CollectionViewRestriction.objects.create(
        collection=kept, restriction_type="password", password="ferry"
    )
    return reverse("wagtaildocs_authenticate_with_password", args=[restriction.pk])


@pytest.fixture
def page(home):
    """A page with the password "ferry"."""
    page = ToolkitPageFactory(title="For reviewers")
    page.restriction = PageViewRestriction.objects.create(page=page, restriction_type="password", password="ferry")
    return page


@pytest.fixture
def page_address(page):
    return reverse("wagtailcore_authenticate_with_password", args=[page.restriction.pk, page.pk])


@pytest.fixture(params=["collection", "page_address"])
def address(request):
    return request.getfixturevalue(request.param)


def type_in(browser, address, password="boat", to="/library/", **more):
    return browser.post(address, {"password": password, "return_url": to}, **more)


def test_after_twenty_wrong_passwords_none_is_compared(client, address):
    answers = [type_in(client, address) for _try in range(21)]
    assert [answer.status_code for answer in answers] == [200] * 20 + [429]
    assert "The password is not right. Check it and try again." in answers[19].content.decode()
    assert f'<a href="#id_password">{TOO_MANY}</a>' in answers[20].content.decode()
    assert type_in(client, address, "ferry").status_code == 429


def test_an_office_is_not_shut_out_by_those_who_know_the_password(client, address):
    for _person in range(25):
        assert type_in(client, address, "ferry")["Location"] == "/library/"
    assert type_in(client, address).status_code == 200


def test_one_address_shuts_nobody_else_out(client, address):
    for _try in range(21):
        type_in(client, address, REMOTE_ADDR="192.0.2.1")
    assert type_in(client, address, "ferry", REMOTE_ADDR="192.0.2.2").status_code == 302


def test_tries_from_everywhere_are_counted_for_what_they_would_open(client, address, settings):
    settings.PRIVATE_PASSWORD_RATE = "20/5m/ip,3/h/key"
    for host in range(1, 4):
        assert type_in(client, address, REMOTE_ADDR=f"192.0.2.{host}").status_code == 200
    assert type_in(client, address, REMOTE_ADDR="192.0.2.9").status_code == 429


def test_tries_at_a_page_leave_a_collection_with_the_same_number_open(client, collection, page_address, settings):
    settings.PRIVATE_PASSWORD_RATE = "1/h/key"
    assert [type_in(client, page_address).status_code for _try in range(2)] == [200, 429]
    assert type_in(client, collection, "ferry").status_code == 302


def test_nothing_typed_is_no_try(client, address):
    answers = [type_in(client, address, "") for _try in range(22)]
    assert {answer.status_code for answer in answers} == {200}
    assert '<a href="#id_password">Enter the password</a>' in answers[-1].content.decode()


@pytest.mark.parametrize("to", ["https://elsewhere.example.org/", "//elsewhere.example.org/", "javascript:alert(1)"])
def test_the_right_password_leads_to_this_site_alone(client, address, to):
    assert type_in(client, address, "ferry", to=to)["Location"] == "/my-training/"


def test_a_page_opens_to_who_knows_its_password_and_to_nobody_else(client, page, page_address):
    asked = client.get(page.get_url()).content.decode()
    assert "Password needed" in asked
    assert f'action="{page_address}"' in asked
    assert type_in(client, page_address, "ferry", to=page.get_url())["Location"] == page.get_url()
    assert "Password needed" not in client.get(page.get_url()).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["wagtaildocs_authenticate_with_password", "wagtailcore_authenticate_with_password"])
def test_what_is_not_private_asks_for_nothing(client, name):
    args = [987654321] if name.startswith("wagtaildocs") else [987654321, 987654321]
    assert type_in(client, reverse(name, args=args)).status_code == 404
