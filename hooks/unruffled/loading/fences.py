"""Find fences in Markdown lines: the one place that knows their form.

Used by loading (places, checks) and by rendering, so that both see the same fences.
Whoever asks says which words are ours: this module lies below all blocks.
A fence is what CommonMark says: at least three backticks or tildes, closed by at
least as many of the same, so an example inside a longer fence is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches

from ..model.page import Fence

ALIKE = 0.75
"""How like one of our kinds a word must be to be taken for a slip of the pen (0 to 1)."""

_OPENING = re.compile(r"^(?P<indent>[ \t>]*)(?P<mark>`{3,}+|~{3,}+)[ \t]*+(?P<info>[^`]*)$")


def find(
    lines: Sequence[str], words: Collection[str], code: Collection[int] = ()
) -> Iterator[Fence]:
    """Yield the fences in ``lines`` (without line ends) with one of our ``words``, in order.

    None begins on a line of ``code``: indexes of lines in indented code, `<pre>` and the like.
    """
    return (found for found in _all(lines, words, code) if found.kind in words)


def misspelt(
    lines: Sequence[str], words: Collection[str], code: Collection[int] = ()
) -> Iterator[Fence]:
    """Yield the fences whose word is no kind of ours but very like one."""
    for found in _all(lines, words, code):
        if found.kind not in words and get_close_matches(found.kind, words, n=1, cutoff=ALIKE):
            yield found


def never_closed(
    lines: Sequence[str], words: Collection[str], code: Collection[int] = ()
) -> Iterator[Fence]:
    """Yield the fences of other kinds, such as examples, that are never closed."""
    known = (each for each in _all(lines, words, code) if each.kind not in words)
    return (each for each in known if not each.closed)


def _all(lines: Sequence[str], words: Collection[str], code: Collection[int]) -> Iterator[Fence]:
    index = 0
    while index < len(lines):
        opening = _OPENING.match(lines[index]) if index not in code else None
        if not opening:
            index += 1
            continue
        word = (opening["info"].split() or [""])[0]
        if word in words:
            fence = _ours(word, lines, index, opening["mark"])
        else:
            end = _closing(lines, index, opening["mark"])
            stop = len(lines) if end is None else end + 1
            fence = Fence(kind=word, body="", start=index, end=stop, closed=end is not None)
        yield fence
        index = fence.end


def _ours(kind: str, lines: Sequence[str], start: int, mark: str) -> Fence:
    """Make the fence that opens at ``start``.

    It holds names only. One that runs into the next fence has lost its closing line; it is taken
    to end with its names, so that the fences below it are seen.
    """
    below = range(start + 1, len(lines))
    stop = next((i for i in below if _opens(lines[i])), len(lines))
    end = _closing(lines, start, mark, stop)
    closed = end is not None
    if end is None:
        end = next((i for i in below if not lines[i].strip() or _opens(lines[i])), len(lines))
    return Fence(
        kind=kind,
        body="\n".join(lines[start + 1 : end]).strip(),
        start=start,
        end=end + closed,
        indented=lines[start][0] in " \t>",
        closed=closed,
    )


def _opens(line: str) -> bool:
    opening = _OPENING.match(line)
    return bool(opening and opening["info"].strip())


def _closing(lines: Sequence[str], start: int, mark: str, stop: int | None = None) -> int | None:
    closing = re.compile(rf"^[ \t>]*{re.escape(mark[0])}{{{len(mark)},}}[ \t]*$")
    return next((i for i in range(start + 1, stop or len(lines)) if closing.match(lines[i])), None)
