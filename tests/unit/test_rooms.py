"""What a page is for is told by its blocks: each says it, and no list of words does."""

from __future__ import annotations

from real import LIBRARY
from support import ROOT
from unruffled.blocks.base import Room
from unruffled.blocks.registry import BLOCKS, WORDS
from unruffled.publishing import rooms


def test_every_room_has_a_block() -> None:
    assert {block.room for block in BLOCKS.values()} == {None, *Room}


def test_what_sorts_the_pages_names_no_block() -> None:
    text = (ROOT / "hooks/unruffled/publishing/rooms.py").read_text(encoding="utf-8")
    named = {word for word in WORDS if f'"{word}"' in text}
    # Whether a page has a test is asked of its quiz; the templates have a mark of that name.
    assert named == {"quiz", "course"}


def test_a_page_is_sorted_by_the_blocks_on_it() -> None:
    found = rooms.rooms_of(LIBRARY)
    assert {"desk/index.md", "desk/shouting.md", "phrases/index.md"} <= found.calls
    assert {"course/record.md", "course/review.md", "course/index.md"} <= found.learning
    assert "course/index.md" in found.drawn
    assert "course/record.md" not in found.drawn
    assert {"index.md", "offline.md", "desk/index.md"} <= found.desk
    assert {"train/results.md", "train/rubric.md"} <= found.training
