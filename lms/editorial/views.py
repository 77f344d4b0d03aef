"""Admin views for edited content that learner records may point at."""

from django.contrib import messages
from django.db.models import ProtectedError, QuerySet
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.snippets.views.snippets import DeleteView, IndexView

from lms.editorial.models import with_status


def explain_protection(error: ProtectedError) -> str:
    """Say which kinds of record keep an object from being deleted, and what to do instead."""
    kinds = sorted({str(row._meta.verbose_name_plural) for row in error.protected_objects})
    return _("This cannot be deleted: %(kinds)s depend on it. Unpublish it instead.") % {"kinds": ", ".join(kinds)}


class ProtectedDeleteView(DeleteView):
    """Deletes a snippet, or explains which records depend on it and changes nothing.

    wagtail_hooks.py explains before the question is asked; this catches a record written in between.
    """

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except ProtectedError as error:
            messages.error(self.request, explain_protection(error))
            return redirect(self.get_success_url())


class EditorialIndexView(IndexView):
    """A list whose states cost the same for a hundred rows as for one."""

    def get_queryset(self):
        found = super().get_queryset()
        return with_status(found) if isinstance(found, QuerySet) else found
