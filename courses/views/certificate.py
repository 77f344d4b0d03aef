"""Certificates: a person's own, the PDF, and the public check of a number."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from courses.domain.certificate_pdf import brand_of, certificate_pdf, check_url, details_of, facts_of, qr_svg
from courses.domain.certificates import find_certificate, may_withdraw, normalise_number, withdraw_certificate
from courses.domain.my_training import certificates_of, leads_of, what_next
from courses.forms.records import WithdrawForm
from courses.models import Certificate
from courses.views.answers import answers
from lms.people.domain.access import people_visible_to
from lms.people.domain.errors import PeopleError
from lms.people.models import User
from lms.people.views.guards import lead_frame, lead_required


def visible_certificate(user: User, number: str) -> Certificate:
    """One of the person's own certificates, or of somebody they lead; anyone else's is a 404."""
    theirs = Certificate.objects.filter(Q(user=user) | Q(user__in=people_visible_to(user)))
    return get_object_or_404(theirs.select_related("user", "module", "enrolment"), number=number)


@login_required
@require_safe
def certificates(request: HttpRequest) -> HttpResponse:
    """Every certificate the signed-in person ever got."""
    context = {"certificates": certificates_of(request.user), "section": "my-training"}
    return render(request, "courses/certificates.html", context)


@login_required
@require_safe
def certificate(request: HttpRequest, number: str) -> HttpResponse:
    """A certificate as a page; for its holder also what to go on with."""
    found = visible_certificate(request.user, number)
    is_own = found.user_id == request.user.pk
    context = {
        "certificate": found,
        "is_own": is_own,
        "next_modules": what_next(request.user, after=found.module) if is_own and not found.withdrawn_at else [],
        "section": "my-training" if is_own else "lead",
        "has_lead": is_own and bool(leads_of(request.user)),
        "may_withdraw": not is_own and found.withdrawn_at is None and may_withdraw(request.user, found),
        **({} if is_own else lead_frame(request)),
        **shown(found),
    }
    return render(request, "courses/certificate.html", context)


@login_required
@require_safe
def pdf(request: HttpRequest, number: str) -> HttpResponse:
    """The PDF, for its holder and their leads."""
    found = visible_certificate(request.user, number)
    return HttpResponse(
        certificate_pdf(found),
        content_type="application/pdf",
        headers={
            "Content-Disposition": f'attachment; filename="{found.number}.pdf"',
            "Cache-Control": "private, no-store",
        },
    )


@lead_required
def withdraw(request: HttpRequest, number: str) -> HttpResponse:
    """A certificate of somebody they lead no longer counts, and why."""
    found = visible_certificate(request.user, number)
    if found.withdrawn_at is not None or not may_withdraw(request.user, found):
        raise Http404
    form = WithdrawForm(answers(request))
    if request.method == "POST" and form.is_valid():
        try:
            withdraw_certificate(found, by=request.user, reason=form.cleaned_data["reason"])
        except PeopleError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The certificate is withdrawn. Anyone who checks its number sees that."))
            return redirect(found)
    context = {"certificate": found, "form": form, **lead_frame(request)}
    return render(request, "courses/withdraw_certificate.html", context)


@require_safe
def check(request: HttpRequest) -> HttpResponse:
    """The form anyone can check a number with; a number that can be one leads to its own page."""
    typed = request.GET.get("number")
    if typed is None:
        return render(request, "courses/check_certificate.html", {"typed": ""})
    number = normalise_number(typed)
    if number:
        return redirect("courses:checked_certificate", number)
    error = _("A number has eight letters and figures after TT, such as TT-7K4M-19QD.")
    if not typed.strip():
        error = _("Enter the number of a certificate")
    return render(request, "courses/check_certificate.html", {"typed": typed[:100], "error": error})


@require_safe
def checked(request: HttpRequest, number: str) -> HttpResponse:
    """What a certificate says and whether it holds today, to anyone who has its number; nothing else."""
    found = find_certificate(number)
    if found is None:
        error = _("No certificate has this number. Check it against the certificate, letter by letter.")
        return render(request, "courses/check_certificate.html", {"typed": number[:100], "error": error}, status=404)
    if found.number != number:
        return redirect("courses:checked_certificate", found.number)
    return render(request, "courses/checked_certificate.html", {"certificate": found, **shown(found)})


def shown(found: Certificate) -> dict:
    """The words of the certificate, the same on its page, in the PDF and in the public check."""
    url = check_url(found)
    return {
        "brand": brand_of(found),
        "facts": facts_of(found),
        "details": details_of(found),
        "check_url": url,
        "check_url_shown": url.partition("://")[2].rstrip("/"),
        "qr": mark_safe(qr_svg(url)),
        "is_valid": found.is_valid(),
    }
