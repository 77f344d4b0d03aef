"""Registers authorities with Wagtail: pages, buttons of the text editor, and no delete of what is in use."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.admin.widgets.button import Button
from wagtail.snippets.models import register_snippet

from lms.authorities import rich_text, views
from lms.authorities.domain.usage import in_use
from lms.authorities.models import Authority
from lms.authorities.viewsets import AuthorityViewSet

register_snippet(AuthorityViewSet)
CHOOSER = "wagtailsnippetchoosers_authorities_authority:choose"
SCRIPTS = ["wagtailadmin/js/chooser-modal.js", "authorities/rich-text.js"]


@hooks.register("register_admin_urls")
def urls() -> list[URLPattern]:
    return [
        path("authorities/<int:pk>/", views.overview, name="authorities_overview"),
        path("authorities/<int:pk>/check/", views.check, name="authorities_check"),
        path("authorities/<int:pk>/change/", views.change, name="authorities_change"),
    ]


@hooks.register("register_snippet_listing_buttons")
def way_to_what_rests_on_it(snippet, user, next_url=None):
    """The first thing one wants to know of an authority."""
    if isinstance(snippet, Authority):
        address = reverse("authorities_overview", args=[snippet.pk])
        yield Button(_("What rests on it"), url=address, icon_name="link", priority=5)


@hooks.register("register_log_actions")
def log_actions(actions):
    """What Wagtail's history calls a check and a change."""
    actions.register_action("authorities.check", gettext_lazy("Check"), gettext_lazy("Checked against its source"))
    actions.register_action("authorities.change", gettext_lazy("Change"), gettext_lazy("Noted that it changed"))


@hooks.register("register_rich_text_features")
def features_of_texts(features):
    """Two buttons of the text editor: cite, and show a number that is kept once."""
    features.register_link_type(rich_text.CitationHandler)
    features.register_embed_type(rich_text.ValueHandler)
    buttons = [
        (rich_text.CITE, "AUTHORITY", "doc-full-inverse", gettext_lazy("Cite law or guidance"), rich_text.CITE_RULE),
        (rich_text.VALUE, "AUTHORITY-VALUE", "tag", gettext_lazy("Number kept once"), rich_text.VALUE_RULE),
    ]
    for name, kind, icon, label, rule in buttons:
        chooser = {"authorityChooser": reverse_lazy(CHOOSER)}
        data = {"type": kind, "icon": icon, "description": label, "chooserUrls": chooser}
        features.register_editor_plugin("draftail", name, EntityFeature(data, js=SCRIPTS))
        features.register_converter_rule("contentstate", name, rule)


@hooks.register("before_delete_snippet")
def keep_authorities_in_use(request, instances):
    """Content would lose what it rests on without a word: say where an authority is used instead."""
    used = in_use(instance for instance in instances if isinstance(instance, Authority))
    if not used:
        return None
    names = ", ".join(f"“{authority}”" for authority in used)
    messages.error(request, _("This cannot be deleted, because content rests on it: %(names)s.") % {"names": names})
    return redirect(reverse(Authority.snippet_viewset.get_url_name("usage"), args=[used[0].pk]))
