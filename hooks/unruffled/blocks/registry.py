"""The blocks of this package: one folder each, or one for a family, and no list of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..found import import_all
from ..model.library import Library
from ..model.page import Page
from .base import Block, Family

FAMILIES: Mapping[str, Family] = {
    module.__name__.split(".")[-2]: module.FAMILY for module in import_all("blocks/*/family.py")
}
"""What each folder has, by its name, in the order of names."""


def _blocks() -> Iterator[tuple[str, Block]]:
    seen: dict[str, str] = {}
    for home, family in FAMILIES.items():
        for block in family.blocks:
            if block.word in seen:
                words = f"blocks/{seen[block.word]} and blocks/{home} both fill ```{block.word}"
                raise ValueError(words)
            seen[block.word] = home
            yield block.word, replace(block, home=home)


BLOCKS: Mapping[str, Block] = dict(_blocks())
"""Every block by its word."""

WORDS = frozenset(BLOCKS)
"""The words after the backticks that the core fills."""


NAMED = {word: block.content for word, block in BLOCKS.items() if block.content}
"""The words of fences that name things, with the model of what they name."""


def anchors_of(page: Page, library: Library) -> frozenset[str]:
    """Return every id that a link to ``page`` may name."""
    given = (
        name
        for fence, _ in page.fences
        for name in BLOCKS[fence.kind].anchors(library, page, fence)
    )
    return page.anchors.union(given)
