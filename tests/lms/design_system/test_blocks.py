"""What an editor may put into a text: images say what they show, and videos come from allowed sites only."""

import pytest
from django.conf import settings
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.rich_text import features

from lms.design_system.blocks import BODY_BLOCKS, ImageBlock, VideoBlock
from lms.design_system.blocks.text import SHORT_FEATURES, TEXT_FEATURES
from tests.factories.toolkit import AuthorityFactory, DocumentFactory, ImageFactory, ToolkitPageFactory


def video(url):
    """A video block's value with this address."""
    block = VideoBlock()
    value = {"title": "A film", "file": None, "captions": None, "embed_url": url, "transcript": "<p>Words</p>"}
    return block.clean(block.to_python(value))


@pytest.fixture
def image(db):
    return ImageFactory()


@pytest.mark.parametrize(("alt", "decorative"), [("", False), ("   ", False)])
def test_an_image_without_a_description_is_refused(image, alt, decorative):
    block = ImageBlock()
    value = block.to_python({"image": image.pk, "alt": alt, "decorative": decorative, "caption": ""})
    with pytest.raises(StructBlockValidationError) as refused:
        block.clean(value)
    assert refused.value.block_errors.keys() == {"alt"}


@pytest.mark.parametrize(("alt", "decorative"), [("A street at night", False), ("", True)])
def test_an_image_is_described_or_only_decorates(image, alt, decorative):
    block = ImageBlock()
    cleaned = block.clean(block.to_python({"image": image.pk, "alt": alt, "decorative": decorative, "caption": ""}))
    assert (cleaned["alt"], cleaned["decorative"]) == (alt, decorative)


@pytest.mark.parametrize("host", settings.VIDEO_HOSTS)
def test_a_video_on_an_allowed_site_may_be_linked(host):
    assert video(f"https://{host}/film")["embed_url"] == f"https://{host}/film"


@pytest.mark.parametrize(
    "url",
    [
        "https://films.example.org/1",
        "https://www.youtube.com.example.org/1",
        "https://www.youtube.com@example.org/1",
        "https://example.org/www.youtube.com",
        "https://example.org/?https://www.youtube.com/",
    ],
)
def test_a_video_on_any_other_site_is_refused(url):
    with pytest.raises(StructBlockValidationError) as refused:
        video(url)
    assert refused.value.block_errors.keys() == {"embed_url"}


def test_nothing_of_another_site_can_be_put_into_a_text():
    assert settings.WAGTAILEMBEDS_FINDERS == []
    assert "embed" not in {*TEXT_FEATURES, *SHORT_FEATURES}
    assert "raw_html" not in dict(BODY_BLOCKS)
    assert {*TEXT_FEATURES} <= set(features.get_editor_plugin.__self__.plugins_by_editor["draftail"])


@pytest.mark.parametrize(
    ("value", "drawn"),
    [("0800 000 000", "<p>0800 000 000</p>"), ("A force\nA council", "<ul><li>A force</li><li>A council</li></ul>")],
)
def test_a_number_or_list_is_drawn_as_it_is_now(client, home, value, drawn):
    authority = AuthorityFactory(title="First responders", value="Old words")
    page = ToolkitPageFactory(body=[("authority", {"authority": authority, "note": "Only these may refer."})])
    authority.value = value
    authority.save()
    html = client.get(page.get_url()).content.decode()
    assert drawn in html
    assert "Only these may refer." in html


def test_a_block_whose_authority_is_gone_is_not_drawn(client, home):
    authority = AuthorityFactory(title="First responders")
    page = ToolkitPageFactory(body=[("authority", {"authority": authority, "note": "Only these may refer."})])
    authority.delete()
    answer = client.get(page.get_url())
    assert (answer.status_code, "Only these may refer." in answer.content.decode()) == (200, False)


def test_a_block_whose_document_is_gone_is_not_drawn(client, home):
    document = DocumentFactory(title="Agenda")
    body = [
        ("rich_text", "<p>Bring it along.</p>"),
        ("download", {"document": document, "title": "The agenda", "description": "Two pages."}),
    ]
    page = ToolkitPageFactory(body=body)
    assert "Two pages." in client.get(page.get_url()).content.decode()
    document.delete()
    html = client.get(page.get_url()).content.decode()
    assert [words in html for words in ("Bring it along.", "The agenda", "Two pages.")] == [True, False, False]


def test_a_block_whose_image_is_gone_is_not_drawn(client, home, image):
    picture = {"image": image, "alt": "A street at night", "decorative": False, "caption": "The quayside"}
    page = ToolkitPageFactory(body=[("rich_text", "<p>Look around.</p>"), ("image", picture)])
    assert "A street at night" in client.get(page.get_url()).content.decode()
    image.delete()
    html = client.get(page.get_url()).content.decode()
    assert [words in html for words in ("Look around.", "A street at night", "The quayside")] == [True, False, False]


def test_a_video_whose_file_is_gone_leaves_its_transcript_and_no_link_to_nowhere(client, home):
    film = DocumentFactory(title="A film", name="film.mp4")
    value = {"title": "A film", "file": film, "captions": None, "embed_url": "", "transcript": "<p>Every word.</p>"}
    page = ToolkitPageFactory(body=[("video", value)])
    film.delete()
    html = client.get(page.get_url()).content.decode()
    assert [words in html for words in ("Every word.", "on another site", 'href=""')] == [True, False, False]
