"""The desk: the guide to the cards, a card, the finder, and what we do not say."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.card import Card
from ...model.library import Library
from ...model.page import Fence
from ..base import Block, Family, Pages, Room, of_item, of_library
from ..made import AFTER, CARD, GUIDE, SEQUENCE
from ..voice.view import aloud_script
from .data import DESK_DATA, desk_json
from .pages import desk_pages
from .view import card_values, finder_pages, finder_values, guide_values

COPIED = "browser/styles/copying.css"


def _of_card(library: Library, path: str, fence: Fence) -> Iterator[str]:
    card = library.cards.get(fence.body)
    if card and card.is_long:
        yield "danger-card.css"
    yield "card.js"
    yield from aloud_script(library)
    if card and card.reviewed:
        yield "browser/dom/looked.js"


def _finding(library: Library, path: str, fence: Fence) -> Iterator[str]:
    """All of the finder where it is what the page is for; else its field, until it is used."""
    yield "finder.js" if path in finder_pages(library) else "finder-later.js"


FAMILY = Family(
    blocks=(
        Block(
            "card",
            of_item(card_values),
            content=Card,
            most=1,
            files=("organisation.yml",),
            styles=("desk.css", "card.css", COPIED),
            more=_of_card,
            room=Room.CALLS,
        ),
        Block(
            "finder",
            lambda context, _: finder_values(context.library, context.path),
            styles=("finder.css", COPIED),
            more=_finding,
        ),
        Block(
            "guide",
            of_library(guide_values),
            styles=("desk.css", "guide.css"),
            room=Room.CALLS,
        ),
        Block("unsaid"),
    ),
    pages=(Pages(desk_pages, (GUIDE, CARD, SEQUENCE, AFTER)),),
    data={DESK_DATA: desk_json},
)
