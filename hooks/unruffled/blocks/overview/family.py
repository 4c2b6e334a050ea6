"""What stands at the head of a module."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.library import Library
from ...model.page import Fence
from ..base import Block, Family, Need
from .view import is_introduced, overview_on


def _looked(library: Library, path: str, fence: Fence) -> Iterator[str]:
    page = library.pages.get(path)
    if page and page.meta.reviewed:
        yield "browser/dom/looked.js"


FAMILY = Family(
    blocks=(
        Block(
            "overview",
            overview_on,
            need=Need("`summary` and `objectives`", is_introduced),
            styles=("parts.css",),
            scripts=("parts.js",),
            more=_looked,
        ),
    )
)
