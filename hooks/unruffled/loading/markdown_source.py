"""Markdown page → ``Page``: front matter, headings, links, fences, each with its place.

Headings and links are found by a CommonMark parser, whose tokens know their lines;
the site itself is converted by Python-Markdown. Both agree on what is used here, and
the crawl over the built site would show it if they did not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markdown.extensions.toc import slugify, unique
from markdown_it import MarkdownIt
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin

from .. import fences
from ..model.page import FrontMatter, Heading, Link, Page
from ..problems import Place, Problem, problem
from .validate import validate
from .yaml_source import Source, read_yaml

if TYPE_CHECKING:
    from markdown_it.token import Token

_PARSER = MarkdownIt("commonmark").enable("table").use(admon_plugin).use(deflist_plugin)
# Every link is to be seen as its author wrote it; what it may lead to is for the checks to say.
_PARSER.validateLink = lambda url: True  # type: ignore[method-assign]
_PARSER.normalizeLink = lambda url: url  # type: ignore[method-assign]
_EXPLICIT_ID = re.compile(r"\s*\{:?[^}]*#(?P<id>[\w:.-]+)[^}]*\}\s*$")
_HTML_ID = re.compile(r"""\bid=["']?(?P<id>[^"'\s>]+)""")
_TO_WRITE = "(to write)"


@dataclass
class _Body:
    path: str
    lines: list[str]
    above: int

    def place(self, line: int, needle: str = "") -> Place:
        """Return where ``needle`` first stands at or below ``line`` (an index of lines)."""
        for index in range(line, min(line + 60, len(self.lines))):
            column = self.lines[index].find(needle)
            if needle and column >= 0:
                return Place(self.path, index + 1 + self.above, column + 1)
        return Place(self.path, line + 1 + self.above, 1)


def read_page(path: str, text: str) -> tuple[Page, list[Problem]]:
    """Read the page ``path`` (relative to the project's root, below docs/)."""
    meta, above, problems = _front_matter(path, text)
    lines = text.split("\n")[above:]
    body = _Body(path, lines, above)
    tokens = _PARSER.parse("\n".join(lines))
    headings = tuple(_headings(tokens, body))
    anchors = {heading.slug for heading in headings}
    anchors |= {match["id"] for line in lines for match in _HTML_ID.finditer(line)}
    found = tuple((fence, body.place(fence.start)) for fence in fences.find(lines))
    return Page(
        path=path.removeprefix("docs/"),
        meta=meta,
        headings=headings,
        links=tuple(_links(tokens, body)),
        fences=found,
        misspelt=tuple((f.kind, body.place(f.start, f.kind)) for f in fences.misspelt(lines)),
        anchors=frozenset(anchors),
        words=_count_words(tokens),
        to_write=tuple(
            body.place(index, _TO_WRITE)
            for index, line in enumerate(lines)
            if line.lstrip("> *-:").startswith(_TO_WRITE)
        ),
        place=Place(path),
    ), problems


def _front_matter(path: str, text: str) -> tuple[FrontMatter, int, list[Problem]]:
    """Return the front matter, the number of lines it takes, and its faults."""
    lines = text.split("\n")
    if not lines or lines[0].rstrip() != "---":
        return FrontMatter(), 0, []
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), None)
    if end is None:
        return (
            FrontMatter(),
            0,
            [problem("MD108", Place(path), "the front matter that begins here is not closed")],
        )
    block = "\n".join(lines[1:end])
    if not block.strip():
        return FrontMatter(), end + 1, []
    data, problems = read_yaml(block, Source(path, lines_above=1))
    if data is None:
        return FrontMatter(), end + 1, problems
    meta, faults = validate(FrontMatter, data)
    return meta, end + 1, problems + faults


def _headings(tokens: list[Token], body: _Body) -> list[Heading]:
    used: set[str] = set()
    found = []
    for index, token in enumerate(tokens):
        if token.type != "heading_open":
            continue
        text = _plain(tokens[index + 1])
        explicit = _EXPLICIT_ID.search(text)
        text = text[: explicit.start()] if explicit else text
        slug = explicit["id"] if explicit else unique(slugify(text, "-"), used)
        used.add(slug)
        level = int(token.tag[1])
        found.append(Heading(level, text, slug, body.place(token.map[0] if token.map else 0)))
    return found


def _plain(inline: Token) -> str:
    return "".join(
        child.content for child in inline.children or () if child.type in ("text", "code_inline")
    )


def _links(tokens: list[Token], body: _Body) -> list[Link]:
    found = []
    for token in tokens:
        for child in token.children or ():
            attribute = {"link_open": "href", "image": "src"}.get(child.type)
            if attribute is None:
                continue
            target = str(child.attrs.get(attribute, ""))
            place = body.place(token.map[0] if token.map else 0, target)
            found.append(Link(target, place, picture=child.type == "image"))
    return found


def _count_words(tokens: list[Token]) -> int:
    return sum(len(_plain(token).split()) for token in tokens if token.type == "inline")
