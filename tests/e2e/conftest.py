"""The starter training, for journeys through real content."""

import pytest


@pytest.fixture
def training(site, alice, bob, charlie):
    """Module T1 as a new site has it, with its package unpacked and its quiz."""
    from lms.demo.publishing import seed_authorities
    from lms.demo.training import seed_training

    return seed_training(seed_authorities())
