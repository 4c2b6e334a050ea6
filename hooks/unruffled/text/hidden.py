"""What of a page's Markdown is no text of it: comments, and code.

Loading and rendering both take comments out here, so that nothing in one is shown or counted.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from . import commonmark

_HINT = re.compile(r"<!--|<(?:pre|script|style|textarea)\b|^(?: {4}|\t)[ \t]*(?:```|~~~)", re.I)
_VERBATIM = re.compile(r"\s*<(?:pre|script|style|textarea)(?=[\s>])", re.IGNORECASE)
_MARK = re.compile(r"(?P<escape>\\)?(?:(?P<ticks>`+)|<!--(?P<empty>-?>)?)")
_BLANK = re.compile(r"\n[ \t>]*(?=\n)")

MOST_OPEN = 3
"""So many comments that are not closed are told of a page; then the rest is left as it is."""


@dataclass(frozen=True)
class Visible:
    """A page without its comments: its lines, which of them are code, where comments stay open.

    ``code`` holds indexes of lines in indented code, `<pre>`, `<script>` and the like, but not
    in fences. ``still_open`` are lines of comments that do not end, or not before another begins.
    """

    lines: list[str]
    code: frozenset[int] = frozenset()
    still_open: tuple[int, ...] = ()


class _Mark(NamedTuple):
    """Code between backticks, or a comment: where it begins and ends (-1: it does not)."""

    comment: bool
    start: int
    end: int


def visible(lines: Sequence[str]) -> Visible:
    """Return ``lines`` without comments; a line that held nothing else stays, and is empty.

    The mark of a comment that is not closed is taken away, and what follows it is text.
    """
    if not any(map(_HINT.search, lines)):
        return Visible(list(lines))
    still_open: list[int] = []
    text, at = "\n".join(lines), 0
    while at >= 0 and len(still_open) < MOST_OPEN:
        text, at = _without_comments(text, frozenset().union(*_code(text)))
        if at >= 0:
            still_open.append(text.count("\n", 0, at))
            text = text[:at] + text[at + len("<!--") :]
    return Visible(text.split("\n"), _code(text)[0], tuple(still_open))


def without_code_spans(text: str) -> str:
    """Return ``text`` with spaces in place of what stands between backticks."""
    if "`" not in text:
        return text
    parts, position = [], 0
    for mark in _marks(text, text):
        if not mark.comment:
            blank = re.sub(r"[^\n]", " ", text[mark.start : mark.end])
            parts += [text[position : mark.start], blank]
            position = mark.end
    return "".join([*parts, text[position:]])


def code_lines(text: str) -> frozenset[int]:
    """Return the indexes of lines that are code, in fences or not."""
    return frozenset().union(*_code(text))


def _code(text: str) -> tuple[frozenset[int], frozenset[int]]:
    """Return the indexes of lines that are code, and of those in fences."""
    code: set[int] = set()
    fenced: set[int] = set()
    for token in commonmark.parse(text):
        if token.map and token.type == "fence":
            fenced.update(range(*token.map))
        elif token.map and (
            token.type == "code_block"
            or (token.type == "html_block" and _VERBATIM.match(token.content))
        ):
            code.update(range(*token.map))
    return frozenset(code), frozenset(fenced)


def _without_comments(text: str, code: frozenset[int]) -> tuple[str, int]:
    """Take comments out up to the first that is not closed; return where that is now, or -1."""
    lines = text.split("\n")
    shown = "\n".join(" " * len(line) if i in code else line for i, line in enumerate(lines))
    parts: list[str] = []
    position = 0
    for _, start, end in (mark for mark in _marks(shown, text) if mark.comment):
        parts.append(text[position:start])
        if end < 0 or "<!--" in text[start + 4 : end]:
            return "".join(parts) + text[start:], sum(map(len, parts))
        line = text[text.rfind("\n", 0, start) + 1 : start]
        parts.append("\n" * text.count("\n", start, end))
        position = end
        # What follows on the line must not become code, for being indented so much.
        while not line.strip(" \t>") and text[position : position + 1] in (" ", "\t"):
            position += 1
    return "".join([*parts, text[position:]]), -1


def _marks(shown: str, text: str) -> Iterator[_Mark]:
    """Yield code spans and comments in their order; ``shown`` is ``text`` without other code."""
    blank = [match.start() for match in _BLANK.finditer(shown)]
    runs: dict[int, list[int]] = {}
    for match in re.finditer("`+", shown):
        runs.setdefault(len(match[0]), []).append(match.start())
    position = 0
    for match in _MARK.finditer(shown):
        start, ticks = match.end() - len(match["ticks"] or ""), match["ticks"]
        if match.start() < position or match["escape"]:
            continue
        if not ticks:
            closing = text.find("-->", match.end())
            end = match.end() if match["empty"] else closing + 3 if closing >= 0 else -1
            yield _Mark(True, match.start(), end)
            position = end if end >= 0 else match.end()
            continue
        same = runs[len(ticks)]
        later = bisect_right(same, start)
        edge = bisect_left(blank, start)
        if later < len(same) and (edge == len(blank) or same[later] < blank[edge]):
            position = same[later] + len(ticks)
            yield _Mark(False, start, position)
