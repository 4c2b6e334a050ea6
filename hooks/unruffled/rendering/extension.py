"""The Python-Markdown extension that puts rendered fences into a page.

It stashes finished HTML, so that the converter neither parses nor wraps it. The
priority lies between the preprocessor that normalises white space (30) and the one
that takes fences for code (25).
"""

from __future__ import annotations

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.util import ETX, STX

from .renderer import Renderer

PRIORITY = 28


class FenceExtension(Extension):
    """Renders our fences on the page named by ``page`` (set before each conversion)."""

    def __init__(self, renderer: Renderer) -> None:
        super().__init__()
        self.renderer = renderer
        self.page = ""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the preprocessor; called by Python-Markdown."""
        md.preprocessors.register(_Fences(md, self), "unruffled", PRIORITY)


class _Fences(Preprocessor):
    def __init__(self, md: Markdown, extension: FenceExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, lines: list[str]) -> list[str]:
        return self.extension.renderer.page(self.extension.page, lines, self._keep)

    def _keep(self, html: str) -> str:
        """Stash a block; an author's text must not pass for a placeholder of the converter."""
        return self.md.htmlStash.store(html.replace(STX, "").replace(ETX, ""))
