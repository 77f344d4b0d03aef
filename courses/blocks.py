"""The blocks a lesson's body is made of."""

from lms.design_system.blocks import BODY_BLOCKS

LESSON_BLOCKS = [*BODY_BLOCKS]
