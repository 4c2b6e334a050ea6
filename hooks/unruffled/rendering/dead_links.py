"""Links to what a handbook leaves out of the one that it is built on: their words stay, as text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from urllib.parse import unquote

from ..blocks.registry import anchors_of
from ..model.library import Library
from ..model.page import Link, Page
from ..text.hidden import code_lines
from ..text.urls import resolve, split

GONE = "unruffled:gone"
"""Stands in the address of a link until it is taken out of the finished HTML of a block."""

_ANCHOR = re.compile(
    rf'<a\b[^>]*\bhref="{GONE}[^"]*"[^>]*>(?P<words>.*?)</a>', re.DOTALL | re.IGNORECASE
)
_LABEL = r"\[(?P<words>(?:[^\[\]\\\n]|\\.|\[[^\[\]\n]*\]|\n(?!\n))*)\]"
_TITLE = r"""(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'))?"""
_BRACES = r"(?:[ \t]*\{[^}\n]*\})?"


def without_dead_links(library: Library, path: str, lines: Sequence[str]) -> list[str]:
    """Return the lines of a page with text in place of links that lead nowhere any more.

    A link to a heading that an own page does not have leads to the page.
    """
    page = library.pages.get(path) if library.is_overlay else None
    changes = dict(_changes(library, page)) if page else {}
    if not changes:
        return list(lines)
    code = code_lines("\n".join(lines))
    result: list[str] = []
    for is_code, group in groupby(enumerate(lines), lambda each: each[0] in code):
        part = [line for _, line in group]
        result += part if is_code else _changed("\n".join(part), changes).split("\n")
    return result


def address_of(library: Library, address: Callable[[str, str], str]) -> Callable[[str, str], str]:
    """Return what makes links from page to page, as ``address`` does; ``GONE`` for those that
    lead to no page any more."""
    if not library.is_overlay:
        return address

    def made(target: str, page: str) -> str:
        path, rest = split(target)
        if path.endswith(".md") and _is_dead(library, path):
            return GONE
        return address(path if _lacks(library, path, rest) else target, page)

    return made


def without_anchors(html: str) -> str:
    """Return the HTML of a block with text in place of links to ``GONE``."""
    return _ANCHOR.sub(lambda match: match["words"], html) if GONE in html else html


def _changes(library: Library, page: Page) -> Iterator[tuple[str, str | None]]:
    """Yield each target as it is written, with the one to write in its place, or none."""
    foreign = page.generated or page.path in library.below
    for link in page.links:
        target = _target(link, page)
        if not target or link.html:
            continue
        path, rest = split(target)
        if f"docs/{path}" in library.gone or (foreign and _is_dead(library, path)):
            yield link.target, None
        elif foreign and _lacks(library, path, rest):
            yield link.target, split(link.target)[0]


def _target(link: Link, page: Page) -> str:
    """Return where a link inside the site leads; empty for any other."""
    path, rest = split(link.target)
    inside = path and ":" not in path and not path.startswith("/")
    return f"{resolve(unquote(path), page.path)}{rest}" if inside else ""


def _is_dead(library: Library, path: str) -> bool:
    there = path in library.pages or path in library.files
    return path.endswith(".md") and not there


def _lacks(library: Library, path: str, rest: str) -> bool:
    """Whether an own page lacks the place that something else leads to."""
    page = library.pages.get(path) if rest.startswith("#") else None
    if page is None or page.generated or path in library.below:
        return False
    return unquote(rest[1:]) not in anchors_of(page, library)


def _changed(text: str, changes: Mapping[str, str | None]) -> str:
    for target, instead in changes.items():
        written = rf"\([ \t]*<?{re.escape(target)}>?{_TITLE}[ \t]*\)"
        if instead is None:
            text = re.sub(f"!{_LABEL}{written}{_BRACES}", "", text)
            text = re.sub(f"{_LABEL}{written}{_BRACES}", lambda match: match["words"], text)
        else:
            text = re.sub(rf"\]{written}", f"]({instead})", text)
    return text
