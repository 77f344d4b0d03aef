"""The base of every snippet viewset and chooser: a delete that explains itself, and the lists' shared settings."""

from typing import Any

from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from lms.editorial.views import EditorialIndexView, ProtectedDeleteView


class EditorialViewSet(SnippetViewSet):
    """A snippet viewset whose objects learner records may depend on."""

    index_view_class = EditorialIndexView
    delete_view_class = ProtectedDeleteView
    list_per_page = 25
    copy_view_enabled = True


class MoreColumns:
    """What both views of a chooser add: columns after the title."""

    more_columns: list[Any] = []

    @property
    def columns(self) -> list[Any]:
        return [*super().columns, *self.more_columns]  # type: ignore[misc]


class EditorialChooseView(MoreColumns, ChooseView):
    """The chooser as it opens."""


class EditorialChooseResultsView(MoreColumns, ChooseResultsView):
    """What a search in the chooser finds."""


class EditorialChooser(SnippetChooserViewSet):
    """A chooser whose `more_columns` tell objects of one title apart."""

    per_page = 20
    more_columns: list[Any] = []
    choose_view_class = EditorialChooseView
    choose_results_view_class = EditorialChooseResultsView

    def get_common_view_kwargs(self, **kwargs):
        return super().get_common_view_kwargs(more_columns=self.more_columns, **kwargs)
