"""What is too much of a page for a converter: a text of one piece, and lists within lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..catalogue import declare
from ..model.base import MOST
from ..problems import Place, Problem, problem

declare(
    "MD113",
    meaning="A paragraph is too long.",
    cure="Divide it by blank lines: a reader needs them, and so does the program.",
)

MOST_HTML = 20_000
"""The most characters of a piece of HTML, such as a drawing."""

MOST_LEVELS = 20
"""The most lists and quotations within one another, where each takes a mark of its own."""

_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})")
_ITEM = re.compile(r"[ \t]*(?:[-*+|>:#]|[0-9]{1,9}[.)]|<[a-z/!])")
_MARKS = re.compile(r"(?:[ \t]*(?:>|[-*+](?=[ \t])|[0-9]{1,9}[.)](?=[ \t])))+")
_MARK = re.compile(r">|[-*+]|[0-9]+[.)]")
_INDENT = 4
"""Columns by which a list within a list stands further in."""


KEPT = 200
"""How many characters are read of a text that is too long."""


def without_excess(text: str, path: str) -> tuple[str, list[Problem]]:
    """Return a page without what would take a converter minutes, or more levels than it has.

    A text that is too long keeps its beginning. What stands in a fence is shown as it is.
    """
    lines = text.split("\n")
    problems = []
    for start, block in [*_blocks(lines, _first(lines))]:
        length = sum(map(len, block)) + len(block) - 1
        most = MOST_HTML if block[0].lstrip().startswith("<") else MOST
        if length > most:
            cause = f"this paragraph has {length} characters, at most {most} are read"
            problems.append(problem("MD113", Place(path, start + 1), cause, _DIVIDE))
            lines[start : start + len(block)] = [block[0][:KEPT], *[""] * (len(block) - 1)]
            continue
        for index in range(start, start + len(block)):
            if _levels(lines[index]) <= MOST_LEVELS:
                continue
            cause = f"lists or quotations stand in one another here, more than {MOST_LEVELS} deep"
            if not any(each.code == "YA113" for each in problems):
                problems.append(problem("YA113", Place(path, index + 1), cause, _OUT))
            lines[index] = lines[index].lstrip(" \t>-*+.)0123456789")
    return "\n".join(lines), problems


def _first(lines: Sequence[str]) -> int:
    """Return where the page begins, below its front matter."""
    if lines[0].rstrip() != "---":
        return 0
    ends = (i for i in range(1, len(lines)) if lines[i].rstrip() in ("---", "..."))
    return next(ends, -1) + 1


def _levels(line: str) -> int:
    """Return how many lists and quotations a line may stand in."""
    marks = _MARKS.match(line)
    if not marks:
        return 0
    return len(_MARK.findall(marks[0])) + (len(line) - len(line.lstrip())) // _INDENT


_DIVIDE = "Divide it by blank lines, or remove what is not meant to be read."
_OUT = "Remove the marks at the beginning of the line that are too many."


def _blocks(lines: Sequence[str], first: int) -> Iterator[tuple[int, list[str]]]:
    """Yield each piece of text that is converted as one, with the index of its first line."""
    block: list[str] = []
    start = first
    fence = ""
    for index, line in enumerate([*lines[first:], ""], first):
        mark = _FENCE.match(line)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
        ends = bool(fence or mark or not line.strip() or _ITEM.match(line))
        if ends and block:
            yield start, block
            block = []
        if not fence and not mark and line.strip():
            start = start if block else index
            block.append(line)
