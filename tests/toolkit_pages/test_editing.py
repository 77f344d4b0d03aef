"""Who enters the Wagtail admin and what they find there: content, settings for administrators, and no people."""

import pytest
from django.urls import reverse
from wagtail.models import Site, Task

from courses.models import Module
from lms.design_system.models import SiteSettings
from tests.factories.courses import ModuleFactory

BACKEND = "django.contrib.auth.backends.ModelBackend"
ADMIN_PAGES = [
    "/admin/",
    "/admin/pages/",
    "/admin/reports/workflow/",
    "/admin/reports/workflow_tasks/",
    "/admin/reports/site-history/",
    "/admin/reports/aging-pages/",
    "/admin/reports/page-types-usage/",
    "/admin/images/",
    "/admin/documents/",
    "/admin/account/",
]
REFUSED = ["/admin/users/", "/admin/groups/", "/admin/sites/", "/admin/workflows/list/", "/admin/redirects/"]


@pytest.fixture
def settings_url(home):
    site = Site.objects.get(is_default_site=True)
    return reverse("wagtailsettings:edit", args=["design_system", "sitesettings", site.pk])


@pytest.mark.parametrize("person", ["alice", "bob", "charlie", "dana"])
def test_learners_leads_and_coordinators_never_enter(client, request, person):
    client.force_login(request.getfixturevalue(person), backend=BACKEND)
    assert client.get("/admin/").status_code == 404


@pytest.mark.parametrize("path", ADMIN_PAGES)
def test_an_editor_finds_no_learner_on_any_page_of_the_admin(client, erin, alice, charlie, home, path):
    client.force_login(erin, backend=BACKEND)
    response = client.get(path)
    html = response.content.decode()
    assert response.status_code == 200
    for private in (alice.email, charlie.email, "Alice Example", "Charlie Example", "Haverley Police"):
        assert private not in html


@pytest.mark.parametrize("path", REFUSED)
def test_an_editor_is_refused_users_groups_and_what_runs_the_site(client, erin, home, path):
    client.force_login(erin, backend=BACKEND)
    assert client.get(path)["Location"] == "/admin/"


def test_an_editor_holds_no_permission_on_a_model_of_people(erin):
    apps = {permission.partition(".")[0] for permission in erin.get_all_permissions()}
    assert apps <= {
        "assessments",
        "authorities",
        "courses",
        "toolkit_pages",
        "wagtailadmin",
        "wagtailcore",
        "wagtaildocs",
        "wagtailimages",
    }
    held = {permission.rpartition("_")[2] for permission in erin.get_all_permissions()}
    assert not held & {"enrolment", "certificate", "quizattempt", "answer", "scormattempt", "launch", "user"}
    assert not any(
        permission.partition(".")[2].startswith(("publish_", "delete_")) for permission in erin.get_all_permissions()
    )


def test_only_administrators_change_the_site_settings(client, erin, frances, settings_url):
    client.force_login(erin, backend=BACKEND)
    assert client.get(settings_url)["Location"] == "/admin/"
    client.force_login(frances, backend=BACKEND)
    data = {
        "site_name": "Anti-slavery",
        "site_name_second": "Toolkit",
        "neutral_name": "Toolkit",
        "emergency_number": "999",
        "exit_url": "https://www.example.org/weather",
        "phase": "",
        "phase_text": "null",
        "footer_text": "",
        "helplines-count": "0",
        "footer_groups-count": "0",
    }
    assert client.post(settings_url, data).status_code == 302
    assert SiteSettings.objects.get().neutral_name == "Toolkit"


def test_a_module_goes_public_when_an_administrator_approves_it(erin, frances):
    module = ModuleFactory(live=False)
    module.save_revision(user=erin)
    state = module.get_workflow().start(module, erin)
    task: Task = state.current_task_state.task.specific
    assert [name for name, _label, _comment in task.get_actions(module, erin)] == []
    assert "approve" in [name for name, _label, _comment in task.get_actions(module, frances)]
    state.current_task_state.specific.approve(user=frances)
    assert Module.objects.get().live is True


def test_the_admin_carries_the_sites_own_name_and_asks_nothing_of_others(client, erin, home):
    client.force_login(erin, backend=BACKEND)
    html = client.get("/admin/").content.decode()
    assert "Toolkit and Training: editing" in html
    assert 'class="door-mark"' in html
    assert "gravatar" not in html
    assert "releases.wagtail" not in html
