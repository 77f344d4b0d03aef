"""A review in a browser: three agencies answer, differ and settle; the gaps become an action and an assignment."""

import pytest
from playwright.sync_api import expect

from courses.models import Assignment
from tests.browser import PHONE
from tests.conftest import member
from tests.factories.checklist import ChecklistItemFactory, ChecklistThemeFactory, helps_with
from tests.factories.courses import module_of
from tests.factories.people import OrganisationFactory
from tests.factories.reviews import PartnershipFactory, answer, ask, checklist, closed_review
from toolkit_pages.domain.reviewing import open_review
from toolkit_pages.models import Action, ReviewAnswer, ReviewItem

WIDE = {"width": 1280, "height": 900}
AGREEMENT, TRAINING = "A signed agreement covers every agency", "Everyone who meets the public has done tier 2"


@pytest.fixture
def agencies(site, haverley):
    """Haverley Police, which leads, a hospital and a charity."""
    hospital = OrganisationFactory(name="Harbour Hospital", kind="health")
    charity = OrganisationFactory(name="The Lantern", kind="charity")
    haverley.refresh_from_db()
    PartnershipFactory(name="Exampleshire Partnership", members=[haverley, hospital, charity])
    return haverley, hospital, charity


@pytest.fixture
def people(agencies, bob):
    """Bob, who leads training at the police, and one person of each other agency."""
    _police, hospital, charity = agencies
    return bob, member("Henry", hospital), member("Lena", charity)


@pytest.fixture
def items(site):
    """Two themes of one item each; training closes the second gap."""
    first = ChecklistThemeFactory(title="Information sharing", slug="sharing", order=1)
    second = ChecklistThemeFactory(title="Workforce training", slug="training", order=2)
    module = module_of(1, title="T2 Responding safely", slug="t2")
    ChecklistItemFactory(theme=first, title=AGREEMENT, risk=3)
    ChecklistItemFactory(theme=second, title=TRAINING, risk=2, helps=[helps_with(module=module)])


