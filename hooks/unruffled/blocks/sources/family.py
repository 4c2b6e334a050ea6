"""The sources of a page, and the page of the evidence."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.library import Library
from ...model.page import Fence, Page
from ...model.reference import reference_anchor
from ..base import Block, Family, Need, Pages
from ..made import EVIDENCE
from .view import reference_pages, sources_values


def _cited(library: Library, page: Page, fence: Fence) -> Iterator[str]:
    yield from (reference_anchor(name) for name in page.meta.evidence)


def _described(library: Library, page: Page, fence: Fence) -> Iterator[str]:
    cited = (library.reference_by_id.get(name) for name in page.meta.evidence)
    yield from (f"{each.authors} {each.year} {each.title}" for each in cited if each)


FAMILY = Family(
    blocks=(
        Block(
            "sources",
            sources_values,
            need=Need("`evidence`", lambda page: bool(page.meta.evidence)),
            files=("references.yml",),
            anchors=_cited,
            said=_described,
        ),
    ),
    pages=(Pages(reference_pages, (EVIDENCE,)),),
)
