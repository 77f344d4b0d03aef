"""Authorities in the Wagtail admin: a list with filters, a chooser, and where each one is used."""

import django_filters
from django import forms
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget
from wagtail.admin.panels import HelpPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.chooser import SnippetChosenView
from wagtail.snippets.views.snippets import EditView, SnippetViewSet

from lms.authorities.forms import AuthorityForm
from lms.authorities.models import Authority
from lms.editorial.filters import TickedFilterSet
from lms.editorial.views import ProtectedDeleteView
from lms.editorial.viewsets import EditorialChooser


class AuthorityFilterSet(TickedFilterSet):
    """By kind, by nation, and by the day of the last check."""

    kind = django_filters.MultipleChoiceFilter(
        choices=Authority.Kind.choices, label=_("Kind"), widget=forms.CheckboxSelectMultiple
    )
    checked_on = django_filters.DateFromToRangeFilter(label=_("Last checked"), widget=DateRangePickerWidget)

    class Meta:
        model = Authority
        fields = ["kind", "nations", "checked_on"]


class AuthorityChosenView(SnippetChosenView):
    """Tells the text editor also where the source is, and the number or list that texts show."""

    def get_chosen_response_data(self, item):
        told = {"url": item.url, "value": ", ".join(item.value_lines)}
        return super().get_chosen_response_data(item) | told


class AuthorityChooser(EditorialChooser):
    """The chooser in "Rests on", in blocks and in texts."""

    chosen_view_class = AuthorityChosenView
    more_columns = [Column("reference", label=_("Reference"))]


class AuthorityEditView(EditView):
    """The form, with the way to what rests on the authority."""

    @cached_property
    def header_more_buttons(self):
        places = [
            ("authorities_overview", _("What rests on it"), "link"),
            ("authorities_check", _("Note a check"), "check"),
            ("authorities_change", _("Note a change"), "edit"),
        ]
        ours = [
            Button(label, url=reverse(name, args=[self.object.pk]), icon_name=icon, priority=number)
            for number, (name, label, icon) in enumerate(places)
        ]
        return [*ours, *super().header_more_buttons]


class AuthorityViewSet(SnippetViewSet):
    """Law, guidance, figures and services that content rests on."""

    model = Authority
    icon = "doc-full-inverse"
    menu_label = _("Authorities")
    menu_name = "authorities"
    menu_order = 250
    add_to_admin_menu = True
    list_display = [
        "title",
        "reference",
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        Column("nations_display", label=_("Applies in")),
        DateColumn("checked_on", label=_("Last checked"), sort_key="checked_on"),
    ]
    list_per_page = 25
    filterset_class = AuthorityFilterSet
    chooser_viewset_class = AuthorityChooser
    delete_view_class = ProtectedDeleteView
    edit_view_class = AuthorityEditView
    edit_handler = ObjectList(
        [HelpPanel(template="authorities/note_panel.html"), *Authority.panels], base_form_class=AuthorityForm
    )
    copy_view_enabled = False
    inspect_view_enabled = False
