"""Registers the pages of freshness and the editor's own tasks with the Wagtail admin."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from lms.freshness.panels import MyTasksPanel
from lms.freshness.views import dashboard, images, links, tasks


@hooks.register("register_admin_urls")
def urls() -> list[URLPattern]:
    return [
        path("freshness/", dashboard.dashboard, name="freshness_dashboard"),
        path("freshness/images/", images.images, name="freshness_images"),
        path("freshness/links/", links.links, name="freshness_links"),
        path("freshness/links/<int:pk>/again/", links.again, name="freshness_link_again"),
        path("freshness/reviews/", tasks.tasks, name="freshness_tasks"),
        path("freshness/reviews/<int:pk>/", tasks.task, name="freshness_task"),
        path("freshness/reviews/<int:pk>/give/", tasks.give, name="freshness_give"),
    ]


class ForEditors(MenuItem):
    """Shown to editors and administrators."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("authorities.change_authority")


@hooks.register("register_admin_menu_item")
def freshness_item() -> ForEditors:
    return ForEditors(_("Freshness"), reverse_lazy("freshness_dashboard"), icon_name="date", order=260)


@hooks.register("register_admin_menu_item")
def reviews_item() -> ForEditors:
    return ForEditors(_("Content reviews"), reverse_lazy("freshness_tasks"), icon_name="tasks", order=265)


@hooks.register("construct_homepage_panels")
def my_tasks(request: HttpRequest, panels: list) -> None:
    """The editor's own tasks before everything else."""
    panels.append(MyTasksPanel())


@hooks.register("register_log_actions")
def log_actions(actions) -> None:
    """What Wagtail's history calls a confirmation."""
    actions.register_action("freshness.confirm", _("Confirm"), _("Read again and confirmed"))
