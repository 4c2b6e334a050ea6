"""HTML that an author writes into a page: its tags with their lines, ids and links.

Read with a parser of HTML over the page with its code left out, so that whatever a browser would
fetch is found, also where a parser of Markdown sees code or text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from markdown import Markdown
from markdown_it.common import html_re

from ..model.page import Link, Slip
from ..text.hidden import without_code_spans
from . import css

if TYPE_CHECKING:
    from markdown_it.token import Token

    from ..problems import Place
    from .body import Body

FETCHED = frozenset(
    {
        *("src", "poster", "data", "background", "action", "formaction", "ping", "href"),
        *("xlink:href", "archive", "codebase", "classid", "manifest", "lowsrc", "dynsrc"),
    }
)
"""Attributes whose address a browser asks for, or sends to, beside those of plain links."""

SETS = frozenset({"srcset", "imagesrcset"})

NAMING = frozenset(
    {
        *("canonical", "alternate", "author", "license", "help", "me", "bookmark", "next", "prev"),
        *("search", "tag", "external", "nofollow", "noopener", "noreferrer"),
    }
)
"""What a `<link>` can be, by its `rel`, without that a browser fetches it."""

BLOCKS = frozenset(Markdown().block_level_elements) - {"hr"} | {"svg"}
"""Elements whose inside the converter leaves as it is, up to their end."""

VERBATIM = frozenset({"svg", "math", "pre", "script", "style", "textarea"})
"""Elements in which nothing is meant for Markdown."""

_TAG = re.compile(f"{html_re.open_tag}|{html_re.close_tag}")
_LOOSE = re.compile(r"</?[a-zA-Z][^<>]*>")
_REFRESH = re.compile(r"url\s*=\s*[\"']?(?P<url>[^\"']*)", re.IGNORECASE)
_QUOTED_ADDRESS = re.compile(r"""["'`](?P<url>(?:https?:)?//[\w\[][^"'`\s]*)["'`]""")
_A_HANDLER = re.compile(r"on[a-z]+")
_A_SCRIPT = re.compile(r"^$|module|javascript|ecmascript", re.IGNORECASE)


@dataclass
class Element:
    """An element that may hold blocks: its tag as written, its first and its last line.

    ``is_read`` says whether what stands in it is read as Markdown: it has the word `markdown`, and
    so have those around it. In one that is ``verbatim``, nothing is meant for Markdown.
    """

    tag: str
    written: str
    line: int
    is_read: bool
    verbatim: bool
    outer: Element | None
    end: int | None = None


@dataclass(frozen=True)
class RawHtml:
    """What HTML holds: links, ids, and the elements that hold blocks, in order."""

    links: tuple[Link, ...]
    ids: frozenset[str]
    elements: tuple[Element, ...]
    inline: tuple[Slip, ...] = ()
    """Scripts, handlers and styles that stand in the page."""


def read(lines: list[str], tokens: Iterable[Token], body: Body) -> RawHtml:
    """Read the HTML of a page without comments; ``body`` knows the places of its lines."""
    if not any("<" in line for line in lines):
        return RawHtml((), frozenset(), ())
    tokens = list(tokens)
    fenced = _lines_of(tokens, "fence")
    indented = _lines_of(tokens, "code_block")
    found = _read(lines, fenced | indented, body)
    # Inside an element, what is indented is no code.
    raw = {line for each in found.elements for line in range(each.line, each.end or len(lines))}
    if indented & raw:
        found = _read(lines, fenced | (indented - raw), body)
    return RawHtml(
        tuple(found.links), frozenset(found.ids), tuple(found.elements), tuple(found.inline)
    )


def _lines_of(tokens: Iterable[Token], kind: str) -> set[int]:
    return {line for each in tokens if each.type == kind and each.map for line in range(*each.map)}


def _read(lines: list[str], code: set[int], body: Body) -> _Reader:
    text = "\n".join("" if index in code else line for index, line in enumerate(lines))
    reader = _Reader(body)
    reader.feed(_only_tags(without_code_spans(text)))
    reader.close()
    return reader


def _only_tags(text: str) -> str:
    """Return ``text`` with a space for each `<` that begins no tag, for Markdown or a browser."""
    parts, position = [], 0
    for match in re.finditer("<", text):
        if match.start() >= position:
            tag = _TAG.match(text, match.start()) or _LOOSE.match(text, match.start())
            parts += [text[position : match.start()], tag[0] if tag else " "]
            position = tag.end() if tag else match.end()
    return "".join([*parts, text[position:]])


class _Reader(HTMLParser):
    """Gathers links, ids and elements."""

    def __init__(self, body: Body, line: int = 0) -> None:
        super().__init__()
        self.body = body
        self.first = line
        self.links: list[Link] = []
        self.ids: set[str] = set()
        self.elements: list[Element] = []
        self.inline: list[Slip] = []
        self._open: list[Element] = []
        self._style = self._script = False

    @property
    def _line(self) -> int:
        return self.first + self.getpos()[0] - 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in reversed(attrs)}
        written = self.get_starttag_text() or ""
        self._style = tag == "style"
        self._script = tag == "script" and bool(_A_SCRIPT.search(given.get("type", "")))
        named = ("id", "name") if tag == "a" else ("id",)
        self.ids |= {given[name] for name in named if name in given}
        place = self.body.place(self._line, written.split("\n")[0])
        self.links += links_of(tag, given, place)
        self.inline += inline_of(given, place)
        if self._style or (self._script and "src" not in given):
            self.inline.append(Slip(f"inline-{tag}", f"<{tag}>", place))
        for inner in _documents(given):
            reader = _Reader(self.body, self._line)
            reader.feed(_only_tags(inner))
            self.links += reader.links
            self.inline += reader.inline
        if tag in BLOCKS:
            self._begin(tag, written, given.get("markdown", "0") not in ("0", "off"))

    def _begin(self, tag: str, written: str, marked: bool) -> None:
        outer = self._open[-1] if self._open else None
        is_read = marked and (outer is None or outer.is_read)
        verbatim = tag in VERBATIM or bool(outer and outer.verbatim)
        element = Element(tag, written, self._line, is_read, verbatim, outer)
        self.elements.append(element)
        self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag in BLOCKS:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if any(each.tag == tag for each in self._open):
            while (element := self._open.pop()).tag != tag:
                element.end = self._line
            element.end = self._line
        self._style = self._script = False

    def handle_data(self, data: str) -> None:
        if self._style:
            self._take(css.addresses(data), "style")
        elif self._script:
            self._take((match["url"] for match in _QUOTED_ADDRESS.finditer(data)), "script")

    def _take(self, targets: Iterable[str], tag: str) -> None:
        for target in targets:
            place = self.body.place(self._line, target)
            self.links.append(Link(target, place, picture=True, html=tag))


def _documents(given: dict[str, str]) -> Iterator[str]:
    """Yield the whole documents that stand in attributes."""
    if "srcdoc" in given:
        yield given["srcdoc"]


def inline_of(given: Iterable[str], place: Place) -> Iterator[Slip]:
    """Yield the handlers and styles among the attributes of one tag."""
    for name in given:
        if name == "style":
            yield Slip("inline-style", "style=", place)
        elif _A_HANDLER.fullmatch(name):
            yield Slip("inline-script", f"{name}=", place)


def links_of(tag: str, given: dict[str, str], place: Place) -> Iterator[Link]:
    """Yield the links of one tag with the attributes ``given``; ``picture`` if it is fetched."""
    wordless = tag == "img" and "alt" not in given
    for name, value in given.items():
        for target, fetched in _targets(tag, name, value, given):
            if target:
                yield Link(target, place, fetched, wordless and name == "src", html=tag)


def _targets(tag: str, name: str, value: str, given: dict[str, str]) -> Iterator[tuple[str, bool]]:
    """Yield the addresses in one attribute, each with whether a browser asks for it by itself."""
    value = value.strip()
    if name in SETS:
        yield from ((each, True) for each in css.candidates(value))
    elif name == "style" or "url(" in value.casefold():
        yield from ((each, True) for each in css.addresses(value))
    elif tag == "meta" and name == "content":
        if given.get("http-equiv", "").strip().casefold() == "refresh":
            yield from ((match["url"].strip(), True) for match in _REFRESH.finditer(value))
    elif name in ("href", "xlink:href") and tag in ("a", "area"):
        yield value, False
    elif name == "href" and tag == "link":
        kinds = set(given.get("rel", "").casefold().split())
        yield value, not kinds or not kinds <= NAMING
    elif name == "ping":
        yield from ((each, True) for each in value.split())
    elif name in FETCHED and (name != "data" or tag == "object"):
        yield value, True
