"""Certificates: issuing one with the words of the day, once per completed enrolment."""

import secrets

from dateutil.relativedelta import relativedelta
from django.utils import timezone

from courses.models import Certificate, Enrolment
from lms.design_system.models import SiteSettings

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O or U to mistake


def new_number() -> str:
    """A certificate number such as TT-7K4M-19QD: 40 random bits, so that it cannot be guessed."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(8))
    return f"TT-{letters[:4]}-{letters[4:]}"


def issue_certificate(enrolment: Enrolment) -> Certificate:
    """The certificate of a completed enrolment, issued if it has none yet.

    Runs inside the transaction that completes the enrolment, whose row is locked. Names, titles and dates are copied,
    so that the certificate keeps saying what was true when it was issued.
    """
    module, user = enrolment.module, enrolment.user
    completed_on = timezone.localtime(enrolment.completed_at).date()
    membership = user.main_membership
    site = SiteSettings.objects.order_by("pk").first() or SiteSettings()
    scored = enrolment.lesson_progress.exclude(score_text="").order_by("-completed_at").first()
    certificate, _created = Certificate.objects.get_or_create(
        enrolment=enrolment,
        defaults={
            "number": new_number(),
            "user": user,
            "module": module,
            "holder_name": user.full_name,
            "module_title": module.title,
            "tier": module.tier,
            "minutes": module.minutes,
            "assessed_by": scored.score_text if scored else "",
            "organisation_name": membership.organisation.name if membership else "",
            "issuer_name": site.full_name,
            "endorsed_by": module.endorsement_in_date(completed_on),
            "facts_checked_on": module.facts_checked_on,
            "completed_on": completed_on,
            "expires_on": completed_on + relativedelta(months=module.validity_months)
            if module.validity_months
            else None,
        },
    )
    return certificate
