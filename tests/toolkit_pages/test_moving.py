"""A page that is moved or gets a new address is still found at its old one, and so is what lies below it."""

from tests.factories.toolkit import ToolkitIndexPageFactory, ToolkitPageFactory


def test_a_new_address_is_led_to_from_the_old_one(client, home, django_capture_on_commit_callbacks):
    page = ToolkitPageFactory(slug="old-name")
    below = ToolkitPageFactory(parent=page, slug="below")
    old, old_below = page.get_url(), below.get_url()
    page.slug = "new-name"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    answer = client.get(old)
    assert (old, answer.status_code, answer["Location"]) == ("/old-name/", 301, "/new-name/")
    below.refresh_from_db()
    assert client.get(old_below)["Location"].endswith("/new-name/below/")


def test_a_page_moved_to_another_section_is_led_to(client, home):
    here, there = ToolkitIndexPageFactory(slug="here"), ToolkitIndexPageFactory(slug="there")
    page = ToolkitPageFactory(parent=here, slug="plan")
    old = page.get_url()
    page.move(there, pos="last-child")
    answer = client.get(old)
    assert (answer.status_code, answer["Location"].endswith("/there/plan/")) == (301, True)


def test_a_page_that_was_never_there_is_not_found(client, home):
    assert client.get("/never/").status_code == 404
