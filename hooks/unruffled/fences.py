"""Find fences in Markdown lines: the one place that knows their form.

Used by loading (places, checks) and by rendering, so that both see the same fences.
A fence is what CommonMark says: at least three backticks or tildes, closed by at
least as many of the same, so an example inside a longer fence is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .model.page import Fence

KINDS = frozenset({"quiz", "phrases", "overview", "sources", "organisation"})
"""The words after the backticks that the core fills."""

_OPENING = re.compile(r"^(?P<indent>[ \t]*)(?P<mark>`{3,}|~{3,})[ \t]*(?P<info>[^`]*)$")


def find(lines: Sequence[str]) -> Iterator[Fence]:
    """Yield the fences of our kinds in ``lines`` (without line ends), in order."""
    index = 0
    while index < len(lines):
        opening = _OPENING.match(lines[index])
        if not opening:
            index += 1
            continue
        end = _closing(lines, index, opening["mark"])
        words = opening["info"].split()
        if words and words[0] in KINDS:
            stop = len(lines) if end is None else end
            yield Fence(
                kind=words[0],
                body="\n".join(lines[index + 1 : stop]).strip(),
                start=index,
                end=stop if end is None else stop + 1,
                indented=bool(opening["indent"]),
                closed=end is not None,
            )
        index = (len(lines) if end is None else end) + 1


def _closing(lines: Sequence[str], start: int, mark: str) -> int | None:
    closing = re.compile(rf"^[ \t]*{re.escape(mark[0])}{{{len(mark)},}}[ \t]*$")
    return next((i for i in range(start + 1, len(lines)) if closing.match(lines[i])), None)
