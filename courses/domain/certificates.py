"""Certificates: issuing one with the words of the day, finding one by its number, and withdrawing one."""

import re
import secrets
import unicodedata
from datetime import datetime

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.domain.requirements import settle_person
from courses.models import Certificate, Enrolment, Lesson, LessonProgress
from lms.audit.domain.recording import record
from lms.design_system.models import SiteSettings
from lms.people.domain.access import leads
from lms.people.domain.errors import NotAllowed
from lms.people.models import User

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O or U to mistake
MISTAKEN = str.maketrans("OIL", "011")
LENGTH = 8


def new_number() -> str:
    """A certificate number such as TT-7K4M-19QD: 40 random bits, so that it cannot be guessed."""
    return spaced("".join(secrets.choice(ALPHABET) for _ in range(LENGTH)))


def unused_number() -> str:
    """A number that no certificate has yet."""
    number = new_number()
    while Certificate.objects.filter(number=number).exists():
        number = new_number()
    return number


def spaced(letters: str) -> str:
    """Eight letters as a number: "7K4M19QD" is "TT-7K4M-19QD"."""
    return f"TT-{letters[:4]}-{letters[4:]}"


def normalise_number(typed: str) -> str:
    """The number somebody meant, or "" when it cannot be one.

    Forgives lower case, spaces and dashes, a missing "TT", and the letters Crockford's base 32 leaves out because
    they are mistaken for figures: O is 0, I and L are 1.
    """
    letters = re.sub(r"[^0-9A-Z]", "", unicodedata.normalize("NFKC", typed[:100]).upper())
    if len(letters) == LENGTH + 2:
        letters = letters.removeprefix("TT")
    letters = letters.translate(MISTAKEN)
    return spaced(letters) if len(letters) == LENGTH and set(letters) <= set(ALPHABET) else ""


def find_certificate(typed: str) -> Certificate | None:
    """The certificate with the number somebody typed, or None; one look-up, whether it exists or not."""
    return Certificate.objects.filter(number=normalise_number(typed) or "-").first()


def may_withdraw(user: User, certificate: Certificate) -> bool:
    """Whether the user leads the organisation that names the holder; nobody withdraws a certificate of their own."""
    membership = certificate.user.main_membership
    if membership is None or certificate.user_id == user.pk:
        return False
    return leads(user, organisation_id=membership.organisation_id)


def withdraw_certificate(certificate: Certificate, *, by: User, reason: str, at: datetime | None = None) -> Certificate:
    """Say from now on that the certificate is not valid; it is kept, and what it closed is asked again.

    For a certificate that somebody else earned, or that was earned by mistake. Safe to repeat: the first reason stays.
    Raises NotAllowed unless `by` leads the organisation of its holder.
    """
    at = at or timezone.now()
    if not may_withdraw(by, certificate):
        raise NotAllowed(_("You can do this only for people of organisations that you lead."))
    reason = reason.strip()[:250]
    with transaction.atomic():
        locked = Certificate.objects.select_for_update().get(pk=certificate.pk)
        if locked.withdrawn_at is None:
            locked.withdrawn_at = at
            locked.withdrawn_reason = reason
            locked.save(update_fields=["withdrawn_at", "withdrawn_reason"])
            membership = locked.user.main_membership
            record(by, action="withdrew", subject=locked, organisation=membership.organisation, reason=reason)
            settle_person(locked.user, module=locked.module, today=timezone.localtime(at).date())
    return locked


def assessment_of(scored: LessonProgress) -> str:
    """What a certificate says the module was assessed by: "10 questions (9 right)", or a package's "a score of 80%"."""
    if scored.lesson.kind == Lesson.Kind.SCORM:
        return _("a score of %(score)s") % {"score": scored.score_text}
    return scored.score_text


def issue_certificate(enrolment: Enrolment) -> Certificate:
    """The certificate of a completed enrolment, issued if it has none yet.

    Runs inside the transaction that completes the enrolment, whose row is locked. Names, titles and dates are copied,
    so that the certificate keeps saying what was true when it was issued.
    """
    found = Certificate.objects.filter(enrolment=enrolment).first()
    if found:
        return found
    module, user = enrolment.module, enrolment.user
    completed_on = timezone.localtime(enrolment.completed_at).date()
    membership = user.main_membership
    site = SiteSettings.objects.order_by("pk").first() or SiteSettings()
    scores = enrolment.lesson_progress.scores().exclude(score_text="").select_related("lesson")
    scored = scores.order_by("-completed_at").first()
    expires_on = completed_on + relativedelta(months=module.validity_months) if module.validity_months else None
    return Certificate.objects.create(
        enrolment=enrolment,
        number=unused_number(),
        user=user,
        module=module,
        holder_name=user.full_name[:170],
        module_title=module.title,
        tier=module.tier,
        minutes=module.minutes,
        assessed_by=assessment_of(scored) if scored else "",
        organisation_name=membership.organisation.name if membership else "",
        issuer_name=site.full_name,
        endorsed_by=module.endorsement_in_date(completed_on),
        facts_checked_on=module.facts_checked_on,
        completed_on=completed_on,
        expires_on=expires_on,
        issued_at=enrolment.completed_at or timezone.now(),
    )
