"""Why a change about people cannot be made; every message may be shown to the person who asked."""


class PeopleError(Exception):
    """The base of the named errors of lms.people."""


class NotAllowed(PeopleError):
    """The person may not do this there."""


class AlreadyInvited(PeopleError):
    """An open invitation to the same organisation is out."""


class AlreadyMember(PeopleError):
    """The person belongs to the organisation already."""


class InvitationClosed(PeopleError):
    """The invitation was used or withdrawn, has run out, or is for another address."""


class SentJustNow(PeopleError):
    """The same e-mail went a moment ago."""


class AddressInUse(PeopleError):
    """An account with this address exists."""


class AddressNotConfirmed(PeopleError):
    """None of the person's addresses is confirmed."""


class UnknownCode(PeopleError):
    """No organisation has this join code."""


class TooManyTries(PeopleError):
    """Too many wrong codes from one account or one address."""


class DomainRefused(PeopleError):
    """The e-mail domain cannot be approved for the organisation."""


class OwnMembership(PeopleError):
    """A lead cannot take their own role or membership away."""


class NameTaken(PeopleError):
    """Another team or unit there has the name."""
