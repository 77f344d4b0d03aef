"""Joining with a code, or with an address of an approved domain."""

import time
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.utils import timezone

from lms.audit.models import AuditEvent
from lms.people.domain.errors import AddressNotConfirmed, AlreadyMember, TooManyTries, UnknownCode
from lms.people.domain.joining import find_organisation, join_by_domain, join_with_code
from lms.people.models import Membership
from tests.factories.people import ApprovedDomainFactory, MembershipFactory, OrganisationFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def coded(db):
    """An organisation with a join code."""
    return OrganisationFactory(name="Coded Service", join_code="MARCH7K4M")


@pytest.mark.parametrize("typed", ["MARCH7K4M", "march 7k4m", " March-7K4M "])
def test_a_code_works_however_it_is_typed(coded, typed):
    membership = join_with_code(UserFactory(), code=typed)
    assert (membership.organisation, membership.is_lead, membership.is_coordinator) == (coded, False, False)
    assert AuditEvent.objects.get().action == "joined with code"


def test_a_wrong_or_empty_code_joins_nothing(coded):
    OrganisationFactory(join_code=None)
    for wrong in ("MARCH7K4N", "   ", "-"):
        with pytest.raises(UnknownCode):
            join_with_code(UserFactory(), code=wrong)
    assert Membership.objects.count() == 0


def test_an_unconfirmed_address_does_not_join(coded):
    user = UserFactory()
    EmailAddress.objects.filter(user=user).update(verified=False)
    with pytest.raises(AddressNotConfirmed):
        join_with_code(user, code="MARCH7K4M")


def test_a_member_is_told_so(coded):
    user = MembershipFactory(organisation=coded).user
    with pytest.raises(AlreadyMember):
        join_with_code(user, code="MARCH7K4M")
    assert Membership.objects.count() == 1


def test_who_is_on_a_list_for_a_day_to_come_is_in_from_today(coded):
    user, today = UserFactory(), timezone.localdate()
    listed = MembershipFactory(user=user, organisation=coded, started_on=today + timedelta(days=9), job_role="Officer")
    joined = join_with_code(user, code="MARCH7K4M")
    assert (joined.pk, joined.started_on, joined.job_role) == (listed.pk, today, "Officer")
    assert Membership.objects.get() == joined


def test_who_leaves_and_comes_back_on_days_to_come_is_a_member_until_then(coded):
    user, today = UserFactory(), timezone.localdate()
    MembershipFactory(user=user, organisation=coded, started_on="2024-01-02", ended_on=today + timedelta(days=5))
    back = MembershipFactory(user=user, organisation=coded, started_on=today + timedelta(days=9))
    with pytest.raises(AlreadyMember):
        join_with_code(user, code="MARCH7K4M")
    back.refresh_from_db()
    assert back.started_on == today + timedelta(days=9)


def test_the_eleventh_wrong_code_of_an_account_is_refused_and_so_is_the_right_one_then(coded):
    user, other = UserFactory(), UserFactory()
    for _ in range(10):
        with pytest.raises(UnknownCode):
            join_with_code(user, code="WRONG", address="192.0.2.7")
    with pytest.raises(TooManyTries):
        join_with_code(user, code="MARCH7K4M", address="192.0.2.7")
    assert join_with_code(other, code="MARCH7K4M", address="192.0.2.7").organisation == coded


def test_one_address_may_err_three_hundred_times(coded):
    for _ in range(300):
        with pytest.raises(UnknownCode):
            find_organisation("WRONG", address="192.0.2.8")
    with pytest.raises(TooManyTries):
        find_organisation("MARCH7K4M", address="192.0.2.8")


def test_what_an_address_may_not_try_any_more_does_not_count_against_the_account(coded):
    for _ in range(300):
        with pytest.raises(UnknownCode):
            find_organisation("WRONG", address="192.0.2.8")
    for _ in range(12):
        with pytest.raises(TooManyTries):
            find_organisation("MARCH7K4M", account=1, address="192.0.2.8")
    assert find_organisation("MARCH7K4M", account=1, address="192.0.2.10") == coded


def test_right_codes_are_not_counted(coded):
    for _ in range(12):
        assert find_organisation("MARCH7K4M", account=1, address="192.0.2.9") == coded


@pytest.mark.parametrize("backend", ["locmem.LocMemCache", "filebased.FileBasedCache"])
def test_wrong_codes_count_for_an_hour_whatever_the_cache_is(coded, settings, tmp_path, monkeypatch, backend):
    settings.CACHES = {"default": {"BACKEND": f"django.core.cache.backends.{backend}", "LOCATION": str(tmp_path)}}
    for _ in range(10):
        with pytest.raises(UnknownCode):
            find_organisation("WRONG", account=1)
    begun = time.time()
    monkeypatch.setattr(time, "time", lambda: begun + 59 * 60)
    with pytest.raises(TooManyTries):
        find_organisation("MARCH7K4M", account=1)
    monkeypatch.setattr(time, "time", lambda: begun + 61 * 60)
    assert find_organisation("MARCH7K4M", account=1) == coded


def test_a_confirmed_address_of_an_approved_domain_joins_once():
    approved = ApprovedDomainFactory(domain="fire.example.org")
    user = UserFactory(email="jo@Fire.example.org")
    assert [m.organisation for m in join_by_domain(user)] == [approved.organisation]
    assert join_by_domain(user) == []
    assert Membership.objects.filter(user=user).count() == 1


@pytest.mark.parametrize(
    "email", ["jo@notfire.example.org", "jo@fire.example.org.example.net", "jo@sub.fire.example.org"]
)
def test_a_domain_that_only_looks_like_it_does_not(email):
    ApprovedDomainFactory(domain="fire.example.org")
    assert join_by_domain(UserFactory(email=email)) == []


def test_an_unconfirmed_address_of_the_domain_does_not():
    ApprovedDomainFactory(domain="fire.example.org")
    user = UserFactory(email="jo@fire.example.org")
    EmailAddress.objects.filter(user=user).update(verified=False)
    assert join_by_domain(user) == []


def test_whoever_was_let_go_is_not_put_back():
    approved = ApprovedDomainFactory(domain="fire.example.org")
    user = UserFactory(email="jo@fire.example.org")
    MembershipFactory(user=user, organisation=approved.organisation, ended_on=timezone.localdate())
    assert join_by_domain(user) == []


def test_whoever_belongs_to_an_organisation_is_not_drawn_into_a_second(alice):
    ApprovedDomainFactory(domain="police.example.org")
    assert join_by_domain(alice) == []


def test_somebody_who_is_or_was_in_a_unit_is_not_added_to_the_whole_organisation_by_domain():
    approved = ApprovedDomainFactory(domain="fire.example.org")
    unit = approved.organisation.add_child(name="North station")
    for ended_on in (None, timezone.localdate()):
        user = UserFactory(email=f"{ended_on or 'now'}@fire.example.org")
        MembershipFactory(user=user, organisation=unit, started_on="2024-01-02", ended_on=ended_on)
        assert join_by_domain(user) == []
