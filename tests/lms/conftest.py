"""What the tests of content share: the home page and an administrator."""

from tests.toolkit_pages.conftest import frances, home

__all__ = ["frances", "home"]
