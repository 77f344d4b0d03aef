"""The permission table of the admins: each of their several hundred addresses falls under one rule, by its name.

Who may not enter meets a 404, and a visitor signs in first, whatever the rule. The rule says what an editor and an
administrator meet, and whether people are named there to administrators.
"""

from dataclasses import dataclass

from tests.permissions.addresses import Address

DENIED = "denied"  # sent back to the admin's first page, or 403, or 404
SHOWN = "shown"  # anything but an error page: many of these addresses only take what is posted
RAISES = "raises"  # Wagtail's own test of the error page
OPEN = "open"  # also for visitors: ways in, and scripts without content


@dataclass(frozen=True)
class Rule:
    """Addresses whose name begins like this; the longest that fits is the one that holds."""

    prefix: str
    editor: str
    administrator: str
    names_people: bool = False


WAYS_IN = [
    Rule("(admin/login/)", OPEN, OPEN),
    Rule("(django-admin/login/)", OPEN, OPEN),
    Rule("wagtailadmin_login", OPEN, OPEN),
    Rule("wagtailadmin_password_reset", OPEN, OPEN),
    Rule("wagtailadmin_sprite", OPEN, OPEN),
    Rule("wagtailadmin_javascript_catalog", OPEN, OPEN),
    Rule("wagtailadmin_logout", SHOWN, SHOWN),
    Rule("wagtailadmin_error_test", RAISES, RAISES),
]

DJANGO_ADMIN = [
    Rule("admin:login", OPEN, OPEN),
    Rule("admin:logout", OPEN, OPEN),
    Rule("admin:", DENIED, DENIED),
    Rule("(django-admin/", DENIED, DENIED),
]

CONTENT = [
    Rule("wagtailadmin_", SHOWN, SHOWN),
    Rule("(admin/", SHOWN, SHOWN),
    Rule("wagtail_bulk_action", SHOWN, SHOWN),
    Rule("wagtailsnippets", SHOWN, SHOWN),
    Rule("wagtailsnippetchoosers", SHOWN, SHOWN),
    Rule("assessments_lessons", SHOWN, SHOWN),
    Rule("wagtailimages", SHOWN, SHOWN),
    Rule("wagtaildocs", SHOWN, SHOWN),
    Rule("wagtailembeds", SHOWN, SHOWN),
    Rule("wagtailredirects", DENIED, SHOWN),
    Rule("wagtailsettings", DENIED, SHOWN),
    Rule("wagtailadmin_collections", DENIED, SHOWN),
    Rule("wagtailadmin_workflows", SHOWN, SHOWN),
    Rule("authorities_", SHOWN, SHOWN),
    Rule("freshness_", SHOWN, SHOWN),
]

PEOPLE = [
    Rule("wagtailadmin_reports:site_history", SHOWN, SHOWN, names_people=True),
    Rule("organisation", DENIED, SHOWN, names_people=True),
    Rule("team", DENIED, SHOWN, names_people=True),
    Rule("approveddomain", DENIED, SHOWN, names_people=True),
    Rule("leads", DENIED, SHOWN, names_people=True),
    Rule("invitation", DENIED, SHOWN, names_people=True),
    Rule("auditevent", DENIED, SHOWN, names_people=True),
    Rule("people_", DENIED, SHOWN, names_people=True),
    Rule("partnership_members", DENIED, SHOWN, names_people=True),
    Rule("wagtailusers_users", DENIED, DENIED),
    Rule("wagtailusers_groups", DENIED, DENIED),
    Rule("wagtailsites", DENIED, DENIED),
]

RULES = WAYS_IN + DJANGO_ADMIN + CONTENT + PEOPLE


def rule_of(address: Address) -> Rule | None:
    """The rule that holds for this address, or None."""
    fitting = [rule for rule in RULES if address.name.startswith(rule.prefix)]
    return max(fitting, key=lambda rule: len(rule.prefix), default=None)
