"""Search in the Wagtail admin: words that mean the same, and what visitors looked for and did not find."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from toolkit_pages.models import SearchMiss, SearchSynonym


class SynonymViewSet(SnippetViewSet):
    """Words that mean the same to whoever searches."""

    model = SearchSynonym
    icon = "link"
    menu_label = _("Synonyms")
    list_display = ["words"]
    search_fields = ["words"]
    list_per_page = 50
    copy_view_enabled = False


class MissViewSet(SnippetViewSet):
    """Searches without results: which words a page or a synonym is missing for. To be read only."""

    model = SearchMiss
    icon = "search"
    menu_label = _("Without results")
    list_display = ["query", Column("number", label=_("Times"), sort_key="number"), DateColumn("day", label=_("Day"))]
    list_filter = ["day"]
    list_per_page = 50
    list_export = ["query", "number", "day"]
    copy_view_enabled = False
    inspect_view_enabled = True


class SearchViewSetGroup(SnippetViewSetGroup):
    """What editors keep for search."""

    menu_label = _("Search words")
    menu_icon = "search"
    menu_order = 290
    items = (SynonymViewSet, MissViewSet)
