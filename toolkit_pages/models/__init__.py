"""Pages of the toolkit."""

from toolkit_pages.models.home import HomePage
from toolkit_pages.models.toolkit import ToolkitIndexPage, ToolkitPage

__all__ = ["HomePage", "ToolkitIndexPage", "ToolkitPage"]
