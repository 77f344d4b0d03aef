"""Registers authorities with Wagtail, and keeps those in use from being deleted."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from lms.authorities.domain.usage import in_use
from lms.authorities.models import Authority
from lms.authorities.viewsets import AuthorityViewSet

register_snippet(AuthorityViewSet)


@hooks.register("before_delete_snippet")
def keep_authorities_in_use(request, instances):
    """Content would lose what it rests on without a word: say where an authority is used instead."""
    used = in_use(instance for instance in instances if isinstance(instance, Authority))
    if not used:
        return None
    names = ", ".join(f"“{authority}”" for authority in used)
    messages.error(request, _("This cannot be deleted, because content rests on it: %(names)s.") % {"names": names})
    return redirect(reverse(Authority.snippet_viewset.get_url_name("usage"), args=[used[0].pk]))
