"""The Wagtail admin in the site's own colours, and without what editors have no use for."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from toolkit_pages.editing_forms import GovernanceDocumentForm
from toolkit_pages.models import GovernanceDocumentPage
from toolkit_pages.viewsets.checklist import ChecklistViewSetGroup
from toolkit_pages.viewsets.members import PartnershipMemberViewSet

GovernanceDocumentPage.base_form_class = GovernanceDocumentForm
register_snippet(ChecklistViewSetGroup)


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
