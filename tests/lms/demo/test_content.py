"""The starter content as data: complete, consistent, current in its wording, and quiet on shared screens."""

import re
from datetime import date
from urllib.parse import urlsplit

import pytest

from courses.models import Exploitation, HelpedPeople
from lms.demo.content import glossary, law, t1, t2, training
from lms.demo.content.authorities import AUTHORITIES
from lms.demo.content.t1 import questions as t1_questions
from lms.demo.content.t2 import questions as t2_questions
from lms.demo.content.toolkit import HOME, PAGES, SECTIONS, STATEMENTS
from lms.demo.illustrations import ILLUSTRATIONS

NATIONS = {"england", "wales", "scotland", "northern-ireland"}
LOUD = ("slavery", "traffick", "victim", "survivor", "referral", "exploit", "diagnos", "score")
TEXT_TAGS = {"h2", "h3", "p", "ul", "ol", "li", "b", "a"}
SHORT_TAGS = {"p", "ul", "li", "b", "a"}
MODULES = [t1.MODULE, t2.MODULE]
LESSONS = [*t1.LESSONS, *t2.LESSONS]
QUIZZES = [(t1_questions, 10, 8), (t2_questions, 6, 5)]
QUESTIONS = [*t1_questions.QUESTIONS, *t2_questions.QUESTIONS]
CONTENT_LESSONS = [lesson for lesson in LESSONS if lesson["kind"] == "content"]
ALL_PAGES = [*PAGES, *STATEMENTS]
WITH_BODY = [*LESSONS, *ALL_PAGES]
# Telephone numbers, and reports whose address an editor has yet to find.
WITHOUT_ADDRESS = {
    "service-emergency",
    "service-police",
    "first-responder-e-learning",
    "three-level-plan",
    "partnership-mapping-2017",
    "practitioner-workshops-2018",
    "local-example-2018",
}
DATED = [*LESSONS, *QUESTIONS, *ALL_PAGES, *MODULES, HOME]


