"""Which files of style and script a block needs: a page loads those of the blocks it has."""

from __future__ import annotations

from ..assets import ADDRESS
from ..blocks.registry import BLOCKS
from ..model.library import Library
from ..model.page import Fence


def assets_of(fence: Fence, library: Library, path: str = "") -> list[str]:
    """Return the files that a fence on the page ``path`` needs, as paths on a site, styles first.

    The script of a kind of question is loaded by the question itself; to name it early saves a
    round trip.
    """
    found = BLOCKS[fence.kind].assets(library, path, fence)
    return [f"{ADDRESS}/{each}" for each in dict.fromkeys(found)]
