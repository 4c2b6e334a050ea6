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
from markdown.util import ETX, HTML_PLACEHOLDER_RE, STX

from ..blocks.glossary.view import HOLDER
from ..blocks.overview.view import is_introduced
from ..model.library import Library
from .renderer import Renderer

PRIORITY = 28

AFTER_TOC = 4
"""Behind `toc` (5), which adds the marks."""

PART = "module-part"
"""The class of what stands below a heading of a module; see blocks/overview/parts.js."""


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
        md.treeprocessors.register(_Parts(md, self), "parts", AFTER_TOC - 1)

    @property
    def is_in_parts(self) -> bool:
        """Whether the page that is converted is a module, so that its parts can be folded."""
        page = self.renderer.library.pages.get(self.page)
        return bool(page and is_introduced(page) and page.fences_of("overview"))


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


class _Parts(Treeprocessor):
    """Puts what stands below each heading of a module into an element of its own.

    The headings stay where they are. So do the previews of terms, at the end: they are shown over
    the page, which nothing inside a folded part is.
    """

    def __init__(self, md: Markdown, extension: FenceExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        if not self.extension.is_in_parts:
            return
        part: Element | None = None
        for each in list(root):
            if each.tag == "h2":
                part = Element("div", {"class": PART})
                root.insert(list(root).index(each) + 1, part)
            elif part is not None and not self._are_previews(each):
                root.remove(each)
                part.append(each)

    def _are_previews(self, element: Element) -> bool:
        found = HTML_PLACEHOLDER_RE.fullmatch(element.text or "")
        html = str(self.md.htmlStash.rawHtmlBlocks[int(found[1])]) if found else ""
        return html.startswith(HOLDER)
