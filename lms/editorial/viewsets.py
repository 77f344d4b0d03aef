"""The base of every snippet viewset: a delete that explains itself, and the lists' shared settings."""

from wagtail.snippets.views.snippets import SnippetViewSet

from lms.editorial.views import EditorialIndexView, ProtectedDeleteView


class EditorialViewSet(SnippetViewSet):
    """A snippet viewset whose objects learner records may depend on."""

    index_view_class = EditorialIndexView
    delete_view_class = ProtectedDeleteView
    list_per_page = 25
    copy_view_enabled = True
