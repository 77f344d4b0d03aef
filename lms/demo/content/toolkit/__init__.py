"""The toolkit's starter pages: home, sections, their pages in order, and the statement pages."""

from lms.demo.content.toolkit import (
    about_safety_and_facts,
    law_in_brief,
    law_processes,
    law_reports,
    partnership_setting_up,
    partnership_working_together,
    resources_awareness,
    resources_partners,
    resources_support,
    statements_people,
    statements_site,
)
from lms.demo.content.toolkit.home import HOME
from lms.demo.content.toolkit.sections import SECTIONS

__all__ = ["HOME", "PAGES", "SECTIONS", "STATEMENTS"]

PAGES = [
    *partnership_setting_up.PAGES,
    *partnership_working_together.PAGES,
    *resources_awareness.PAGES,
    *resources_partners.PAGES,
    *resources_support.PAGES,
    *law_in_brief.PAGES,
    *law_processes.PAGES,
    *law_reports.PAGES,
]

STATEMENTS = [
    *statements_site.PAGES,
    *statements_people.PAGES,
    *about_safety_and_facts.PAGES,
]
