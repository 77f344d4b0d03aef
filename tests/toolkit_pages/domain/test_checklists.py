"""The published checklist, answers to it, and what can help."""

import pytest

from tests.factories.checklist import ChecklistItemFactory, ChecklistThemeFactory, helps_with
from tests.factories.courses import ModuleFactory
from tests.factories.toolkit import ToolkitPageFactory
from toolkit_pages.domain import checklists
from toolkit_pages.domain.helping import all_helps, helps_for
from toolkit_pages.domain.saved_checklists import carry, forget_answers, save_answers, saved_answers
from toolkit_pages.models import ChecklistItem, SavedChecklist

pytestmark = pytest.mark.django_db


def given(level, evidence=""):
    return {"level": level, "evidence": evidence, "owner": "", "review_by": ""}


def test_themes_and_items_come_in_the_editors_order():
    last, first = ChecklistThemeFactory(order=9), ChecklistThemeFactory(order=2)
    ChecklistItemFactory(theme=last)
    late, early = ChecklistItemFactory(theme=first, order=5), ChecklistItemFactory(theme=first, order=1)
    found = checklists.published_themes()
    assert [(theme.number, theme.theme) for theme in found] == [(1, first), (2, last)]
    assert found[0].items == [early, late]


def test_an_item_whose_theme_is_a_draft_is_neither_asked_nor_found():
    ChecklistItemFactory(theme=ChecklistThemeFactory(live=False))
    assert list(ChecklistItem.objects.published()) == []
    assert checklists.published_themes() == []
    assert checklists.standings({}) == []


def test_standings_say_which_items_others_wait_for():
    first = ChecklistItemFactory()
    second = ChecklistItemFactory(depends_on=[("item", first)])
    ChecklistItemFactory(depends_on=[("item", second)], live=False)
    rows = {row.item: row for row in checklists.standings({checklists.key_of(first): given(1)})}
    assert (rows[first.pk].level, rows[first.pk].dependants) == (1, 1)
    assert (rows[second.pk].level, rows[second.pk].dependants) == (None, 0)


def test_the_whole_checklist_is_read_in_a_few_queries_and_then_in_none(home, django_assert_num_queries):
    page, module = ToolkitPageFactory(), ModuleFactory()
    for _number in range(3):
        ChecklistItemFactory(helps=[helps_with(page), helps_with(module=module)])
    with django_assert_num_queries(6):  # items, themes, modules, pages, restrictions, the site's root
        checklists.standings({})
        all_helps()
    with django_assert_num_queries(0):
        checklists.standings({})
        all_helps()


def test_an_editors_change_shows_at_once():
    item = ChecklistItemFactory(title="Before")
    assert [row.title for row in checklists.standings({})] == ["Before"]
    item.title = "After"
    item.save_revision().publish()
    assert [row.title for row in checklists.standings({})] == ["After"]


def test_what_helps_is_for_the_level_and_in_the_editors_order(home):
    page, module = ToolkitPageFactory(title="A page"), ModuleFactory(title="A module", slug="a-module")
    item = ChecklistItemFactory(helps=[helps_with(module=module, levels=["0", "2"]), helps_with(page, levels=["0"])])
    assert [help.title for help in helps_for(item.pk, 0)] == ["A module", "A page"]
    assert [(help.title, help.module) for help in helps_for(item.pk, 2)] == [("A module", "a-module")]
    assert helps_for(item.pk, 3) == []
    assert helps_for(item.pk, None) == []


def test_a_page_that_was_deleted_or_a_module_withdrawn_no_longer_helps(home):
    page, module = ToolkitPageFactory(), ModuleFactory()
    item = ChecklistItemFactory(helps=[helps_with(page), helps_with(module=module)])
    page.delete()
    module.unpublish()
    assert helps_for(item.pk, 0) == []


def test_a_module_helps_those_who_may_not_read_a_private_page(home):
    page = ToolkitPageFactory()
    page.view_restrictions.create(restriction_type="login")
    item = ChecklistItemFactory(helps=[helps_with(page)])
    assert helps_for(item.pk, 0) == []


def test_progress_counts_answers_of_each_theme():
    first, second = ChecklistItemFactory(), ChecklistItemFactory()
    rows = checklists.progress({checklists.key_of(first): given(0), "999999": given(3)})
    assert [(row.answered, row.total, row.is_done) for row in rows] == [(1, 1, True), (0, 1, False)]
    assert rows[1].theme.theme == second.theme


def test_answers_to_items_that_are_gone_are_left_out():
    item = ChecklistItemFactory()
    key = checklists.key_of(item)
    assert checklists.known({key: given(1), "999999": given(3)}) == {key: given(1)}


def test_saving_a_theme_leaves_the_others(alice):
    save_answers(alice, keys=["1", "2"], given={"1": given(1), "2": given(2)})
    save_answers(alice, keys=["2", "3"], given={"3": given(3)})
    assert saved_answers(alice) == {"1": given(1), "3": given(3)}


def test_nobody_elses_answers_are_touched(alice, charlie):
    save_answers(alice, keys=["1"], given={"1": given(1)})
    save_answers(charlie, keys=["1"], given={"1": given(3)})
    forget_answers(charlie)
    assert saved_answers(alice) == {"1": given(1)}
    assert saved_answers(charlie) == {}


@pytest.mark.parametrize(("prefer_saved", "level"), [(False, 3), (True, 1)])
def test_answers_brought_along_join_those_of_the_account(alice, prefer_saved, level):
    save_answers(alice, keys=["1", "2"], given={"1": given(1), "2": given(2)})
    assert carry(alice, answers={"1": given(3), "4": given(0)}, prefer_saved=prefer_saved) == 3
    assert saved_answers(alice) == {"1": given(level), "2": given(2), "4": given(0)}
    assert SavedChecklist.objects.count() == 1


@pytest.mark.parametrize(
    ("answered", "number"),
    [
        ((0, 0, 0, 0), 1),
        ((2, 0, 0, 0), 2),
        ((0, 0, 2, 0), 4),  # after what is done, wherever one began
        ((0, 0, 0, 2), 1),
        ((2, 0, 1, 0), 3),  # what is begun comes first
        ((2, 2, 2, 2), None),
    ],
)
def test_one_goes_on_with_what_is_begun_then_with_what_comes_after(answered, number):
    themes = [checklists.PublishedTheme(place, None, [None, None]) for place in range(1, 5)]
    rows = [checklists.Progress(theme, count) for theme, count in zip(themes, answered, strict=True)]
    found = checklists.go_on_with(rows)
    assert (found and found.theme.number) == number
