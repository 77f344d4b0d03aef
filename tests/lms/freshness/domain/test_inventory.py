"""Every kind of content that is looked after has its owner and its review date in the form it is edited with."""

import pytest
from wagtail.models import Page

from lms.freshness.domain.inventory import kinds


def fields_of(model):
    """The fields of the form that editors change this kind of content with."""
    if issubclass(model, Page):
        return model.get_edit_handler().get_form_options()["fields"]
    if hasattr(model, "snippet_viewset"):
        return model.snippet_viewset._edit_handler.get_form_options()["fields"]
    return model.admin_form_fields


@pytest.mark.parametrize("model", kinds(), ids=lambda model: model.__name__)
def test_an_editor_can_say_who_looks_after_it_and_when_it_is_read_again(model):
    assert {"content_owner", "review_on"} <= set(fields_of(model))
