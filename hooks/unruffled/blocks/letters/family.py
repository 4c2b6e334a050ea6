"""Letters: one, before and after, and the list of all."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.letter import Letter
from ...model.library import Library
from ...model.page import Fence, Page
from ..base import Block, Family, Pages, of_item, of_library
from ..made import LETTER, LETTERS
from .view import letter_pages, letter_values, list_values


def _written(library: Library, page: Page, fence: Fence) -> Iterator[str]:
    """The better letter: in the weak one are words that nobody is to write."""
    letter = library.letters.get(fence.body.strip())
    yield from (each.write for each in letter.after) if letter else ()


FAMILY = Family(
    blocks=(
        Block(
            "letter",
            of_item(letter_values),
            content=Letter,
            most=1,
            styles=("letter.css", "browser/styles/copying.css"),
            scripts=("letter.js",),
            said=_written,
        ),
        Block("letters", of_library(list_values)),
    ),
    pages=(Pages(letter_pages, (LETTERS, LETTER)),),
)
