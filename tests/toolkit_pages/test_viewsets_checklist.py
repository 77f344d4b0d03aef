"""Editing the checklist in the admin: drafts, order, previews, filters, and deletes that explain themselves."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from tests.factories.checklist import ChecklistItemFactory, ChecklistThemeFactory
from toolkit_pages.models import ChecklistItem, ChecklistTheme

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client, erin):
    client.force_login(erin)
    return client


@pytest.fixture
def administrator(client, frances):
    client.force_login(frances)
    return client


def url(model, name, *args):
    return reverse(model.snippet_viewset.get_url_name(name), args=args)


def facts():
    return {"facts_checked_on": "", "review_on": "", "content_owner": "", "rests_on": streamfield([])}


def theme_data(**fields):
    data = {
        "title": "Information sharing",
        "slug": "sharing",
        "question": "Can agencies tell each other?",
        "order": "4",
    }
    return nested_form_data({**data, **facts(), **fields})


def item_data(theme, **fields):
    data = {
        "theme": str(theme.pk),
        "order": "1",
        "title": "An agreement covers every agency",
        "hint": "",
        "guidance": rich_text("<p>Ask each agency.</p>"),
        "looks_not_started": "Nobody has a draft.",
        "looks_started": "",
        "looks_mostly": "",
        "looks_embedded": "",
        "risk": "3",
        "depends_on": streamfield([]),
        "helps": streamfield([]),
    }
    return nested_form_data({**data, **facts(), **fields})


def test_an_editor_writes_a_draft_that_nobody_sees(editor):
    response = editor.post(url(ChecklistTheme, "add"), theme_data())
    assert response.status_code == 302
    theme = ChecklistTheme.objects.get()
    assert not theme.live
    assert editor.get(theme.get_absolute_url()).status_code == 404


def test_an_administrator_publishes_theme_and_item(administrator):
    administrator.post(url(ChecklistTheme, "add"), theme_data(**{"action-publish": "1"}))
    theme = ChecklistTheme.objects.get()
    administrator.post(url(ChecklistItem, "add"), item_data(theme, **{"action-publish": "1"}))
    assert "An agreement covers every agency" in administrator.get(theme.get_absolute_url()).content.decode()


def test_a_draft_of_a_published_item_changes_nothing_for_visitors_and_its_versions_are_kept(editor):
    item = ChecklistItemFactory(title="As published")
    item.save_revision().publish()
    editor.post(url(ChecklistItem, "edit", item.pk), item_data(item.theme, title="As drafted"))
    html = Client().get(item.theme.get_absolute_url()).content.decode()
    assert "As published" in html
    assert "As drafted" not in html
    assert item.revisions.count() == 2
    assert editor.get(url(ChecklistItem, "history", item.pk)).status_code == 200


@pytest.mark.parametrize("model", [ChecklistTheme, ChecklistItem])
def test_previews_show_what_is_in_the_form(editor, model):
    theme = ChecklistThemeFactory()
    item = ChecklistItemFactory(theme=theme)
    target = item if model is ChecklistItem else theme
    data = item_data(theme, title="As typed") if model is ChecklistItem else theme_data(title="As typed")
    preview = url(model, "preview_on_edit", target.pk)
    assert editor.post(preview, data).json() == {"is_valid": True, "is_available": True}
    assert "As typed" in editor.get(preview).content.decode()


def test_themes_are_listed_in_their_order_and_can_be_moved(administrator):
    last, first = ChecklistThemeFactory(title="Last", order=9), ChecklistThemeFactory(title="First", order=1)
    listed = administrator.get(url(ChecklistTheme, "list")).context["object_list"]
    assert [theme.title for theme in listed] == ["First", "Last"]
    response = administrator.post(f"{url(ChecklistTheme, 'reorder', last.pk)}?position=0")
    assert response.status_code == 200
    assert list(ChecklistTheme.objects.all()) == [last, first]


def test_items_are_found_by_theme_and_risk(editor):
    theme = ChecklistThemeFactory()
    item = ChecklistItemFactory(theme=theme, risk=3)
    ChecklistItemFactory(theme=theme, risk=1)
    ChecklistItemFactory(risk=3)
    found = editor.get(url(ChecklistItem, "list"), {"theme": theme.pk, "risk": 3}).context["object_list"]
    assert [row.pk for row in found] == [item.pk]


def test_the_chooser_of_items_says_their_theme(editor):
    item = ChecklistItemFactory()
    chooser = reverse(ChecklistItem.snippet_viewset.chooser_viewset.get_url_name("choose"))
    html = editor.get(chooser).content.decode()
    assert item.title in html
    assert item.theme.title in html


def test_a_theme_with_items_is_not_deleted_but_explained(administrator):
    item = ChecklistItemFactory()
    response = administrator.post(url(ChecklistTheme, "delete", item.theme.pk), follow=True)
    assert "cannot be deleted: 1 checklist item would lose what they are about." in response.content.decode()
    assert ChecklistTheme.objects.exists()


@pytest.mark.parametrize("model", [ChecklistTheme, ChecklistItem])
@pytest.mark.parametrize("many", [1, 3])
def test_lists_take_the_same_queries_for_one_row_and_for_three(editor, model, many, django_assert_max_num_queries):
    ChecklistItemFactory.create_batch(many)
    editor.get(url(model, "list"))
    with django_assert_max_num_queries(14):
        editor.get(url(model, "list"))
