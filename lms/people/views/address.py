"""A lead corrects the e-mail address of somebody who has never opened their account."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from lms.people.domain.access import people_visible_to
from lms.people.domain.addresses import correct_address, may_correct_address
from lms.people.domain.errors import PeopleError
from lms.people.forms import AddressForm
from lms.people.views.guards import lead_frame, lead_required


@lead_required
def person_address(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Correct the address; where the person uses their account, the page says what else helps."""
    person = get_object_or_404(people_visible_to(request.user), public_id=public_id)
    may = may_correct_address(request.user, user=person)
    form = AddressForm(request.POST or None, initial={"email": person.email}) if may else None
    if request.method == "POST" and form is not None and form.is_valid():
        try:
            correct_address(request.user, user=person, email=form.cleaned_data["email"])
        except PeopleError as error:
            form.add_error("email", str(error))
        else:
            messages.success(request, _("The address is saved. The next e-mail goes there."))
            return redirect("reports:person", public_id)
    context = {"person": person, "form": form, **lead_frame(request)}
    return render(request, "people/person_address.html", context)
