"""Signing in, making an account and setting a new password, and that nothing tells who has an account."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail

from lms.outbox.domain.sending import send_due
from lms.outbox.models import OutgoingEmail
from lms.people.models import Membership, User
from tests.factories.people import ApprovedDomainFactory, UserFactory

pytestmark = pytest.mark.django_db
PASSWORD = "a long enough password"
LOGIN, SIGNUP, RESET = "/accounts/login/", "/accounts/signup/", "/accounts/password/reset/"
NEW = {
    "first_name": "Nia",
    "last_name": "Example",
    "email": "nia@fire.example.org",
    "password1": "door ajar with light",
}


def sign_in(client, email: str, password: str = PASSWORD, **headers):
    """Hand in the sign-in form."""
    return client.post(LOGIN, {"login": email, "password": password}, **headers)


def errors(response) -> list[str]:
    """What the error summary says."""
    summary = re.search(r"govuk-error-summary__list.*?</ul>", response.content.decode(), re.DOTALL)
    return re.findall(r">([^<]+)</a>", summary[0]) if summary else []


def link_in(body: str) -> str:
    """The path of the link in an e-mail."""
    return re.search(r"http://testserver(/\S+)", body)[1]


def test_a_person_signs_in_by_email_however_it_is_written(client, alice):
    response = sign_in(client, "ALICE@police.example.org")
    assert (response.status_code, response["Location"]) == (302, "/my-training/")


def test_the_page_has_a_neutral_title_a_way_out_and_no_offer_that_is_not_there(client, db):
    html = client.get(LOGIN).content.decode()
    assert "<title>\n" not in html
    assert "<title>Sign in – Toolkit and Training</title>" in html
    assert "Exit this page" in html
    assert "Use a passkey" in html
    assert "Use your organisation’s account" not in html


def test_an_organisations_own_sign_in_is_offered_when_there_is_one(client, db, settings):
    from lms.settings.sign_in import openid_connect

    settings.SOCIALACCOUNT_PROVIDERS = openid_connect(
        server_url="https://sso.police.example.org", name="Example Police", client_id="a", secret="b"
    )
    html = client.get(LOGIN).content.decode()
    assert "Use your organisation’s account" in html
    assert 'action="/accounts/oidc/organisation/login/?process=login"' in html


def test_a_wrong_password_and_an_unknown_address_look_the_same(client, alice):
    known, unknown = sign_in(client, alice.email, "wrong"), sign_in(client, "nobody@police.example.org", "wrong")
    said = ["The e-mail and the password do not match. Check both, or set a new password."]
    assert errors(known) == errors(unknown) == said
    assert known.status_code == unknown.status_code == 200


def test_what_was_typed_is_kept_but_not_the_password(client, alice):
    html = sign_in(client, "alice@police.example.org", "wrong words here").content.decode()
    assert 'value="alice@police.example.org"' in html
    assert "wrong words here" not in html
    assert "<title>Error: Sign in – Toolkit and Training</title>" in html


def test_empty_fields_are_named_with_what_to_do(client, db):
    assert errors(sign_in(client, "", "")) == ["Enter your e-mail", "Enter your password"]
    at = errors(sign_in(client, "gwen.police.example.org", "x"))
    assert at == ["Enter an e-mail address with an @, for example name@police.example.org"]


def test_after_five_wrong_passwords_the_account_waits_and_others_do_not(client, alice, bob):
    for _ in range(5):
        sign_in(client, alice.email, "wrong")
    assert errors(sign_in(client, alice.email)) == ["Too many wrong tries. Wait five minutes, or set a new password."]
    assert sign_in(client, bob.email).status_code == 302


def test_a_hundred_and_twenty_wrong_sign_ins_from_one_office_refuse_nobody(client, alice):
    for number in range(120):
        response = sign_in(client, f"person{number}@police.example.org", "wrong", REMOTE_ADDR="192.0.2.1")
        assert errors(response) == ["The e-mail and the password do not match. Check both, or set a new password."]
    assert sign_in(client, alice.email, REMOTE_ADDR="192.0.2.1").status_code == 302


def test_somebody_whose_account_is_closed_is_told_only_after_the_right_password(client, alice):
    User.objects.filter(pk=alice.pk).update(is_active=False)
    assert errors(sign_in(client, alice.email, "wrong"))
    response = sign_in(client, alice.email)
    assert response["Location"] == "/accounts/inactive/"
    assert "Ask us to open the account again." in client.get(response["Location"]).content.decode()


def test_an_account_begins_when_its_address_is_confirmed_and_joins_by_its_domain(
    client, django_capture_on_commit_callbacks
):
    approved = ApprovedDomainFactory(domain="fire.example.org")
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(SIGNUP, NEW)
    assert response["Location"] == "/accounts/confirm-email/"
    message = mail.outbox[0]
    assert (message.subject, message.to) == ("Confirm your e-mail address", ["nia@fire.example.org"])
    assert Membership.objects.count() == 0
    assert client.get("/my-training/").status_code == 302
    link = link_in(message.body)
    assert "Is <b>nia@fire.example.org</b> yours?" in client.get(link).content.decode()
    client.post(link)
    nia = User.objects.get()
    assert (nia.full_name, EmailAddress.objects.get().verified) == ("Nia Example", True)
    assert [m.organisation for m in nia.memberships.all()] == [approved.organisation]


def test_making_an_account_tells_nobody_that_there_is_one(client, alice):
    fresh = client.post(SIGNUP, NEW)
    again = client.post(SIGNUP, {**NEW, "email": alice.email})
    assert (fresh.status_code, fresh["Location"]) == (again.status_code, again["Location"])
    first, second = OutgoingEmail.objects.order_by("pk")
    assert (first.kind, second.kind) == ("email_confirmation_signup", "account_already_exists")
    assert User.objects.with_email(alice.email).count() == 1


def test_asking_for_a_new_password_tells_nobody_either(client, alice):
    known, unknown = client.post(RESET, {"email": alice.email}), client.post(RESET, {"email": "no@police.example.org"})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert [email.subject for email in OutgoingEmail.objects.all()] == ["Set a new password", "Set a new password"]


def test_the_link_sets_a_new_password_once(client, alice, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        client.post(RESET, {"email": alice.email})
    link = link_in(mail.outbox[0].body)
    form = client.get(link, follow=True)
    assert "Save the new password" in form.content.decode()
    client.post(form.redirect_chain[-1][0], {"password1": "another long password"})
    assert sign_in(client, alice.email, "another long password").status_code == 302
    used = client.get(link, follow=True)
    assert "This link does not work any more" in used.content.decode()


def test_a_broker_that_is_down_is_no_error_and_the_email_goes_later(client, alice, settings, monkeypatch):
    from lms.outbox.tasks import send_due_email

    def down(*args, **kwargs):
        raise ConnectionError("no broker")

    monkeypatch.setattr(send_due_email, "apply_async", down)
    assert client.post(RESET, {"email": alice.email}).status_code == 302
    assert (send_due(), mail.outbox[0].subject) == (1, "Set a new password")


def test_every_email_has_a_plain_part_an_html_part_and_a_neutral_subject(client, alice, bob):
    client.post(SIGNUP, NEW)
    client.post(SIGNUP, {**NEW, "email": alice.email})
    client.post(RESET, {"email": alice.email})
    client.post(RESET, {"email": "nobody@police.example.org"})
    client.force_login(bob)
    sign_in(client, bob.email)
    for email in OutgoingEmail.objects.all():
        assert email.text.startswith("Hello,"), email.kind
        assert email.html.startswith("<!DOCTYPE html>"), email.kind
        for word in ("slavery", "trafficking", "victim"):
            assert word not in f"{email.subject} {email.text} {email.html}".lower()
    assert OutgoingEmail.objects.count() == 4


def test_an_unconfirmed_account_cannot_sign_in(client, db):
    user = UserFactory()
    EmailAddress.objects.filter(user=user).update(verified=False)
    assert sign_in(client, user.email)["Location"] == "/accounts/confirm-email/"
    assert client.get("/account/").status_code == 302


@pytest.mark.parametrize(
    "address",
    ["email/", "password/change/", "logout/", "2fa/", "2fa/totp/activate/", "2fa/webauthn/add/", "reauthenticate/"],
)
def test_the_pages_of_an_account_are_in_the_brand(client, alice, address):
    sign_in(client, alice.email)
    response = client.get(f"/accounts/{address}", follow=True)
    html = response.content.decode()
    assert response.status_code == 200
    assert html.count("<h1") == 1
    assert "– Toolkit and Training</title>" in html
    assert "placeholder=" not in html.partition("<main")[2]
    assert "please" not in html.lower()


def test_changing_the_password_asks_for_the_old_one_and_tells_by_email(client, alice):
    sign_in(client, alice.email)
    page = "/accounts/password/change/"
    wrong = client.post(page, {"oldpassword": "nonsense", "password1": "quite another password"})
    assert errors(wrong) == ["Enter your current password"]
    client.post(page, {"oldpassword": PASSWORD, "password1": "quite another password"})
    assert OutgoingEmail.objects.get().subject == "Your password has changed"
    alice.refresh_from_db()
    assert alice.check_password("quite another password")


def test_too_many_wrong_current_passwords_are_answered_in_the_brand(client, alice):
    sign_in(client, alice.email)
    page, typed = "/accounts/password/change/", {"oldpassword": "nonsense", "password1": "quite another password"}
    assert [client.post(page, typed).status_code for _ in range(6)] == [200] * 5 + [429]
    html = client.post(page, typed).content.decode()
    assert "<title>Too many tries – Toolkit and Training</title>" in html
    assert 'href="/account/"' in html.partition("<main")[2]


def test_too_many_requests_for_a_link_look_the_same_to_a_visitor(client, alice):
    answers = [client.post(RESET, {"email": alice.email}) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [302] * 5 + [429]
    assert 'href="/accounts/login/"' in answers[-1].content.decode().partition("<main")[2]


def test_a_second_factor_is_added_right_after_signing_in_without_the_password_again(client, alice):
    client.post("/accounts/login/", {"login": alice.email, "password": PASSWORD})
    assert client.get("/accounts/2fa/totp/activate/").status_code == 200


def test_minutes_after_signing_in_the_password_is_asked_again(client, alice, settings):
    client.post("/accounts/login/", {"login": alice.email, "password": PASSWORD})
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0
    response = client.get("/accounts/2fa/totp/activate/")
    assert response["Location"] == "/accounts/reauthenticate/?next=%2Faccounts%2F2fa%2Ftotp%2Factivate%2F"
