"""Blocks that set something apart: a callout, key facts, a scenario whose answers open one by one."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from lms.design_system.blocks.text import CITING, SHORT_FEATURES


class CalloutBlock(blocks.StructBlock):
    """A short note of one of four kinds."""

    kind = blocks.ChoiceBlock(
        choices=[
            ("info", _("Information")),
            ("caution", _("Take care")),
            ("danger", _("Danger")),
            ("success", _("Good practice")),
        ],
        default="info",
    )
    title = blocks.CharBlock(max_length=120, required=False)
    text = blocks.RichTextBlock(features=SHORT_FEATURES)

    class Meta:
        template = "blocks/callout.html"
        icon = "info-circle"
        label = _("Callout")


class KeyFactsBlock(blocks.StructBlock):
    """What to remember, as a short list."""

    title = blocks.CharBlock(max_length=80, default=_("Remember"))
    facts = blocks.ListBlock(blocks.RichTextBlock(features=["bold", "link", *CITING]), min_num=1)

    class Meta:
        template = "blocks/key_facts.html"
        icon = "list-ul"
        label = _("Key facts")


class ScenarioChoiceBlock(blocks.StructBlock):
    """Something a person might do, and what would follow."""

    label = blocks.CharBlock(max_length=250)
    feedback = blocks.RichTextBlock(features=SHORT_FEATURES)


class ScenarioBlock(blocks.StructBlock):
    """A made-up situation with choices whose feedback opens one by one, without JavaScript."""

    title = blocks.CharBlock(max_length=120)
    situation = blocks.RichTextBlock(features=SHORT_FEATURES)
    question = blocks.CharBlock(max_length=250)
    choices = blocks.ListBlock(ScenarioChoiceBlock(), min_num=2)

    class Meta:
        template = "blocks/scenario.html"
        icon = "help"
        label = _("Scenario")
