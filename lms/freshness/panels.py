"""The panel of the admin's first page with what the editor has to do: reviews asked for, and content due."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.utils import timezone
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.ui.components import Component

from lms.freshness.domain.inventory import fetched, listed
from lms.freshness.domain.reviewing import tasks_for

SHOWN = 8
AHEAD = timedelta(days=30)


class MyTasksPanel(Component):
    """The editor's own reviews, the first due first."""

    name = "my_tasks"
    template_name = "freshness/my_tasks.html"
    order = 10

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        user, today = parent_context["request"].user, timezone.localdate()
        if not user.has_perm("authorities.change_authority"):
            return {"is_editor": False}
        mine = tasks_for(owner=user)
        late = listed(state="overdue", today=today, owner_id=user.pk)
        due = listed(state="due", today=today, owner_id=user.pk)
        finder = AdminURLFinder(user)
        rows = fetched([*late[:SHOWN], *due[:SHOWN]])[:SHOWN]
        return {
            "is_editor": True,
            "tasks": mine[:SHOWN],
            "number_of_tasks": mine.count(),
            "rows": [(row, finder.get_edit_url(row.content)) for row in rows],
            "number_of_rows": late.count() + due.count(),
            "today": today,
        }
