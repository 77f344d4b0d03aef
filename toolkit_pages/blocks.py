"""The blocks a toolkit page is made of."""

from lms.design_system.blocks import BODY_BLOCKS

PAGE_BLOCKS = [*BODY_BLOCKS]
