"""The Wagtail admin in the site's own colours, and without what editors have no use for."""

from django.templatetags.static import static
from django.urls import reverse_lazy
from django.utils.html import format_html
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.snippets.models import register_snippet

from toolkit_pages import rich_text
from toolkit_pages.editing_forms import GovernanceDocumentForm
from toolkit_pages.models import GovernanceDocumentPage
from toolkit_pages.viewsets.checklist import ChecklistViewSetGroup
from toolkit_pages.viewsets.directory import PartnershipViewSet, TermViewSet
from toolkit_pages.viewsets.members import PartnershipMemberViewSet
from toolkit_pages.viewsets.searching import SearchViewSetGroup

GovernanceDocumentPage.base_form_class = GovernanceDocumentForm
register_snippet(ChecklistViewSetGroup)
register_snippet(PartnershipViewSet)
register_snippet(TermViewSet)
register_snippet(SearchViewSetGroup)


@hooks.register("register_admin_viewset")
def members_of_partnerships() -> PartnershipMemberViewSet:
    return PartnershipMemberViewSet("partnership_members", url_prefix="partnership-members")


@hooks.register("insert_global_admin_css")
def colours():
    """Harbour and tide instead of Wagtail's own colours."""
    return format_html('<link rel="stylesheet" href="{}">', static("toolkit_pages/admin.css"))


@hooks.register("construct_help_menu")
def no_third_party_help(request, menu_items):
    """Help that leads to another site tells it who edits here."""
    menu_items[:] = [item for item in menu_items if not getattr(item, "url", "").startswith("http")]


@hooks.register("register_rich_text_features")
def words_of_the_glossary(features):
    """A button of the text editor that ties words to a term."""
    chooser = {"termChooser": reverse_lazy("wagtailsnippetchoosers_toolkit_pages_glossaryterm:choose")}
    label = gettext_lazy("Explain from the glossary")
    data = {"type": "GLOSSARY-TERM", "icon": "help", "description": label, "chooserUrls": chooser}
    feature = EntityFeature(data, js=["toolkit_pages/glossary-term.js"])
    features.register_link_type(rich_text.TermHandler)
    features.register_editor_plugin("draftail", rich_text.TERM, feature)
    features.register_converter_rule("contentstate", rich_text.TERM, rich_text.RULE)
