"""A partnership of three agencies and its open review, for the tests of reviewing, answering and settling."""

import pytest

from tests.conftest import member
from tests.factories.people import OrganisationFactory
from tests.factories.reviews import PartnershipFactory, checklist
from toolkit_pages.domain.reviewing import open_review


@pytest.fixture
def harbour():
    return OrganisationFactory(name="Harbour Hospital", kind="health")


@pytest.fixture
def lantern():
    return OrganisationFactory(name="The Lantern", kind="charity")


@pytest.fixture
def henry(harbour):
    return member("Henry", harbour)


@pytest.fixture
def lena(lantern):
    return member("Lena", lantern, is_coordinator=True)


@pytest.fixture
def partnership(haverley, harbour, lantern, elsewhere):
    return PartnershipFactory(name="Exampleshire Partnership", members=[haverley, harbour, lantern])


@pytest.fixture
def review(dana, partnership):
    """An open review of five items in two themes."""
    checklist(3, 2)
    return open_review(dana, title="Spring review", partnership=partnership)
