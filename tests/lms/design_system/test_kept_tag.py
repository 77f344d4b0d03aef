"""Parts of pages drawn once: what may be inside, when they are drawn anew, and what never comes from them."""

from types import SimpleNamespace

import pytest
from django.template import Context, RequestContext, Template, TemplateSyntaxError
from django.test import RequestFactory
from django.utils import translation

from tests.factories.courses import ModuleFactory

pytestmark = pytest.mark.django_db


def draw(text, request=None, **values):
    context = RequestContext(request, values) if request else Context(values)
    return Template("{% load kept %}" + text).render(context)


def test_it_is_drawn_once_for_each_value_until_content_changes():
    word = SimpleNamespace(text="first")
    text = '{% kept "x" number=number %}{{ number }}{% endkept %}{{ word.text }}'
    assert draw(text, number=1, word=word) == "1first"
    module = ModuleFactory(title="Before")
    title = '{% kept "title" module=module %}{{ module.title }}{% endkept %}'
    assert draw(title, module=module) == "Before"
    module.title = "Not saved"
    assert draw(title, module=module) == "Before"
    module.save()
    assert draw(title, module=module) == "Not saved"
    assert draw(title, module=ModuleFactory(title="Another")) == "Another"


def test_nothing_but_what_is_named_is_known_inside(rf, alice):
    request = RequestFactory().get("/")
    request.user = alice
    request.session = {}
    text = '{% kept "y" %}[{{ user }}{{ request.path }}{{ csrf_token }}{{ enrolment }}]{% endkept %}'
    assert draw(text, request, user=alice, enrolment="mine") == "[]"


def test_a_preview_is_neither_kept_nor_taken_from_what_is(rf):
    module = ModuleFactory(title="Published")
    text = '{% kept "z" module=module %}{{ module.title }}{% endkept %}'
    preview = RequestFactory().get("/")
    preview.is_preview = True
    assert draw(text, module=module) == "Published"
    module.title = "Draft"
    preview.user, preview.session = SimpleNamespace(is_authenticated=False), {}
    assert Template("{% load kept %}" + text).render(Context({"module": module, "request": preview})) == "Draft"
    assert draw(text, module=module) == "Published"


def test_each_language_has_its_own():
    text = '{% load i18n %}{% kept "w" %}{% get_current_language as code %}{{ code }}{% endkept %}'
    assert draw(text) == "en-gb"
    with translation.override("cy"):
        assert draw(text) == "cy"


def test_a_value_without_a_name_is_refused():
    with pytest.raises(TemplateSyntaxError):
        Template('{% load kept %}{% kept "v" user %}{% endkept %}')
