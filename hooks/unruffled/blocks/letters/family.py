"""Letters: one, before and after, and the list of all."""

from __future__ import annotations

from ...model.letter import Letter
from ..base import Block, Family, Pages, of_item, of_library
from ..made import LETTER, LETTERS
from .view import letter_pages, letter_values, list_values

FAMILY = Family(
    blocks=(
        Block(
            "letter",
            of_item(letter_values),
            content=Letter,
            most=1,
            styles=("letter.css", "browser/styles/copying.css"),
            scripts=("letter.js",),
        ),
        Block("letters", of_library(list_values)),
    ),
    pages=(Pages(letter_pages, (LETTERS, LETTER)),),
)
