"""Tables of phrases: one, or several as one."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.library import Library
from ...model.page import Fence, Page
from ...model.phrases import PhraseTable
from ..base import Block, Family, Pages, Room
from ..made import PHRASEBOOK, TABLE
from ..voice.view import aloud_script
from .view import phrase_anchor, phrase_pages, phrases_values


def _rows(library: Library, page: Page, fence: Fence) -> Iterator[str]:
    tables = (library.phrases[name] for name in fence.names if name in library.phrases)
    yield from (phrase_anchor(table.id, each.id) for table in tables for each in table.phrases)


FAMILY = Family(
    blocks=(
        Block(
            "phrases",
            phrases_values,
            content=PhraseTable,
            most=None,
            noun="phrase table",
            styles=("browser/styles/filters.css", "phrases.css", "browser/styles/copying.css"),
            scripts=("phrases.js",),
            more=aloud_script,
            anchors=_rows,
            room=Room.WORDS,
        ),
    ),
    pages=(Pages(phrase_pages, (PHRASEBOOK, TABLE)),),
)
