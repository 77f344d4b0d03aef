"""The certificate on paper: a tagged PDF (PDF/UA-1) set by typst from templates/courses/certificate.typ."""

import io
import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import segno
import structlog
import typst
from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from courses.models import Certificate
from lms.design_system.wording import day, minutes

log = structlog.get_logger(__name__)

TEMPLATE = settings.BASE_DIR / "templates/courses/certificate.typ"
FONTS = settings.BASE_DIR / "lms/static/build/fonts"
# Our own typeface, then what typst carries for letters it lacks.
FAMILIES = ["Atkinson Hyperlegible Next", "Libertinus Serif", "DejaVu Sans Mono"]
SERIF = FAMILIES[1:]
LATIN_END = "\u0180"  # our typeface has the letters of Europe's Latin alphabets, but for a few, and none further on
LACKING = set("ĈĉĔĕĜĝĤĥĨĩĬĭĴĵĸĿŀŉŊŋŌōŎŏŖŗŜŝŦŧŨũŬŭſ")
OTHERS = set("\u2018\u2019\u2013")
LONGEST_WORD = 30
LONGEST_BESIDE = 24
MARK = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 44 44"><rect width="44" height="44" rx="7" fill="#0a3740"/>'
    '<path d="M24 35h7l9 9H27z" fill="#f6b73c" opacity=".55"/>'
    '<rect x="14" y="8" width="17" height="27" fill="#f6b73c"/>'
    '<path d="M14 8l10 3.5v27L14 35z" fill="#fff"/><circle cx="21" cy="24.5" r="1.4" fill="#0d4450"/></svg>'
)


def check_url(certificate: Certificate) -> str:
    """The address where anyone can check the certificate."""
    return settings.SITE_ORIGIN + reverse("courses:checked_certificate", args=[certificate.number])


def qr_svg(text: str) -> str:
    """A QR code as SVG, dark on nothing, with the quiet zone left to the page."""
    buffer = io.BytesIO()
    segno.make(text, error="m", micro=False).save(
        buffer, kind="svg", xmldecl=False, border=0, dark="#16262c", omitsize=True, svgclass="qr", lineclass=None
    )
    return buffer.getvalue().decode()


def details_of(certificate: Certificate) -> str:
    """For example "Tier 1, 25 minutes, assessed by 10 questions (9 right)"."""
    words = {"tier": certificate.tier, "time": minutes(certificate.minutes), "assessment": certificate.assessed_by}
    if certificate.assessed_by:
        return _("Tier %(tier)s, %(time)s, assessed by %(assessment)s") % words
    return _("Tier %(tier)s, %(time)s") % words


def brand_of(certificate: Certificate) -> tuple[str, str]:
    """The issuer's name as the wordmark's two lines: its first word, and the rest."""
    first, _space, second = certificate.issuer_name.partition(" ")
    return first, second


def facts_of(certificate: Certificate) -> list[tuple[str, str]]:
    """The certificate's facts as label and value, in order; a withdrawn one says since when it is that."""
    if certificate.withdrawn_at is not None:
        standing = (_("Withdrawn"), day(certificate.withdrawn_at))
    else:
        until = day(certificate.expires_on) if certificate.expires_on else _("Does not run out")
        standing = (_("Valid until"), until)
    facts = [(_("Completed"), day(certificate.completed_on)), standing]
    if certificate.organisation_name:
        facts.append((_("Organisation"), certificate.organisation_name))
    if certificate.facts_checked_on:
        facts.append((_("Facts checked"), day(certificate.facts_checked_on)))
    return facts


def certificate_pdf(certificate: Certificate) -> bytes:
    """The PDF of a certificate, the same on every machine that has the site's typeface.

    A name in letters that neither our typeface nor typst's own have is set with the machine's fonts; if these lack
    them too, the file is made all the same, without the promise of PDF/UA, and the gap is logged.
    """
    data = json.dumps(words_of(certificate), ensure_ascii=False)
    for own_only in (True, False):
        try:
            return compile_pdf(data, own_only=own_only)
        except typst.TypstError as error:
            problem = error
    log.warning("certificate_letters_missing", number=certificate.number, problem=str(problem)[:200])
    return compile_pdf(data, own_only=False, promise_ua=False)


def compile_pdf(data: str, *, own_only: bool, promise_ua: bool = True) -> bytes:
    """Run typst once; about 5 ms when the fonts are kept."""
    return typst.compile(
        str(TEMPLATE),
        root=str(TEMPLATE.parent),
        font_paths=kept_fonts(own_only),
        sys_inputs={"data": data},
        pdf_standards="ua-1" if promise_ua else None,
    )


@lru_cache
def kept_fonts(own_only: bool) -> typst.Fonts:
    """The fonts typst may use, read once."""
    folders: list[Path] = [FONTS] if FONTS.is_dir() else []
    return typst.Fonts(include_system_fonts=not own_only, font_paths=folders)


def words_of(certificate: Certificate) -> dict[str, Any]:
    """Everything the template says."""
    first, second = brand_of(certificate)
    url = check_url(certificate)
    return {
        "title": _("Certificate %(number)s") % {"number": certificate.number},
        "language": (get_language() or "en").partition("-")[0],
        "fonts": available(FAMILIES),
        "name_fonts": available(FAMILIES if is_european_latin(certificate.holder_name) else SERIF),
        "issuer": certificate.issuer_name,
        "mark": MARK,
        "brand_first": first,
        "brand_second": second,
        "kind": _("Certificate of completion"),
        "name": breakable(certificate.holder_name),
        "completed_the_module": _("completed the module"),
        "module": certificate.module_title,
        "details": details_of(certificate),
        "endorsement": _("Endorsed by %(body)s") % {"body": certificate.endorsed_by} if certificate.endorsed_by else "",
        "rows": [[{"label": label, "value": value} for label, value in row] for row in rows_of(facts_of(certificate))],
        "number_label": _("Number"),
        "number": certificate.number,
        "check_at": _("Check it at"),
        "url": url,
        "url_shown": url.partition("://")[2].rstrip("/"),
        "qr": qr_svg(url),
        "qr_alt": _("QR code that opens the page where anyone can check this certificate: %(url)s") % {"url": url},
    }


def available(families: list[str]) -> list[str]:
    """Those of these families that there are; before the assets are built, ours is missing."""
    known = {name.casefold() for name in kept_fonts(True).families()}
    return [name for name in families if name.casefold() in known]


def is_european_latin(name: str) -> bool:
    """Whether our typeface has every letter; else the whole name is set in one other face, not a mixture."""
    return all((letter < LATIN_END and letter not in LACKING) or letter in OTHERS for letter in name)


def rows_of(facts: list[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    """The facts in one row; one that is too long to stand beside others has a row of its own."""
    long = [fact for fact in facts if len(fact[1]) > LONGEST_BESIDE]
    return [[fact for fact in facts if fact not in long], *([fact] for fact in long)]


def breakable(name: str) -> str:
    """The name with places to break inside words that would not fit a line (a zero-width space every few letters)."""
    return re.sub(rf"[^\s-]{{{LONGEST_WORD}}}(?=[^\s-])", lambda match: match.group(0) + "\u200b", name)