def strings(value):
    """Every string a reader could meet inside nested blocks."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from strings(inner)


def words_of(body):
    text = " ".join(string for _, value in body for string in strings(value))
    return len(re.sub(r"<[^>]+>", " ", text).split())


def tags_in(html):
    return set(re.findall(r"</?([a-z0-9]+)", html))


def headings_of(lesson):
    found = re.findall(r"<h2>(.*?)</h2>", " ".join(strings(lesson["body"])))
    titles = [value["title"] for kind, value in lesson["body"] if kind == "callout"]
    return [re.sub(r"[“”]", "", heading) for heading in [*found, *titles]]


def named(item):
    return item.get("slug") or item.get("key") or item["title"]


@pytest.mark.parametrize("content", [t1, t2], ids=["t1", "t2"])
def test_a_module_lists_its_lessons_and_ends_with_a_quiz(content):
    assert content.MODULE["lessons"] == [lesson["slug"] for lesson in content.LESSONS]
    assert content.LESSONS[-1]["kind"] == "quiz"
    assert sum(lesson["minutes"] for lesson in content.LESSONS) == content.MODULE["minutes"]


def test_the_first_module_has_seven_lessons_to_read_and_one_to_play():
    kinds = [lesson["kind"] for lesson in t1.LESSONS]
    assert (len(kinds), kinds.count("content"), kinds[6]) == (9, 7, "scorm")


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_a_module_says_whom_and_what_it_is_about_in_the_words_of_the_facets(module):
    assert module["about"] == HelpedPeople.values
    assert module["exploitation"] == Exploitation.values


@pytest.mark.parametrize("lesson", CONTENT_LESSONS, ids=named)
def test_a_content_lesson_has_substance(lesson):
    assert words_of(lesson["body"]) >= 300
    assert lesson["lead"]
    assert "key_facts" in [kind for kind, _ in lesson["body"]]


def test_at_least_five_content_lessons_have_a_scenario_with_three_answers():
    with_scenario = [
        value["choices"] for lesson in CONTENT_LESSONS for kind, value in lesson["body"] if kind == "scenario"
    ]
    assert len(with_scenario) >= 5
    assert all(len(choices) == 3 and all(choice["feedback"] for choice in choices) for choices in with_scenario)


def test_toolkit_pages_have_substance_and_sit_in_a_section_and_one_of_its_groups():
    groups = {section["slug"]: section["groups"] for section in SECTIONS}
    assert len(PAGES) >= 10
    for page in PAGES:
        assert words_of(page["body"]) >= 300, page["slug"]
        assert page["group"] in groups[page["section"]], page["slug"]
    assert {page["section"] for page in STATEMENTS} <= set(groups)


@pytest.mark.parametrize("item", DATED, ids=named)
def test_everything_is_dated_and_rests_on_authorities_that_exist(item):
    known = {authority["key"] for authority in AUTHORITIES}
    assert date.fromisoformat(item["facts_checked_on"]) < date.fromisoformat(item["review_on"])
    assert set(item["rests_on"]) <= known
    assert set(item.get("nations", [])) <= NATIONS


def test_every_authority_is_cited_and_has_an_official_address():
    listed = [*law.ITEMS, *training.ENTRIES, *glossary.TERMS]
    cited = {key for item in [*DATED, *listed] for key in item["rests_on"]}
    hosts = {
        "www.local.gov.uk",
        "www.skillsforcare.org.uk",
        "www.legislation.gov.uk",
        "www.gov.uk",
        "www.modernslavery.gov.uk",
        "www.modernslaveryhelpline.org",
        "www.samaritans.org",
    }
    assert {authority["key"] for authority in AUTHORITIES} == cited
    assert {authority["key"] for authority in AUTHORITIES if not authority["url"]} == WITHOUT_ADDRESS
    for authority in AUTHORITIES:
        if authority["url"]:
            assert urlsplit(authority["url"]).scheme == "https"
            assert urlsplit(authority["url"]).netloc in hosts
        assert set(authority["nations"]) <= NATIONS
        assert authority["kind"] in {"act_section", "guidance", "statistic", "service", "list"}
        date.fromisoformat(authority["checked_on"])


def test_keys_and_slugs_are_unique():
    for items in (AUTHORITIES, QUESTIONS):
        assert len({item["key"] for item in items}) == len(items)
    slugs = [item["slug"] for item in [*LESSONS, *ALL_PAGES, *SECTIONS]]
    assert len(set(slugs)) == len(slugs)
    assert all(re.fullmatch(r"[a-z0-9-]+", slug) for slug in slugs)


def test_related_pages_exist():
    slugs = {page["slug"] for page in ALL_PAGES}
    assert {slug for page in PAGES for slug in page["related"]} <= slugs
    assert HOME["keeping_right_page"] in slugs


@pytest.mark.parametrize("item", [*MODULES, *LESSONS, *ALL_PAGES, *SECTIONS], ids=named)
def test_what_a_shared_screen_shows_is_neutral(item):
    shown = f"{item.get('neutral_title') or item['title']} {item['slug']}".lower()
    assert [word for word in LOUD if word in shown] == []


@pytest.mark.parametrize("item", WITH_BODY, ids=named)
def test_blocks_hold_only_what_the_editor_allows(item):
    for kind, value in item["body"]:
        if kind == "rich_text":
            assert tags_in(value) <= TEXT_TAGS
            assert "<h2>" not in value[1:], "a heading begins a block of its own"
        elif kind == "image":
            assert value["illustration"] in ILLUSTRATIONS
            assert 0 < len(value["alt"]) <= 400
            assert len(value["caption"]) <= 300
        elif kind == "callout":
            assert value["kind"] in {"info", "caution", "danger", "success"}
            assert tags_in(value["text"]) <= SHORT_TAGS
        elif kind == "key_facts":
            assert all(tags_in(fact) <= {"p", "b", "a"} for fact in value["facts"])
        else:
            assert kind == "scenario"
            assert len(value["question"]) <= 250
            assert tags_in(value["situation"]) <= SHORT_TAGS
            assert all(tags_in(choice["feedback"]) <= SHORT_TAGS for choice in value["choices"])
            assert all(len(choice["label"]) <= 250 for choice in value["choices"])


@pytest.mark.parametrize("question", QUESTIONS, ids=named)
def test_a_question_has_feedback_on_every_option_and_a_fitting_key(question):
    right = [option for option in question["options"] if option["correct"]]
    assert len(question["options"]) == 4
    assert all(option["feedback"] and len(option["text"]) <= 400 for option in question["options"])
    assert len(right) == 1 if question["kind"] == "single" else 2 <= len(right) < len(question["options"])
    assert "Choose all that apply" not in question["text"]  # the page says so beside the options


@pytest.mark.parametrize("question", QUESTIONS, ids=named)
def test_feedback_never_quotes_an_option(question):
    told = [question["feedback"], *(option["feedback"] for option in question["options"])]
    for option in question["options"]:
        assert not [text for text in told if option["text"].lower() in text.lower()]
        assert "right answer" not in option["feedback"].lower()
        assert "correct" not in option["feedback"].lower()


@pytest.mark.parametrize("question", QUESTIONS, ids=named)
def test_a_question_points_at_a_heading_of_a_lesson(question):
    lesson = next(lesson for lesson in LESSONS if lesson["slug"] == question["review_lesson"])
    for hint in question["review_hint"].split("; "):
        assert hint in headings_of(lesson)


@pytest.mark.parametrize("quiz", [t1_questions, t2_questions], ids=["t1", "t2"])
def test_length_and_place_do_not_give_the_key_away(quiz):
    singles = [question["options"] for question in quiz.QUESTIONS if question["kind"] == "single"]
    longest = [max(options, key=lambda option: len(option["text"]))["correct"] for options in singles]
    shortest = [min(options, key=lambda option: len(option["text"]))["correct"] for options in singles]
    places = {[option["correct"] for option in options].index(True) for options in singles}
    assert sum(longest) <= len(singles) / 2
    assert sum(shortest) <= len(singles) / 2
    assert places == {0, 1, 2, 3}


@pytest.mark.parametrize(("quiz", "count", "pass_mark"), QUIZZES, ids=["t1", "t2"])
def test_a_quiz_asks_its_questions_and_says_how_many_are_needed(quiz, count, pass_mark):
    assert quiz.QUIZ["questions"] == [question["key"] for question in quiz.QUESTIONS]
    assert (len(quiz.QUESTIONS), quiz.QUIZ["pass_mark"], quiz.QUIZ["attempts"]) == (count, pass_mark, 3)


def test_three_questions_of_the_first_quiz_have_more_than_one_right_answer():
    assert [question["kind"] for question in t1_questions.QUESTIONS].count("multiple") == 3


@pytest.mark.parametrize("item", [*WITH_BODY, *QUESTIONS, *MODULES, HOME], ids=named)
def test_wording_is_current_and_calm(item):
    text = re.sub(r"<[^>]+>", " ", " ".join(strings(item)))
    for stale in ("45 days", "but cannot prove", "objective factors", "endorsed by the"):
        assert stale not in text
    assert "!" not in text
    assert not re.search(r"\bplease\b", text, re.IGNORECASE)
    for sentence in re.split(r"(?<=[.?])\s", text):
        if "5 working days" in sentence:
            assert "target" in sentence or item.get("key") == "decisions"
    assert not re.search(r"\bMS1\b", text) or "historic" in text or "former name" in text
