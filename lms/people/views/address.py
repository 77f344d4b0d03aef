"""A lead corrects the e-mail address of somebody who has never opened their account."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from lms.hurry import hurry
from lms.outbox.tasks import send_due_email
from lms.people.domain.access import people_visible_to
from lms.people.domain.addresses import correct_address, may_correct_address
from lms.people.domain.errors import PeopleError
from lms.people.forms import AddressForm
from lms.people.views.guards import lead_frame, lead_required


@lead_required
def person_address(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Correct the address; where the person uses their account, the page says what else helps.

    The answer is the same whether or not the new address has an account: on to the invitations, where it stands.
    """
    person = get_object_or_404(people_visible_to(request.user), public_id=public_id)
    may = may_correct_address(request.user, user=person)
    form = AddressForm(request.POST or None, initial={"email": person.email}) if may else None
    if request.method == "POST" and form is not None and form.is_valid():
        email = form.cleaned_data["email"].lower()
        try:
            changed = correct_address(request.user, user=person, email=email)
        except PeopleError as error:
            form.add_error("email", str(error))
        else:
            if not changed:
                messages.info(request, _("This is the address there was. Nothing is changed."))
                return redirect("reports:person", public_id)
            hurry(send_due_email)
            messages.success(request, _("An invitation is on its way to %(email)s.") % {"email": email})
            return redirect("people:invitations")
    context = {"person": person, "form": form, **lead_frame(request)}
    return render(request, "people/person_address.html", context)
