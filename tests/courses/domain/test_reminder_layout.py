"""The layout of reminders: the words of each person in their place, escaped, and nobody's in another's e-mail."""

from courses.domain.reminder_layout import laid_out
from courses.domain.reminder_words import Words

ROBIN = Words(
    subject="Your training is due on Friday 5 June",
    greeting="Hello Robin,",
    lead="T1 is due on Friday 5 June.",
    action="Begin",
    url="https://toolkit.example.org/learn/?a=1&b=2",
    paragraphs=["You get this because Haverley Council asks this training of you."],
    tell="On leave? Tell Bob Ashdown, your training lead:",
    lead_email="bob@example.org",
    small="Choose a new password: https://toolkit.example.org/reset/",
    organisation="Haverley Council",
)


def test_words_are_escaped_in_html_and_left_alone_in_text():
    text, html = laid_out(
        Words(
            subject="<b>S</b>",
            greeting="Hello <script>alert(1)</script>,",
            lead="Law & order",
            items=[("<i>T1</i>", 'https://toolkit.example.org/?a=1&"onclick="')],
            action="<u>Go</u>",
            url='https://toolkit.example.org/?a="><script>',
            paragraphs=["<img src=x>", "Here: https://toolkit.example.org/?a=1&b=2"],
            tell="Tell <Bob>",
            lead_email='"><b>@example.org',
            small="<small>",
            organisation="Smith & Sons",
        )
    )
    for raw in ("<script", "<b>", "<i>", "<u>", "<img", "<Bob>", "<small>", "Law & order", "Smith & Sons", '"onclick'):
        assert raw not in html
    assert "Hello &lt;script&gt;alert(1)&lt;/script&gt;," in html
    assert "Sent by Toolkit and Training for Smith &amp; Sons." in html
    assert '<a href="https://toolkit.example.org/?a=1&amp;b=2"' in html
    assert "Hello <script>alert(1)</script>,\n\nLaw & order\n" in text
    assert text.endswith("<small>\n\nToolkit and Training, for Smith & Sons\n")


def test_two_of_one_shape_get_their_own_words():
    first = laid_out(ROBIN)
    other = {**vars(ROBIN), "greeting": "Hello Sam,", "url": "https://toolkit.example.org/learn/t2/", "lead": "T2."}
    text, html = laid_out(Words(**other))
    assert "Robin" not in text + html
    assert "Hello Sam," in text and "Hello Sam," in html
    assert laid_out(ROBIN) == first


def test_a_word_that_looks_like_a_place_stays_as_it_is():
    text, html = laid_out(Words(**{**vars(ROBIN), "greeting": "Hello \ue000lead\ue000,"}))
    assert "Hello \ue000lead\ue000," in text
    assert "Hello \ue000lead\ue000," in html


def test_the_text_reads_as_it_is_written():
    assert laid_out(ROBIN)[0] == (
        "Hello Robin,\n\n"
        "T1 is due on Friday 5 June.\n\n"
        "Begin:\nhttps://toolkit.example.org/learn/?a=1&b=2\n\n"
        "You get this because Haverley Council asks this training of you.\n\n"
        "On leave? Tell Bob Ashdown, your training lead: bob@example.org\n\n"
        "Choose a new password: https://toolkit.example.org/reset/\n\n"
        "Toolkit and Training, for Haverley Council\n"
    )
