"""Fences → HTML, through templates with autoescape."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from jinja2 import Environment

from ..blocks.context import PageContext
from ..blocks.course.stations import minutes
from ..blocks.environment import environment
from ..blocks.glossary.view import Previews
from ..blocks.made import GLOSSARY
from ..blocks.registry import BLOCKS, NAMED, WORDS
from ..loading import fences
from ..loading.leaving import left
from ..model.library import Library
from ..model.page import Fence, Page
from ..problems import Problem, by_file
from ..text import urls
from ..text.hidden import visible
from .assets import assets_of
from .dead_links import address_of, without_anchors, without_dead_links
from .fault_boxes import FaultBoxes


@dataclass(frozen=True)
class Renderer:
    """Renders the fences of one Library's pages.

    ``problems``, and those that the Library is told of, are shown in place of a block whose file
    has faults, so that a writer with a live preview sees them where the block would stand.
    ``address`` makes the link to a file from a page, both as paths under docs/, in the form that
    the engine wants.
    """

    library: Library
    problems: Sequence[Problem] = ()
    address: Callable[[str, str], str] = urls.relative
    reports: str = ""
    """Where faults in a question are reported: an address that a title is added to, or none."""
    env: Environment = field(default_factory=environment)

    @cached_property
    def _boxes(self) -> FaultBoxes:
        return FaultBoxes(self.library, by_file(self.problems), self.env)

    def page(self, path: str, lines: Sequence[str], keep: Callable[[str], str]) -> list[str]:
        """Replace the fences in ``lines`` of the page ``path`` (under docs/).

        ``keep`` turns a block's HTML into the line that stands for it: a placeholder for
        a Markdown converter, or the HTML itself.
        """
        result: list[str] = []
        shown: set[str] = set()
        previews = self._previews(path)
        position = 0
        readable = visible(lines)
        lines = without_dead_links(self.library, path, readable.lines)
        for number, fence in enumerate(fences.find(lines, WORDS, readable.code)):
            result += previews.mark(lines[position : fence.start])
            if fence.indented or not fence.closed:
                result += lines[fence.start : fence.end]
            else:
                html = self._fence(path, number, fence, shown)
                # A <div> around it: converters know that for a block and wrap no <p> about it.
                result += ["", keep(f'<div class="unruffled">{html}</div>') if html else "", ""]
            position = fence.end
        result += previews.mark(lines[position:])
        text = self.context(path).values["text"]
        glossary = self._address(self.library.path_of(GLOSSARY), path)
        meanings = previews.html(text, glossary, self.library.words)
        result += ["", keep(without_anchors(meanings)), ""] if meanings else []
        box = self._boxes.of_page(path)
        return [*([keep(f'<div class="unruffled">{box}</div>'), ""] if box else []), *result]

    def _fence(self, path: str, number: int, fence: Fence, shown: set[str]) -> str:
        """Return the HTML of a fence with what it needs; nothing where all of it is left out."""
        if wrong := self._boxes.of_fence(path, number, fence):
            return wrong
        kept = left(fence, self.library.gone, NAMED)
        return self._assets(path, kept, shown) + self.block(path, kept) if kept else ""

    def _previews(self, path: str) -> Previews:
        """What marks the terms on a page: those of the vocabulary, on the pages of modules."""
        page = self.library.pages.get(path)
        return Previews(self.library.vocabulary.terms if page and page.is_module else ())

    def block(self, path: str, fence: Fence) -> str:
        """Return the HTML of one fence on the page ``path``."""
        block = BLOCKS[fence.kind]
        if unread := block.unread(self.library, fence):
            return self._boxes.of_files(*unread)
        context = self.context(path)
        values = block.values(context, block.item(self.library, fence))
        if values is None:
            return self._boxes.of_files(*block.made_of(self.library, path, fence))
        return without_anchors(context.render(block.template_path, **values))

    def minutes(self, page: Page) -> tuple[int, int]:
        """Return the minutes for reading a module and for its quizzes."""
        return minutes(self.library, page)

    def context(self, path: str) -> PageContext:
        """Return what every view can use on the page ``path``."""
        return PageContext(self.library, path, self._address, self.reports, self.env)

    @cached_property
    def _address(self) -> Callable[[str, str], str]:
        return address_of(self.library, self.address)

    def _assets(self, path: str, fence: Fence, shown: set[str]) -> str:
        """Return the links to the style and scripts of a block, those that are not there yet."""
        new = [name for name in assets_of(fence, self.library, path) if name not in shown]
        shown.update(new)
        files = [(name, self.address(name, path)) for name in new]
        return self.env.get_template("rendering/assets.html").render(files=files) if files else ""


__all__ = ["Renderer"]
