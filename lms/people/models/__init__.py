"""People: users, organisations, teams, memberships and invitations."""

from lms.people.models.invitation import ActivationLink, Invitation, InvitationBatch
from lms.people.models.membership import Membership
from lms.people.models.organisation import ApprovedDomain, Organisation, Team
from lms.people.models.roster import RosterColumns, RosterImport, RosterRow
from lms.people.models.user import User

__all__ = [
    "ActivationLink",
    "ApprovedDomain",
    "Invitation",
    "InvitationBatch",
    "Membership",
    "Organisation",
    "RosterColumns",
    "RosterImport",
    "RosterRow",
    "Team",
    "User",
]
