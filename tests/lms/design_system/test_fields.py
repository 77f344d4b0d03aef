"""Form fields and the error summary."""

import re

import pytest
from crispy_forms.utils import render_crispy_form
from django import forms
from django.template import Context, Template

from lms.design_system.forms import SampleForm


def draw(source: str, **context) -> str:
    return Template("{% load display crispy_forms_tags %}" + source).render(Context(context))


def summary_links(html: str) -> list[str]:
    summary = html.split('govuk-error-summary__list">')[1].split("</ul>")[0]
    return re.findall(r'href="#([^"]+)"', summary)


@pytest.fixture
def wrong_form():
    return SampleForm({"email": "no-at-sign", "start_0": "31", "start_1": "", "start_2": "2026"})


def test_every_error_leads_to_an_input_that_exists(wrong_form):
    html = draw("{% error_summary form %}{% crispy form %}", form=wrong_form)
    links = summary_links(html)
    inputs = re.findall(r'<(?:input|select|textarea)[^>]* id="([^"]+)"', html)
    assert links == [
        "id_email",
        "id_password",
        "id_unit",
        "id_reason",
        "id_start_1",
        "id_remind_0",
        "id_nations_0",
        "id_evidence",
        "id_agree",
    ]
    assert set(links) <= set(inputs)


def test_an_input_is_described_by_its_hint_and_its_error(wrong_form):
    html = render_crispy_form(wrong_form)
    for described in re.findall(r'aria-describedby="([^"]+)"', html):
        for element_id in described.split():
            assert f'id="{element_id}"' in html
    assert 'aria-describedby="id_reason_helptext id_reason_error id_reason-info"' in html


def test_every_id_of_a_form_is_its_own(wrong_form):
    ids = re.findall(r' id="([^"]+)"', render_crispy_form(wrong_form))
    assert sorted(ids) == sorted(set(ids))


def test_checkboxes_are_not_taken_for_radios():
    html = render_crispy_form(SampleForm())
    assert html.count('type="checkbox"') == html.count("govuk-checkboxes__input")
    assert html.count('type="radio"') == html.count("govuk-radios__input")


def test_a_password_has_a_button_that_shows_it_only_with_javascript():
    html = render_crispy_form(SampleForm())
    assert 'data-module="govuk-password-input"' in html
    assert re.search(r'<button type="button"[^>]* aria-controls="id_password"[^>]* hidden>Show</button>', html)


def test_what_was_typed_is_kept_but_never_a_password():
    form = SampleForm({"email": "no-at-sign", "password": "secret-words"})
    html = render_crispy_form(form)
    assert 'value="no-at-sign"' in html
    assert "secret-words" not in html


def test_a_form_that_was_not_sent_has_no_summary():
    assert draw("{% error_summary form %}", form=SampleForm()).strip() == ""
    assert draw("{% error_summary missing %}", missing=None).strip() == ""


def test_an_error_of_the_whole_form_leads_to_its_first_field():
    class Pair(forms.Form):
        hidden = forms.CharField(widget=forms.HiddenInput, required=False)
        first = forms.CharField()

        def clean(self):
            raise forms.ValidationError("Only one of these can be right")

    assert summary_links(draw("{% error_summary form %}", form=Pair({"first": "x"}))) == ["id_first"]


def test_a_form_without_a_helper_is_drawn_with_the_same_fields():
    class Plain(forms.Form):
        login = forms.EmailField(label="E-mail")

    html = draw("{{ form|crispy }}", form=Plain())
    assert '<label class="govuk-label" for="id_login">E-mail</label>' in html
    assert 'class="govuk-input"' in html


def test_labels_are_escaped():
    class Odd(forms.Form):
        name = forms.CharField(label="<script>")

    assert "<script>" not in draw("{{ form|crispy }}", form=Odd())


def test_the_hint_of_one_tick_box_stands_below_its_label():
    class Remind(forms.Form):
        wanted = forms.BooleanField(label="Remind people", help_text="Without it nobody is reminded.", required=True)

    html = render_crispy_form(Remind({}))
    assert html.index("Remind people</label>") < html.index("Without it nobody is reminded.")
    assert html.count('id="id_wanted_helptext"') == 1
    assert 'aria-describedby="id_wanted_helptext id_wanted_error"' in html
