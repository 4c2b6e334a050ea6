"""The Python-Markdown extension that puts rendered fences into a page.

It stashes finished HTML, so that the converter neither parses nor wraps it. The
priority lies between the preprocessor that normalises white space (30) and the one
that takes fences for code (25).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX

from ..model.library import Library
from .renderer import Renderer

PRIORITY = 28

AFTER_TOC = 4
"""Behind `toc` (5), which adds the marks."""


class FenceExtension(Extension):
    """Renders our fences on the page named by ``page`` (set before each conversion)."""

    def __init__(self, renderer: Renderer) -> None:
        super().__init__()
        self.renderer = renderer
        self.page = ""

    @contextmanager
    def asking(self, library: Library) -> Iterator[None]:
        """Render with another Library meanwhile: one that notes what it is asked for."""
        own = self.renderer
        self.renderer = replace(own, library=library)
        try:
            yield
        finally:
            self.renderer = own

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the preprocessor; called by Python-Markdown."""
        md.preprocessors.register(_Fences(md, self), "unruffled", PRIORITY)
        md.treeprocessors.register(_QuietMarks(md), "quiet marks", AFTER_TOC)


class _Fences(Preprocessor):
    def __init__(self, md: Markdown, extension: FenceExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, lines: list[str]) -> list[str]:
        return self.extension.renderer.page(self.extension.page, lines, self._keep)

    def _keep(self, html: str) -> str:
        """Stash a block; an author's text must not pass for a placeholder of the converter."""
        return self.md.htmlStash.store(html.replace(STX, "").replace(ETX, ""))


class _QuietMarks(Treeprocessor):
    """Keeps the mark behind each heading from being read aloud as a part of it.

    It is for a mouse: whoever comes by keyboard has the same addresses in the list of contents.
    """

    def run(self, root: Element) -> None:
        for mark in root.iter("a"):
            if mark.get("class") == "headerlink":
                mark.set("aria-hidden", "true")
                mark.set("tabindex", "-1")
