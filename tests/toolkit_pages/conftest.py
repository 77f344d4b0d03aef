"""What the tests of toolkit pages share: the home page and an administrator."""

import pytest
from wagtail.models import Site

from lms.design_system.models import SiteSettings
from lms.people.domain.roles import ADMINISTRATORS, sync_roles
from tests.factories.people import UserFactory
from tests.factories.toolkit import HomePageFactory


@pytest.fixture
def home(db):
    """The home page of the site."""
    home = HomePageFactory(intro="Free training and practical tools.")
    SiteSettings.for_site(Site.objects.get(is_default_site=True))
    return home


@pytest.fixture
def frances(db):
    """An administrator: approves what editors hand in."""
    user = UserFactory(email="frances@editors.example.org", first_name="Frances", last_name="Example")
    user.groups.add(sync_roles()[ADMINISTRATORS])
    return user
