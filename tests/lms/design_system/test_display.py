"""The display tags."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template, TemplateSyntaxError
from django.test import RequestFactory


def test_a_longer_address_with_a_link_of_its_own_is_not_marked_twice():
    request = RequestFactory().get("/people/invitations/")
    links = (
        '{% nav_link "People" "/people/" "" "/people/invitations/" %}'
        '{% nav_link "Invitations" "/people/invitations/" %}'
    )
    html = draw(links, request=request, is_lead=True)
    assert html.count("aria-current") == 1
    assert 'href="/people/invitations/" aria-current="true"' in html


def draw(source: str, **context) -> str:
    html = Template("{% load display frame prose %}" + source).render(Context(context))
    return " ".join(html.split())


def test_an_address_breaks_after_its_parts_and_is_no_markup():
    html = draw("{{ address|breakable }}", address="<b>.quayle@police.example.org")
    assert html == "&lt;b&gt;.<wbr>quayle@<wbr>police.<wbr>example.<wbr>org"


def test_a_long_code_is_shown_in_groups_of_four():
    assert draw("{{ code|in_fours }}", code="TACOUCVHFV") == "TACO UCVH FV"


def test_a_status_has_its_own_shape_and_its_words():
    html = draw('{% status "late" "4 days late" %}')
    assert '<span class="status status--late"><svg class="icon"' in html
    assert html.endswith("<span>4 days late</span></span>")


def test_a_status_may_hide_its_words_but_never_lose_them():
    html = draw('{% status "done" "Done" hide_text=True %}')
    assert '<span class="govuk-visually-hidden">Done</span>' in html


@pytest.mark.parametrize("source", ['{% status "overdue" "x" %}', '{% tag "x" "red" %}', '{% icon "star" %}'])
def test_a_misspelt_kind_is_an_error(source):
    with pytest.raises(TemplateSyntaxError, match="Unknown kind"):
        draw(source)


def test_the_words_of_a_status_are_escaped():
    assert "<b>" not in draw('{% status "done" words %}', words="<b>Done</b>")


@pytest.mark.parametrize(("number", "filled"), [(1, 1), (2, 2), (3, 3)])
def test_a_tier_fills_as_many_bars_as_its_number(number, filled):
    html = draw("{% tier number %}", number=number)
    assert html.count('class="on"') == filled
    assert html.count('class="off"') == 3 - filled
    assert f"Tier {number}" in html


def test_steps_fill_the_done_ones_and_outline_the_current_one():
    html = draw('{% steps done=2 total=9 current=3 text="2 of 9 lessons done" %}')
    assert [html.count(f'class="{state}"') for state in ("on", "now", "off")] == [2, 1, 6]
    assert '<p class="steps-text">2 of 9 lessons done</p>' in html


def test_steps_of_an_empty_module_draw_nothing_and_do_not_fail():
    assert "<rect" not in draw("{% steps done=0 total=0 %}")


@pytest.mark.parametrize(
    ("value", "maximum", "width"), [(3, 4, "75.00%"), (0, 12, "0.00%"), (5, 0, "0.00%"), (9, 4, "100.00%")]
)
def test_a_bar_is_drawn_to_scale_and_never_beyond_its_track(value, maximum, width):
    assert f'class="fill" width="{width}"' in draw("{% bar value maximum %}", value=value, maximum=maximum)


def test_pagination_keeps_the_filters_of_the_address():
    request = RequestFactory().get("/people/", {"q": "Siân & co", "page": "2"})
    html = draw("{% pagination page_obj %}", request=request, page_obj=Paginator(range(60), 25).page(2))
    assert 'href="?q=Si%C3%A2n+%26+co&amp;page=1"' in html
    assert 'href="?q=Si%C3%A2n+%26+co&amp;page=3"' in html
    assert "26 to 50 of 60" in html


def test_one_page_needs_no_pagination():
    assert draw("{% pagination page_obj %}", page_obj=Paginator(range(3), 25).page(1)) == ""


def test_breadcrumbs_are_pairs_of_label_and_address():
    html = draw('{% breadcrumbs "Home" "/" "Training" "/training/" %}')
    assert '<a class="govuk-breadcrumbs__link" href="/training/">Training</a>' in html
    with pytest.raises(ValueError, match="shorter"):
        draw('{% breadcrumbs "Home" %}')


def test_facts_never_checked_say_so():
    html = draw("{% facts_checked obj %}", obj=SimpleNamespace())
    assert "Not yet checked" in html
    assert "Rests on" not in html


def test_facts_say_against_what_they_were_checked_and_what_changed_since():
    against = [SimpleNamespace(title="Act", url="", changed_on=date(2026, 5, 1))]
    before, after = (
        draw("{% facts_checked obj %}", obj=SimpleNamespace(facts_checked_on=on, checked_against=against))
        for on in (date(2026, 4, 1), date(2026, 5, 1))
    )
    assert "Checked against" in before
    assert "on 1 May 2026. We are reading this again." in before
    assert "Checked against" in after
    assert "Changed since" not in after


@pytest.mark.parametrize(("total", "in_sight", "summary"), [(1, 1, ""), (4, 4, ""), (5, 3, "and 2 more")])
def test_of_a_long_list_of_authorities_three_are_in_sight(total, in_sight, summary):
    authorities = [f"Act {number}" for number in range(total)]
    html = draw("{% rests_on authorities %}", authorities=authorities)
    shown, _details, hidden = html.partition("<details")
    assert (shown.count("Act "), hidden.count("Act ")) == (in_sight, total - in_sight)
    assert (f"<summary>{summary}</summary>" in html) is bool(summary)


def test_no_date_is_said_in_words():
    assert draw("{{ nothing|in_days }}", nothing=None) == "No date"
    assert draw("{{ nothing|when }}{{ nothing|day }}", nothing=None) == ""


def test_headings_of_rich_text_get_ids():
    html = draw("{{ text|anchored }}", text="<h2>What to <b>look</b> for</h2><p>x</p><h3>&amp;</h3>")
    assert html == '<h2 id="what-to-look-for">What to <b>look</b> for</h2><p>x</p><h3 id="amp">&amp;</h3>'


def test_a_note_keeps_the_markup_inside_it_and_escapes_values():
    html = draw('{% note kind="ok" %}<p>{{ name }}</p>{% endnote %}', name="<i>")
    assert '<div class="note__body"><p>&lt;i&gt;</p></div>' in html


@pytest.mark.parametrize(
    ("path", "section", "current"),
    [("/training/t1/", None, True), ("/", None, False), ("/training/t1/", "lead", False), ("/x/", "training", True)],
)
def test_a_navigation_link_knows_whether_the_page_is_its_own(path, section, current):
    html = draw(
        '{% nav_link "Training" "/training/" "training" %}', request=RequestFactory().get(path), section=section
    )
    assert ('aria-current="true"' in html) is current
