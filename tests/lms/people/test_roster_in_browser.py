"""A lead imports a list with mistakes, mends it and applies it, in Chromium at both widths."""

import pytest

from lms.people.models import Membership
from tests.browser import PHONE
from tests.factories.people import OrganisationFactory

LINES = ["E-mail,Name,Unit", "new@police.example.org,New Person,", "gwen.police.example.org,Gwen Pryce,Wset"]
MENDED = [LINES[0], LINES[1], "gwen@police.example.org,Gwen Pryce,West"]


@pytest.mark.parametrize("width", [1280, PHONE["width"]])
def test_a_list_with_mistakes_is_mended_and_applied(new_context, sign_in, axe, bob, haverley, tmp_path, width):
    OrganisationFactory(parent=haverley, name="West")
    page = sign_in(new_context(viewport={"width": width, "height": 800}).new_page(), bob)
    file = tmp_path / "people.csv"

    def upload(lines: list[str]) -> None:
        file.write_text("\n".join(lines))
        page.goto("/people/import/")
        axe(page)
        page.get_by_label("List of people").set_input_files(file)
        page.get_by_label("Organisation or unit").select_option(label="Haverley Police")
        page.get_by_role("button", name="Upload the list").click()
        page.get_by_role("heading", name="Match the columns").wait_for()
        axe(page)
        page.get_by_role("button", name="Check the list").click()
        page.get_by_role("heading", name="Check before anything changes").wait_for()
        axe(page)

    upload(LINES)
    assert page.get_by_text("The e-mail is missing its @: gwen.police.example.org").is_visible()
    page.get_by_role("button", name="Upload a mended file").click()
    upload(MENDED)
    page.get_by_role("button", name="Apply 2 changes").click()
    page.get_by_role("heading", name="The list is imported").wait_for()
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert Membership.objects.get(organisation__name="West").user.email == "gwen@police.example.org"


@pytest.mark.parametrize(
    "path", ["/people/teams/", "/people/units/", "/people/invitations/send/", "/people/invitations/"]
)
def test_the_pages_about_people_have_no_fault_at_either_width(new_context, sign_in, axe, bob, alice, path):
    for width in (1280, PHONE["width"]):
        page = sign_in(new_context(viewport={"width": width, "height": 800}).new_page(), bob)
        page.goto(path)
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
