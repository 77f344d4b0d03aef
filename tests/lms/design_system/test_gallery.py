"""The gallery shows every component, and nothing in it breaks the content security policy."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test.signals import template_rendered
from django.urls import reverse

from lms.design_system.gallery import COMPONENTS
from lms.design_system.templatetags import display, fields, frame

TEMPLATES = Path(settings.BASE_DIR) / "templates"
INLINE = re.compile(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)|javascript:", re.IGNORECASE)


@pytest.fixture
def drawn(client, db):
    """The names of all templates that the gallery draws, and the addresses of its pages."""
    names = set()

    def note(sender, template, **kwargs):
        names.add(template.name)

    display.around_status.cache_clear()  # drawn once for as long as a process lives
    template_rendered.connect(note)
    for component in COMPONENTS:
        assert client.get(reverse("design_system:component", args=[component.slug])).status_code == 200
    template_rendered.disconnect(note)
    return names


def test_every_component_and_block_has_an_example(drawn):
    written = {
        str(path.relative_to(TEMPLATES))
        for folder in ("components", "blocks")
        for path in (TEMPLATES / folder).glob("*.html")
    }
    assert written - drawn == set()


def test_every_display_tag_and_filter_has_an_example():
    sources = [path.read_text() for path in (TEMPLATES / "design_system/examples").glob("*.html")]
    sources += [path.read_text() for path in (TEMPLATES / "components").glob("*.html")]
    text = "\n".join([*sources, *(path.read_text() for path in (TEMPLATES / "gds").rglob("*.html"))])
    tags = {*display.register.tags, *fields.register.tags, *frame.register.tags}
    filters = {*display.register.filters, *fields.register.filters}
    assert {tag for tag in tags if f"{{% {tag} " not in text and f"{{% {tag} %}}" not in text} == set()
    assert {name for name in filters if f"|{name}" not in text} == set()


def test_every_icon_is_shown(client, db):
    from lms.design_system.icons import ICONS

    html = client.get(reverse("design_system:component", args=["icons"])).content.decode()
    assert all(f"{drawing}</svg> {name}</li>" in html for name, drawing in ICONS.items())


@pytest.mark.parametrize("component", COMPONENTS, ids=lambda component: component.slug)
def test_no_component_has_inline_script_or_style(client, db, component):
    html = client.get(reverse("design_system:component", args=[component.slug])).content.decode()
    assert INLINE.findall(html) == []


def test_the_list_of_components_leads_to_each(client, db):
    html = client.get(reverse("design_system:gallery")).content.decode()
    assert all(reverse("design_system:component", args=[component.slug]) in html for component in COMPONENTS)


def test_a_component_that_does_not_exist_is_not_found(client, db):
    assert client.get(reverse("design_system:component", args=["nothing"])).status_code == 404


def test_a_style_sheet_partial_bears_the_name_of_a_template_or_says_what_it_holds():
    styles = Path(settings.BASE_DIR) / "lms/frontend/styles/main.scss"
    used = set(re.findall(r'@use "([^"]+)"', styles.read_text()))
    written = {f"{path.parent.name}/{path.stem.removeprefix('_')}" for path in styles.parent.glob("*/_*.scss")} | {
        "govuk"
    }
    assert used == written
