"""The frame around every page: settings, menu, error pages."""

import pytest
from django.core.cache import cache
from django.template.loader import render_to_string
from django.test import Client
from wagtail.models import Page, Site

from lms.design_system.models import SiteSettings
from toolkit_pages.models import TrainingLibraryPage


@pytest.fixture(autouse=True)
def fresh_frame():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def site_settings(db):
    settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    settings.site_name = "Harbour"
    settings.site_name_second = "Learning"
    settings.neutral_name = "Learning"
    settings.exit_url = "https://example.org/weather"
    settings.helplines = [
        ("helpline", {"name": "Example Helpline", "number": "08000 000 000", "note": "", "nations": []}),
        ("helpline", {"name": "Second Helpline", "number": "08000 000 001", "note": "", "nations": ["scotland"]}),
    ]
    settings.footer_groups = [
        ("group", {"title": "This site", "links": [{"label": "Cookies", "page": None, "url": "/cookies/"}]})
    ]
    settings.save()
    return settings


def test_the_names_of_the_site_come_from_its_settings(client, site_settings):
    html = client.get("/design-system/").content.decode()
    assert "<title>Design system – Learning</title>" in html
    assert 'Harbour <span class="brand__second">Learning</span>' in html
    assert "Anti-slavery" not in html


def test_the_strip_shows_the_first_helpline_and_the_way_out(client, site_settings):
    html = client.get("/design-system/").content.decode()
    assert 'href="tel:08000000000"' in html
    assert "08000 000 001" not in html
    assert 'href="https://example.org/weather" rel="nofollow noreferrer" data-exit' in html


@pytest.mark.parametrize(
    ("nation", "own", "number"),
    [
        ("england", "", "08000000003"),
        ("scotland", "", "08000000001"),
        ("england", "scotland", "08000000001"),
        ("wales", "", "08000000002"),
        ("northern-ireland", "", "08000000002"),
        ("", "", "08000000002"),
    ],
)
def test_the_strip_shows_the_helpline_of_the_person_s_nation(
    client, site_settings, alice, haverley, nation, own, number
):
    site_settings.helplines = [
        ("helpline", {"name": "Of Scotland", "number": "08000 000 001", "note": "", "nations": ["scotland"]}),
        ("helpline", {"name": "Of England", "number": "08000 000 003", "note": "", "nations": ["england"]}),
        ("helpline", {"name": "Of all", "number": "08000 000 002", "note": "", "nations": []}),
    ]
    site_settings.save()
    type(haverley).objects.filter(pk=haverley.pk).update(nation=nation)
    alice.memberships.update(nation=own)
    assert 'href="tel:08000000002"' in client.get("/design-system/").content.decode()
    client.force_login(alice)
    assert f'href="tel:{number}"' in client.get("/design-system/").content.decode()


def test_the_lead_s_pages_are_offered_to_those_who_may_open_them(client, site_settings, bob, dana):
    for user, offered in ((bob, True), (dana, False)):
        client.force_login(user)
        assert ("/dashboard/" in client.get("/design-system/").content.decode()) is offered
        assert (client.get("/dashboard/").status_code == 200) is offered


def test_the_footer_shows_the_groups_of_the_settings(client, site_settings):
    assert '<li><a href="/cookies/">Cookies</a></li>' in client.get("/design-system/").content.decode()


def test_the_menu_lists_live_pages_that_are_in_it(client, db):
    root = Site.objects.get(is_default_site=True).root_page
    root.add_child(instance=Page(title="Resources", slug="resources", show_in_menus=True))
    root.add_child(instance=Page(title="Not listed", slug="not-listed"))
    root.add_child(instance=Page(title="Draft", slug="draft", show_in_menus=True, live=False))
    html = client.get("/design-system/").content.decode()
    assert 'href="/resources/">Resources</a>' in html
    assert "Not listed" not in html
    assert "Draft" not in html


def test_a_visitor_s_second_page_asks_the_database_nothing(client, site_settings, django_assert_num_queries):
    client.get("/design-system/")
    with django_assert_num_queries(0):
        client.get("/design-system/")


def test_a_page_that_is_not_there_is_answered_in_the_brand(client, site_settings):
    response = client.get("/nowhere/at/all/")
    assert response.status_code == 404
    assert "<title>Page not found – Learning</title>" in response.content.decode()


def test_the_page_for_a_failure_needs_neither_context_nor_database():
    html = render_to_string("500.html")
    assert "Something went wrong on our side" in html


def test_a_form_out_of_date_is_refused_in_the_brand(db):
    response = Client(enforce_csrf_checks=True).post("/accounts/login/", {"login": "x"})
    assert response.status_code == 403
    assert "This form is out of date" in response.content.decode()


def test_a_section_that_lists_all_training_stands_for_the_catalogue_in_the_menu(client, home):
    alone = client.get("/training/").content.decode()
    assert '<a class="nav__link" href="/training/" aria-current="true">Training</a>' in alone
    library = TrainingLibraryPage(title="Training library", slug="training-library", show_in_menus=True)
    home.add_child(instance=library)
    together = client.get("/training/").content.decode()
    assert 'href="/training-library/" aria-current="true">Training library</a>' in together
    assert ">Training</a>" not in together.partition("</nav>")[0]
