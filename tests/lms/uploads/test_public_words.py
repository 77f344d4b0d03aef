"""The words of documents that anybody may have: whose they are, which come first, and how many an index can hold."""

import pytest
from wagtail.models import Collection, CollectionViewRestriction

from lms.uploads.domain.public_words import (
    MOST_TO_FIND,
    first_public_texts,
    public_texts,
    within_index,
    words_to_find,
)
from lms.uploads.models import DocumentText
from tests.factories.toolkit import DocumentFactory


def with_words(text, *, is_public=True, **fields):
    document = DocumentFactory(**fields)
    DocumentText.objects.create(document=document, state="read", text=text, is_public=is_public)
    return document.pk


@pytest.mark.django_db
def test_words_are_private_the_moment_their_collection_is():
    members = Collection.get_first_root_node().add_child(name="Members")
    inner = members.add_child(name="Board")
    open_to_all, within, hidden = (
        with_words("one"),
        with_words("two", collection=inner),
        with_words("3", is_public=False),
    )
    assert public_texts([open_to_all, within, hidden]) == {open_to_all: "one", within: "two"}
    CollectionViewRestriction.objects.create(collection=members, restriction_type="login")
    assert public_texts([open_to_all, within, hidden]) == {open_to_all: "one"}
    assert words_to_find([within, open_to_all]) == "one"


@pytest.mark.django_db
def test_the_first_format_that_has_words_speaks_for_all():
    silent, second, third = with_words(""), with_words("second"), with_words("third")
    choices = {7: [silent, second, third], 8: [third, second], 9: [silent], 10: []}
    assert first_public_texts(choices) == {7: "second", 8: "third"}


def test_words_said_again_cost_an_index_nothing_and_others_are_counted():
    assert within_index("housing officers meet " * 100_000) == "housing officers meet " * 100_000
    different = " ".join(f"word{number}" for number in range(200_000))
    kept = within_index(different)
    assert different.startswith(kept + " ")
    assert MOST_TO_FIND / 2 < len(kept) < MOST_TO_FIND
