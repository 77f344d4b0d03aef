"""Admin views of the checklist: themes and items in their order, with filters, choosers and drafts."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Count, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, LiveStatusTagColumn
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from lms.editorial.filters import FactsFilterSet
from lms.editorial.viewsets import EditorialViewSet
from toolkit_pages.models import ChecklistItem, ChecklistTheme

PLACE = Column("order", label=_("Place"), sort_key="order")
CHECKED = DateColumn("facts_checked_on", label=_("Facts checked"), sort_key="facts_checked_on")
REVIEW = DateColumn("review_on", label=_("Review due"), sort_key="review_on")


class ThemeFilterSet(FactsFilterSet):
    """Themes also by whether they are samples."""

    class Meta:
        model = ChecklistTheme
        fields = ["live", "nations", "is_sample", "facts_checked_on", "review_on"]


class ItemFilterSet(FactsFilterSet):
    """Items also by theme and risk."""

    theme = django_filters.ModelChoiceFilter(queryset=ChecklistTheme.objects.order_by("order"), label=_("Theme"))
    risk = django_filters.MultipleChoiceFilter(
        choices=ChecklistItem.Risk.choices, label=_("Risk to people"), widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = ChecklistItem
        fields = ["theme", "risk", "live", "nations", "facts_checked_on", "review_on"]


class WithThemes:
    """What both views of the chooser add: the theme of each item."""

    @property
    def columns(self) -> list[Any]:
        return [*super().columns, Column("theme", label=_("Theme"))]

    def get_object_list(self) -> QuerySet:
        return ChecklistItem.objects.select_related("theme")


class ItemChooseView(WithThemes, ChooseView):
    """The chooser as it opens."""


class ItemChooseResultsView(WithThemes, ChooseResultsView):
    """What a search in it finds."""


class ItemChooser(SnippetChooserViewSet):
    """The chooser of items, for "depends on"."""

    choose_view_class = ItemChooseView
    choose_results_view_class = ItemChooseResultsView
    per_page = 20


class ThemeViewSet(EditorialViewSet):
    """Themes; the list puts them in order by drag and drop or by keyboard."""

    model = ChecklistTheme
    icon = "folder-open-inverse"
    menu_label = _("Themes")
    menu_name = "checklist-themes"
    sort_order_field = "order"
    list_display = ["title", PLACE, Column("item_count", label=_("Items")), LiveStatusTagColumn(), CHECKED, REVIEW]
    filterset_class = ThemeFilterSet

    def get_queryset(self, request):
        return ChecklistTheme.objects.annotate(item_count=Count("items")).defer("rests_on")


class ItemViewSet(EditorialViewSet):
    """Items, theme by theme; their place in the theme is a number."""

    model = ChecklistItem
    icon = "list-ol"
    menu_label = _("Items")
    menu_name = "checklist-items"
    chooser_viewset_class = ItemChooser
    list_display = [
        "title",
        Column("theme", label=_("Theme"), sort_key="theme__order"),
        PLACE,
        Column("risk", label=_("Risk to people"), accessor="get_risk_display", sort_key="risk"),
        LiveStatusTagColumn(),
        CHECKED,
        REVIEW,
    ]
    filterset_class = ItemFilterSet

    def get_queryset(self, request):
        return ChecklistItem.objects.select_related("theme").defer("guidance", "rests_on")


class ChecklistViewSetGroup(SnippetViewSetGroup):
    """The menu's entry."""

    menu_label = _("Checklist")
    menu_icon = "tasks"
    menu_order = 260
    items = (ThemeViewSet, ItemViewSet)
