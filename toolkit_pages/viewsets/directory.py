"""Admin views of the partnerships directory and the glossary: lists with filters, drafts and previews."""

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget
from wagtail.admin.ui.tables import Column, DateColumn, LiveStatusTagColumn
from wagtail.snippets.views.chooser import SnippetChooserViewSet, SnippetChosenView

from lms.editorial.filters import ContentFilterSet, FactsFilterSet
from lms.editorial.viewsets import EditorialViewSet
from toolkit_pages.models import GlossaryTerm, Partnership

REVIEW = DateColumn("review_on", label=_("Review due"), sort_key="review_on")


class PartnershipFilterSet(ContentFilterSet):
    """Partnerships also by the day they were last confirmed."""

    confirmed_on = django_filters.DateFromToRangeFilter(label=_("Last confirmed"), widget=DateRangePickerWidget)

    class Meta:
        model = Partnership
        fields = ["live", "nations", "is_sample", "confirmed_on", "review_on"]


class TermFilterSet(FactsFilterSet):
    """Terms."""

    class Meta:
        model = GlossaryTerm
        fields = ["live", "nations", "facts_checked_on", "review_on"]


class PartnershipViewSet(EditorialViewSet):
    """What the public directory says; who belongs to a partnership's reviews is kept elsewhere."""

    model = Partnership
    icon = "group"
    menu_label = _("Partnerships")
    menu_name = "partnerships"
    menu_order = 270
    add_to_admin_menu = True
    list_display = [
        "name",
        "area",
        Column("nations_display", label=_("Nations")),
        LiveStatusTagColumn(),
        DateColumn("confirmed_on", label=_("Last confirmed"), sort_key="confirmed_on"),
        REVIEW,
    ]
    filterset_class = PartnershipFilterSet

    def get_queryset(self, request):
        return Partnership.objects.defer("about", "members_text")


class TermChosenView(SnippetChosenView):
    """Tells the text editor also where the term stands in the glossary."""

    def get_chosen_response_data(self, item):
        return super().get_chosen_response_data(item) | {"url": item.get_absolute_url()}


class TermChooser(SnippetChooserViewSet):
    """The chooser of the text editor's button."""

    per_page = 20
    chosen_view_class = TermChosenView


class TermViewSet(EditorialViewSet):
    """Words and short forms in plain English."""

    model = GlossaryTerm
    icon = "openquote"
    menu_label = _("Glossary")
    menu_name = "glossary"
    menu_order = 280
    add_to_admin_menu = True
    list_display = [
        "term",
        Column("stands_for", label=_("Stands for")),
        LiveStatusTagColumn(),
        DateColumn("facts_checked_on", label=_("Facts checked"), sort_key="facts_checked_on"),
        REVIEW,
    ]
    filterset_class = TermFilterSet
    chooser_viewset_class = TermChooser

    def get_queryset(self, request):
        return GlossaryTerm.objects.defer("rests_on")
