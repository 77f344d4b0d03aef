"""A second factor for everybody who sees others' records or changes content, where it is required."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.test import Client

from lms.people.domain.roles import ADMINISTRATORS, sync_roles
from lms.people.models import User
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"
PASSWORD = "a long enough password"


@pytest.fixture(autouse=True)
def required(settings):
    """As in production, but for a code that is typed as the next one comes."""
    settings.REQUIRE_MFA = True
    settings.MFA_TOTP_TOLERANCE = 1


@pytest.fixture
def administrator(db):
    """Somebody in the administrators' group."""
    user = UserFactory()
    user.groups.add(sync_roles()[ADMINISTRATORS])
    return user


@pytest.fixture
def superuser(db):
    """Somebody who may do everything."""
    return UserFactory(is_staff=True, is_superuser=True)


@pytest.mark.parametrize("who", ["bob", "dana", "erin", "administrator", "superuser"])
@pytest.mark.parametrize(
    "address", ["/", "/my-training/", "/people/", "/admin/", "/django-admin/", "/account/", "/join/"]
)
def test_whoever_sees_or_changes_more_is_led_to_add_one(client, request, who, address):
    client.force_login(request.getfixturevalue(who), backend=BACKEND)
    response = client.get(address)
    assert (response.status_code, response["Location"]) == (302, "/accounts/2fa/")


def test_a_learner_is_not(client, alice):
    client.force_login(alice, backend=BACKEND)
    assert client.get("/account/").status_code == 200


def test_nobody_is_where_it_is_not_required(client, bob, settings):
    settings.REQUIRE_MFA = False
    client.force_login(bob, backend=BACKEND)
    assert client.get("/account/").status_code == 200


@pytest.mark.parametrize("kind", [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN])
def test_an_app_or_a_key_is_enough(client, bob, kind):
    Authenticator.objects.create(user=bob, type=kind, data={})
    client.force_login(bob, backend=BACKEND)
    assert client.get("/people/").status_code == 200


def test_recovery_codes_alone_are_not(client, bob):
    RecoveryCodes.activate(bob)
    client.force_login(bob, backend=BACKEND)
    assert client.get("/people/")["Location"] == "/accounts/2fa/"


@pytest.mark.parametrize("address", ["/accounts/2fa/", "/accounts/email/", "/accounts/logout/"])
def test_the_way_to_add_one_stays_open(client, bob, address):
    client.force_login(bob, backend=BACKEND)
    assert client.get(address).status_code == 200


def test_a_lead_who_loses_the_role_is_no_longer_asked(client, bob):
    bob.memberships.update(is_lead=False)
    client.force_login(bob, backend=BACKEND)
    assert client.get("/account/").status_code == 200


def test_with_an_app_the_password_alone_does_not_sign_in(client, bob):
    secret = generate_totp_secret()
    TOTP.activate(bob, secret)
    first = client.post("/accounts/login/", {"login": bob.email, "password": PASSWORD})
    assert first["Location"] == "/accounts/2fa/authenticate/"
    assert client.get("/people/").status_code == 302
    wrong = client.post("/accounts/2fa/authenticate/", {"code": "000000x"})
    assert "The code is not right." in wrong.content.decode()
    assert client.post("/accounts/2fa/authenticate/", {"code": code_for(secret)})["Location"] == "/my-training/"
    assert client.get("/people/").status_code == 200


def code_for(secret: str) -> str:
    """What an app with this secret shows now."""
    _before, now, _after = yield_hotp_counters_from_time()
    return format_hotp_value(hotp_value(secret, now))


def with_password(person) -> Client:
    """A browser in which somebody signs in as this person with the password."""
    browser = Client()
    browser.post("/accounts/login/", {"login": person.email, "password": PASSWORD})
    return browser


def add_app(browser: Client) -> str:
    """Add an authenticator app on its page; returns its secret."""
    browser.get("/accounts/2fa/totp/activate/")
    secret = browser.session["mfa.totp.secret"]
    assert browser.post("/accounts/2fa/totp/activate/", {"code": code_for(secret)}).status_code == 302
    return secret


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_adding_a_factor_signs_out_whoever_came_in_with_the_password_and_not_oneself(bob):
    own, other = with_password(bob), with_password(bob)
    assert other.get("/people/")["Location"] == "/accounts/2fa/"
    add_app(own)
    assert own.get("/accounts/2fa/recovery-codes/").status_code == 200
    assert own.get("/people/").status_code == 200
    assert other.get("/people/")["Location"] == "/accounts/login/?next=/people/"
    again = other.post("/accounts/login/", {"login": bob.email, "password": PASSWORD})
    assert again["Location"] == "/accounts/2fa/authenticate/"


def test_taking_the_last_factor_away_signs_out_the_others_and_not_oneself(bob):
    secret = generate_totp_secret()
    TOTP.activate(bob, secret)
    own = with_password(bob)
    own.post("/accounts/2fa/authenticate/", {"code": code_for(secret)})
    other = Client()
    other.force_login(bob)
    assert other.get("/people/").status_code == 200
    own.post("/accounts/2fa/totp/deactivate/")
    assert own.get("/people/")["Location"] == "/accounts/2fa/"
    assert other.get("/people/")["Location"] == "/accounts/login/?next=/people/"


def test_a_session_outlives_a_secret_key_that_is_replaced_and_still_asks_for_the_factor(bob, settings):
    plain, own = Client(), Client()
    plain.force_login(bob)
    TOTP.activate(bob, generate_totp_secret())
    own.force_login(User.objects.get(pk=bob.pk))
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another key", [settings.SECRET_KEY]
    assert own.get("/people/").status_code == 200
    assert plain.get("/people/")["Location"] == "/accounts/login/?next=/people/"