@pytest.fixture
def clean(axe):
    """Assert that axe finds nothing at either width, and that the page does not scroll sideways."""

    def check(page):
        for size in (WIDE, PHONE):
            page.set_viewport_size(size)
            axe(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
        page.set_viewport_size(WIDE)

    return check


def choose(page, item, level):
    """Choose a level of the item with this title."""
    page.get_by_role("group", name=item).get_by_label(level, exact=True).check()


def open_and_ask(page, people, clean):
    """From the navigation to an open review with everybody asked."""
    page.goto("/my-training/")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Reviews").click()
    page.get_by_role("link", name="Open a review").click()
    page.get_by_label("Name", exact=True).fill("Spring review")
    clean(page)
    page.get_by_role("button", name="Open the review").click()
    page.get_by_label("E-mail addresses").fill("\n".join(person.email for person in people))
    clean(page)
    page.get_by_role("button", name="Ask them").click()
    expect(page.get_by_text("3 people are asked.")).to_be_visible()


def answer_both(page, first, second):
    """Answer both themes, and say so."""
    page.goto("/reviews/")
    page.get_by_role("link", name="Spring review").click()
    page.get_by_role("link", name="Information sharing").click()
    choose(page, AGREEMENT, first)
    page.get_by_role("button", name="Save and go to theme 2").click()
    choose(page, TRAINING, second)
    page.get_by_role("button", name="Save and go to the review").click()
    expect(page.get_by_text("1 of 1 answered").first).to_be_visible()
    page.get_by_role("button", name="I have finished").click()
    expect(page.get_by_text("Your coordinator sees that you have finished.")).to_be_visible()


def settle_and_close(page, clean):
    """Stop the answers, settle the one difference, and close."""
    page.goto("/reviews/")
    page.get_by_role("link", name="Spring review").click()
    clean(page)
    page.get_by_role("button", name="Stop answers and settle").click()
    expect(page.get_by_text("1 difference is still to be settled.")).to_be_visible()
    clean(page)
    page.get_by_label("Started", exact=True).check()
    page.get_by_role("button", name="Settle").click()
    expect(page.get_by_role("alert").first).to_contain_text("Say how the difference was settled")
    expect(page.get_by_label("Started", exact=True)).to_be_checked()
    page.get_by_label("How it was settled").fill("Two of three have signed a draft")
    page.get_by_role("button", name="Settle").click()
    page.get_by_role("link", name="Go on to close the review").click()
    clean(page)
    page.get_by_role("button", name="Close the review").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your result and plan")


def plan(page, owner, clean):
    """Make an action of the first gap."""
    page.locator("li", has_text=AGREEMENT).get_by_role("link", name="Make an action").click()
    page.get_by_label("What will be done?").fill("Sign the agreement at the June meeting")
    page.get_by_label("Owner’s e-mail").fill(owner.email)
    for part, typed in zip(("Day", "Month", "Year"), ("30", "6", "2126"), strict=True):
        page.get_by_label(part, exact=True).fill(typed)
    clean(page)
    page.get_by_role("button", name="Plan the action").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign the agreement at the June meeting")


def test_a_review_by_three_agencies_leads_to_a_plan_and_an_assignment(new_context, sign_in, clean, dana, people, items):
    bob, henry, lena = people
    coordinator = sign_in(new_context(viewport=WIDE).new_page(), dana)
    open_and_ask(coordinator, people, clean)
    levels = {bob: ("Started", "Started"), henry: ("Not started", "Started"), lena: ("Started", "Started")}
    for person, size in ((bob, WIDE), (henry, PHONE), (lena, WIDE)):
        answer_both(sign_in(new_context(viewport=size).new_page(), person), *levels[person])
    settle_and_close(coordinator, clean)
    expect(coordinator.locator(".lead")).to_contain_text("0 of 2 items are mostly in place or embedded.")
    clean(coordinator)
    plan(coordinator, henry, clean)
    clean(coordinator)
    assert list(ReviewItem.objects.values_list("level", "note")) == [(1, "Two of three have signed a draft"), (1, "")]

    owner = sign_in(new_context(viewport=PHONE).new_page(), henry)
    owner.goto("/actions/")
    clean(owner)
    owner.get_by_role("link", name="Sign the agreement at the June meeting").click()
    owner.get_by_label("Under way").check()
    owner.get_by_label("Note (optional)").fill("On the agenda")
    owner.get_by_role("button", name="Save").click()
    expect(owner.get_by_text("On the agenda")).to_be_visible()
    assert Action.objects.get().status == "under_way"

    lead = sign_in(new_context(viewport=WIDE).new_page(), bob)
    lead.goto("/reviews/")
    lead.get_by_role("link", name="Spring review").click()
    lead.get_by_role("link", name="See the result and plan").click()
    lead.get_by_role("link", name="Assign T2 Responding safely").click()
    expect(lead.get_by_label("T2 Responding safely")).to_be_checked()
    clean(lead)
    lead.get_by_role("button", name="Go on to people and date").click()
    reason = f"From the review of Exampleshire Partnership: {TRAINING}."
    expect(lead.get_by_label("Reason people see (optional)")).to_have_value(reason)
    assert Assignment.objects.get().module.slug == "t2"


def test_the_other_pages_are_clean_at_both_widths(new_context, sign_in, clean, dana, people, agencies):
    partnership = agencies[0].partnerships.get().partnership
    checklist(2)
    closed = closed_review(dana, partnership=partnership, levels=[0, 1])
    review = open_review(dana, title="Spring review", partnership=partnership, sharing="members")
    [first, second, _third] = ask(review, *people)
    answer(first, [0, 1])
    answer(second, [0, 2])
    page = sign_in(new_context(viewport=WIDE).new_page(), dana)
    for path in ("gaps/", "print/", "reopen/", f"themes/{closed.items.first().theme.slug}/", "differences/?show=all"):
        page.goto(f"/reviews/{closed.uuid}/{path}")
        clean(page)
    page.goto("/actions/?whose=all&state=late")
    clean(page)
    answering = sign_in(new_context(viewport=WIDE).new_page(), people[0])
    for path in (f"themes/{closed.items.first().theme.slug}/", "differences/", ""):
        answering.goto(f"/reviews/{review.uuid}/{path}")
        clean(answering)


def test_an_interrupted_answer_is_kept(new_context, sign_in, dana, people, items, agencies):
    review = open_review(dana, title="Spring review", partnership=agencies[0].partnerships.get().partnership)
    ask(review, *people)
    page = sign_in(new_context(viewport=PHONE).new_page(), people[1])
    page.goto(f"/reviews/{review.uuid}/themes/sharing/")
    choose(page, AGREEMENT, "Embedded")
    expect(page.locator("[data-autosave-state]")).to_contain_text("Close this page whenever you like.")
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        choose(page, AGREEMENT, "Started")
    page.goto(f"/reviews/{review.uuid}/themes/sharing/")
    expect(page.get_by_role("group", name=AGREEMENT).get_by_label("Started", exact=True)).to_be_checked()


def tab_to(page, place):
    """Press Tab until the place has the focus."""
    for _press in range(60):
        page.keyboard.press("Tab")
        if place.evaluate("node => node === document.activeElement"):
            return
    raise AssertionError(f"Tab does not reach {place}")


def test_a_theme_is_answered_by_keyboard_alone(new_context, sign_in, dana, people, items, agencies):
    review = open_review(dana, title="Spring review", partnership=agencies[0].partnerships.get().partnership)
    ask(review, *people)
    page = sign_in(new_context(viewport=WIDE).new_page(), people[1])
    page.goto(f"/reviews/{review.uuid}/themes/sharing/")
    group = page.get_by_role("group", name=AGREEMENT)
    tab_to(page, group.get_by_label("Not started", exact=True))
    page.keyboard.press("ArrowDown")
    expect(group.get_by_label("Started", exact=True)).to_be_checked()
    tab_to(page, group.locator("summary", has_text="Add evidence, owner and review date"))
    page.keyboard.press("Enter")
    tab_to(page, group.get_by_label("Evidence"))
    page.keyboard.type("Minutes of May")
    tab_to(page, page.get_by_role("button", name="Save and go to theme 2"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Workforce training")
    assert list(ReviewAnswer.objects.values_list("level", "evidence")) == [(1, "Minutes of May")]


def test_answering_works_without_scripts(new_context, sign_in, dana, people, items, agencies):
    review = open_review(dana, title="Spring review", partnership=agencies[0].partnerships.get().partnership)
    ask(review, *people)
    page = sign_in(new_context(java_script_enabled=False, viewport=PHONE).new_page(), people[1])
    answer_both(page, "Embedded", "Not applicable")
    assert review.answerers.exclude(finished_at=None).get().user == people[1]


def test_a_review_opened_by_mistake_is_deleted(new_context, sign_in, clean, dana, people, items):
    page = sign_in(new_context(viewport=WIDE).new_page(), dana)
    open_and_ask(page, people, clean)
    page.get_by_role("link", name="Spring review").click()
    page.get_by_role("link", name="Delete the review").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Delete “Spring review”?")
    expect(page.get_by_text("Henry Example, Harbour Hospital")).to_be_visible()
    clean(page)
    page.get_by_role("button", name="Delete the review").click()
    expect(page.get_by_text("The review “Spring review” is deleted.")).to_be_visible()
    expect(page.get_by_role("heading", name="No review yet")).to_be_visible()
