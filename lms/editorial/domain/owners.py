"""Who looks after content: its owner, and above the owner the section's lead."""

from typing import Any

from wagtail.models import Page, Site


def responsible_for(content: Any) -> Any | None:
    """The person who looks after the content: its owner while their account is open, else the section's lead."""
    return owner_of(content) or section_lead_of(content)


def owner_of(content: Any) -> Any | None:
    """The content's own owner, or None where nobody is named or the account is closed."""
    owner = getattr(content, "content_owner", None)
    return owner if owner is not None and owner.is_active else None


def section_lead_of(content: Any) -> Any | None:
    """Who looks after the section: the owner of the nearest page above; for what is no page, of the home page."""
    if isinstance(content, Page) and content.depth > 1:
        above = [page.specific for page in content.get_ancestors().filter(depth__gt=1).order_by("-depth")]
    else:
        above = home_pages()
    return next(filter(None, (owner_of(page) for page in above)), None)


def home_pages() -> list[Page]:
    """The home page of the default site, if there is one."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    return [site.root_page.specific] if site else []
