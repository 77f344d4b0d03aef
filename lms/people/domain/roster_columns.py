"""Which column of a list holds what: guessed from its name, remembered for the organisation, checked before use."""

import re
from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lms.people.domain.errors import PeopleError
from lms.people.models import Organisation, RosterColumns

FIELDS = {
    "email": gettext_lazy("E-mail"),
    "first_name": gettext_lazy("First name"),
    "last_name": gettext_lazy("Last name"),
    "full_name": gettext_lazy("Full name"),
    "unit": gettext_lazy("Unit"),
    "team": gettext_lazy("Team"),
    "job_role": gettext_lazy("Job role"),
    "joined": gettext_lazy("Joined on"),
    "left": gettext_lazy("Left on"),
    "nation": gettext_lazy("Nation"),
    "is_first_responder": gettext_lazy("Works for a first responder (yes or no)"),
    "is_child_facing": gettext_lazy("Works with children (yes or no)"),
    "is_lead": gettext_lazy("Training lead (yes or no)"),
}
CALLED = {
    "email": "email emailaddress mail mailaddress workemail workemailaddress primaryemail upn userprincipalname",
    "first_name": "firstname firstnames forename forenames givenname givennames first knownas preferredname",
    "last_name": "lastname surname familyname last secondname",
    "full_name": "name fullname displayname employeename staffname person employee staffmember namelastfirst",
    "unit": "unit unitname department dept organisation organization orgunit businessunit division directorate command",
    "team": "team teamname group shift section squad",
    "job_role": "jobrole role jobtitle position post posttitle rank occupation job",
    "joined": "joined joinedon startdate started dateofjoining datejoined joiningdate joindate hiredate",
    "left": "left lefton leavedate leavingdate dateleft enddate terminationdate dateofleaving",
    "nation": "nation country jurisdiction",
    "is_first_responder": "firstresponder isfirstresponder worksforafirstresponder nrmfirstresponder",
    "is_child_facing": "childfacing ischildfacing workswithchildren workwithchildren children",
    "is_lead": "lead islead traininglead",
}
FIELD_BY_NAME = {name: field for field, names in CALLED.items() for name in names.split()}


class ColumnsError(PeopleError):
    """The columns do not give an e-mail and a name, or one thing is matched twice."""


def guess_field(header: str) -> str:
    """Our field for a column of this name, or an empty string."""
    return FIELD_BY_NAME.get(re.sub(r"[^a-z]", "", re.sub(r"\(.*\)", "", header.lower())), "")


def match_columns(headers: Iterable[str], *, organisation: Organisation) -> dict[str, str]:
    """Our field for each column, by its name: as the organisation matched it last time, else guessed, else empty.

    No field is given to two columns; full name is left out where first and last name are there.
    """
    remembered = RosterColumns.objects.filter(organisation=organisation).values_list("fields_by_header", flat=True)
    known = remembered.first() or {}
    matched: dict[str, str] = {}
    for header in headers:
        field = known.get(header.lower(), guess_field(header))
        matched[header] = field if field in FIELDS and field not in matched.values() else ""
    if {"first_name", "last_name"} <= set(matched.values()):
        matched = {header: "" if field == "full_name" else field for header, field in matched.items()}
    return matched


def check_columns(fields_by_header: Mapping[str, str]) -> None:
    """Raise ColumnsError unless one column holds the e-mail and one or two the name."""
    fields = [field for field in fields_by_header.values() if field]
    for field in fields:
        if fields.count(field) > 1:
            raise ColumnsError(_("Two columns are matched to “%(field)s”. Choose one.") % {"field": FIELDS[field]})
    if "email" not in fields:
        raise ColumnsError(_("Choose the column that holds the e-mail"))
    if "full_name" not in fields and "last_name" not in fields and "first_name" not in fields:
        raise ColumnsError(_("Choose the column that holds the name, or the two with first and last name"))


def remember_columns(organisation: Organisation, *, fields_by_header: Mapping[str, str]) -> None:
    """Keep the match for the organisation's next list; columns that are not in this one stay as they were."""
    kept, _created = RosterColumns.objects.get_or_create(organisation=organisation)
    kept.fields_by_header = {
        **kept.fields_by_header,
        **{header.lower(): field for header, field in fields_by_header.items()},
    }
    if len(kept.fields_by_header) > 300:
        kept.fields_by_header = {header.lower(): field for header, field in fields_by_header.items()}
    kept.save()
