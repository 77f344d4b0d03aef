"""Rules of the templates: where they lie, nothing inline that the policy refuses, nothing marked safe, no name lost."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = {
    # ours
    "blocks", "components", "emails", "account", "assessments", "courses", "design_system", "people", "toolkit_pages",
    "reports", "editorial", "authorities", "uploads", "freshness", "frame",
    # overrides of what a library draws
    "allauth", "mfa", "socialaccount", "gds", "wagtailadmin", "wagtailcore", "wagtaildocs", "wagtailusers", "search",
}  # fmt: skip
STANDING_ALONE = {
    "400.html",
    "403.html",
    "403_csrf.html",
    "404.html",
    "405.html",
    "429.html",
    "500.html",
    "base.html",
    "base_static.html",
    "robots.txt",
}
# Plain text is not HTML, so nothing is escaped there; e-mail programs read no style sheet, so styles are inline there.
PLAIN_TEXT, E_MAIL = ".txt", {"emails", "email"}
# What may be marked safe, and why.
SAFE = {
    "templates/components/phase_banner.html": "an editor's rich text, links only, as Wagtail has cleaned it",
    "templates/courses/scorm/shell.html": "JSON with < escaped, in a block the browser does not run",
    "templates/gds/layout/button.html": "attributes that crispy-forms has built and escaped",
    "templates/gds/whole_uni_form.html": "attributes that crispy-forms has built and escaped",
    "templates/gds/layout/help_text_and_errors.html": "help texts written in our forms, never what a person typed",
}
INLINE = {
    "inline style": r"<[^>]*\sstyle\s*=",
    "style element": r"<style[\s>]",
    "event handler": r"<[a-z][^>]*\son[a-z]+\s*=",
    "inline script": r"<script(?![^>]*\s(?:src|type=\"application/json\"))[^>]*>",
    "javascript address": r"(?:href|src)\s*=\s*[\"']?javascript:",
    "third party": r"<(?:script|link|img|iframe|source)[^>]*\s(?:src|href)\s*=\s*[\"'](?:https?:)?//",
}


def template_files(root: Path) -> list[Path]:
    """Every template of ours, relative to `root`."""
    return sorted(file.relative_to(root) for file in (root / "templates").rglob("*.*") if file.is_file())


def lost_names(text: str) -> list[str]:
    """Names that one block makes (`as name`) and only another block uses, where they are empty."""
    text = re.sub(r"{% load [^%]*%}", "", text)
    inside, texts = [""], {}
    for part in re.split(r"({%-?\s*(?:end)?block(?:\s+\w+)?\s*-?%})", text):
        if opened := re.match(r"{%-?\s*block\s+(\w+)", part):
            inside.append(opened[1])
        elif re.match(r"{%-?\s*endblock", part):
            inside.pop()
        else:
            texts[inside[-1]] = texts.get(inside[-1], "") + part
    made = {name: set(re.findall(r"{%[^%]*\s(?:as|asvar) (\w+) %}", text)) for name, text in texts.items()}
    lost = []
    for block, names in made.items():
        for other in texts.keys() - {block}:
            used = {name for name in names - made[other] if re.search(rf"{{[{{%][^}}]*\b{name}\b", texts[other])}
            lost += [f"{name} of block {block} in block {other}" for name in sorted(used)]
    return lost


def faults(root: Path) -> list[str]:
    """Everything in the templates that breaks a rule."""
    found = []
    for file in template_files(root):
        inside = file.parts[1]
        if inside not in (STANDING_ALONE if len(file.parts) == 2 else FOLDERS):
            found.append(f"{file}: no app or library has templates there")
        text = re.sub(r"{#.*?#}|{% comment.*?endcomment %}", "", (root / file).read_text(), flags=re.DOTALL)
        markup = re.sub(r"{%.*?%}|{{.*?}}", "x", text, flags=re.DOTALL)
        rules = {name: INLINE[name] for name in INLINE if name != "inline style" or not E_MAIL & set(file.parts)}
        found += [f"{file}: {name}" for name, pattern in rules.items() if re.search(pattern, markup, re.IGNORECASE)]
        if file.suffix != PLAIN_TEXT and re.search(r"\|\s*safe\b|{%\s*autoescape off", text) and str(file) not in SAFE:
            found.append(f"{file}: marked safe")
        found += [f"{file}: {name}" for name in lost_names(text)]
    return found


def test_the_templates_keep_their_rules():
    assert faults(ROOT) == []


@pytest.mark.parametrize(
    ("path", "text", "fault"),
    [
        ("courses/a.html", '<p class="x" style="color: red">', "inline style"),
        ("courses/a.html", "<style>p { color: red }</style>", "style element"),
        ("courses/a.html", '<button type="button" onclick="go()">', "event handler"),
        ("courses/a.html", "<script>go()</script>", "inline script"),
        ("courses/a.html", '<a href="javascript:go()">', "javascript address"),
        ("courses/a.html", '<script src="https://cdn.example.org/x.js"></script>', "third party"),
        ("courses/a.html", "{{ text|safe }}", "marked safe"),
        ("courses/a.html", "{% autoescape off %}{{ text }}{% endautoescape %}", "marked safe"),
        (
            "courses/a.html",
            "{% block a %}{% url 'x' as x_url %}{% endblock %}{% block b %}{{ x_url }}{% endblock %}",
            "x_url of block a in block b",
        ),
        ("odds/a.html", "<p>", "no app or library has templates there"),
        ("page.html", "<p>", "no app or library has templates there"),
    ],
)
def test_a_planted_violation_is_found(tmp_path, path, text, fault):
    file = tmp_path / "templates" / path
    file.parent.mkdir(parents=True)
    file.write_text(text)
    assert faults(tmp_path) == [f"templates/{path}: {fault}"]


@pytest.mark.parametrize(
    "text",
    [
        '<script type="module" src="{% static \'build/main.js\' %}"></script>',
        '<script type="application/json" id="launch">{}</script>',
        '{# an old style="" #}<p class="style">',
        "<p>{{ text|safe_colour }}</p>",
    ],
)
def test_what_the_policy_allows_is_no_fault(tmp_path, text):
    file = tmp_path / "templates" / "courses" / "a.html"
    file.parent.mkdir(parents=True)
    file.write_text(text)
    assert faults(tmp_path) == []
