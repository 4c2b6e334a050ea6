"""Marks inside a text that code hosts read, and this site shows or reads in another way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from markdown.extensions.attr_list import get_attrs_and_remainder

from ..model.page import Slip
from ..text.hidden import without_code_spans

if TYPE_CHECKING:
    from markdown_it.token import Token

    from .body import Body

_ANY = re.compile(r"[\\{:]|\[[\^ xX]")
"""What stands in a text that has such a mark."""
_FOOTNOTE = re.compile(r"(?<!\\)\[\^(?P<label>[^\]\s]{1,60})\]")
_EMOJI = re.compile(r"(?<![\w:]):(?P<name>[a-z0-9_+-]+):(?![\w:])")
_BOX = re.compile(r"\[[ xX]\](?=\s)")
_ESCAPE = re.compile(r"\\(?P<sign>[!-/:-@\[-`{-~])")
_LINE_END = re.compile(r"(?<!\\)(?:\\\\)*\\(?=\n)")
_BRACES = re.compile(r" \{(?P<inside>[^{}\n]+)\} *$")
_BEHIND = re.compile(r"(?<=[*_)`\]])\{(?P<inside>[^{}\n]+)\}")
_NAME = re.compile(r"[a-z]+(?:[_ ][a-z]+)*", re.IGNORECASE)
_SWITCHES = frozenset(
    {"download", "hidden", "inert", "open", "reversed", "markdown", "controls", "loop", "muted"}
)
"""Attributes that need no value."""

ESCAPED = frozenset("\\`*_{}[]()>#+-.!|~")
"""The signs that the site's converter reads a backslash before."""


def find(tokens: list[Token], body: Body) -> Iterator[Slip]:
    """Yield every such mark on a page, from the tokens of its parser."""
    footnotes: set[str] = set()
    for index, token in enumerate(tokens):
        if token.type != "inline" or not token.map or not _ANY.search(token.content):
            continue
        text = without_code_spans(token.content)
        line = token.map[0]
        for match in _FOOTNOTE.finditer(text):
            if match["label"] not in footnotes:
                footnotes.add(match["label"])
                yield Slip("footnote", match[0], body.place(line, match[0]))
        for match in _EMOJI.finditer(text):
            if sign := _emoji(match[0]):
                yield Slip("emoji", f"{match[0]} {sign}", body.place(line, match[0]))
        if index > 1 and tokens[index - 2].type == "list_item_open" and (box := _BOX.match(text)):
            yield Slip("box", box[0], body.place(line, box[0]))
        yield from _backslashes(text, line, body)
        yield from _braces(text, tokens[index - 1].type, line, body)


def _backslashes(text: str, line: int, body: Body) -> Iterator[Slip]:
    """Yield backslashes that are shown; those in an address are of its path."""
    plain = re.sub(r"\]\([^()\n]*\)", "", text)
    for match in _ESCAPE.finditer(plain):
        if match["sign"] not in ESCAPED:
            yield Slip("backslash", match[0], body.place(line, match[0]))
    for match in _LINE_END.finditer(text):
        at = line + text.count("\n", 0, match.start())
        yield Slip("backslash", "\\", body.place(at, "\\"))


def _braces(text: str, above: str, line: int, body: Body) -> Iterator[Slip]:
    """Yield placeholders in braces where the converter takes them for attributes."""
    found = list(_BEHIND.finditer(text))
    if above in ("heading_open", "th_open", "td_open", "dt_open"):
        found += _BRACES.finditer(text)
    for match in found:
        attributes, _ = get_attrs_and_remainder(match["inside"].lstrip(":"))
        written, inside = match[0].strip(), match["inside"].strip()
        if _NAME.fullmatch(inside) and not _SWITCHES & {name for name, _ in attributes}:
            yield Slip("braces", written, body.place(line, written))


@cache
def _emoji(shortcode: str) -> str:
    """Return the emoji that a code host shows for a shortcode, or nothing."""
    from pymdownx.gemoji_db import aliases, emoji  # a big table, wanted on hardly any page

    entry = emoji.get(aliases.get(shortcode, shortcode), {})
    points = entry.get("unicode_alt") or entry.get("unicode") or ""
    return "".join(chr(int(each, 16)) for each in points.split("-")) if points else ""
