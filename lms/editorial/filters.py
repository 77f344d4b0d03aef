"""Filters that the admin's lists of content share: published or draft, nation, and the days of check and review."""

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

from lms.editorial.models import Nation


class TickedFilterSet(WagtailFilterSet):
    """Lists that are narrowed by the nations they apply in, or by another field of ticked choices."""

    nations = django_filters.ChoiceFilter(
        choices=Nation.choices, label=_("Applies in"), method="filter_ticked", widget=forms.RadioSelect
    )

    def filter_ticked(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """What has this value ticked."""
        # Our databases search inside a JSON list each in its own way, and there are few rows.
        keys = [pk for pk, values in queryset.values_list("pk", name) if value in (values or ())]
        return queryset.filter(pk__in=keys)


class ContentFilterSet(TickedFilterSet):
    """Content with drafts and a review day."""

    live = django_filters.BooleanFilter(
        label=_("Published"),
        widget=forms.RadioSelect(choices=[("", _("All")), (True, _("Published")), (False, _("Draft"))]),
    )
    review_on = django_filters.DateFromToRangeFilter(label=_("Review due"), widget=DateRangePickerWidget)


class FactsFilterSet(ContentFilterSet):
    """Content whose facts are checked, also by that day."""

    facts_checked_on = django_filters.DateFromToRangeFilter(label=_("Facts checked"), widget=DateRangePickerWidget)
