"""Several choices of a block are ticked one by one, wherever editors make them."""

from django.forms import CheckboxSelectMultiple
from django.http import QueryDict

from lms.design_system.models import HelplineBlock
from toolkit_pages.models.checklist import LevelsBlock


def test_each_choice_has_a_box_of_its_own_and_those_ticked_are_kept():
    nations = HelplineBlock().child_blocks["nations"]
    assert isinstance(nations.field.widget, CheckboxSelectMultiple)
    html = nations.field.widget.render("nations", ["wales"])
    assert html.count('type="checkbox"') == 4
    assert html.count("checked") == 1
    sent = nations.value_from_datadict(QueryDict("nations=wales&nations=scotland"), {}, "nations")
    assert nations.clean(sent) == ["wales", "scotland"]
    assert nations.clean(nations.value_from_datadict(QueryDict(""), {}, "nations")) == []


def test_the_levels_of_a_checklist_are_ticked_too():
    assert LevelsBlock().field.widget.render("levels", ["0", "1"]).count("checked") == 2


def test_migrations_see_the_block_it_is_made_of():
    assert LevelsBlock().deconstruct()[0] == "wagtail.blocks.MultipleChoiceBlock"
