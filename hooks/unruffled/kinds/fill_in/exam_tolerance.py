"""Typed answers outside of a browser: what counts as the same, and as a slip of the fingers.

The same as `browser/core/tolerance.js`; a test compares the two.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence

_QUOTES = str.maketrans("‘’`´", "''''")
_FIXED = re.compile(r"\d+|(?a:\b(?:no|not|never|none|nothing|without|cannot|\w+n't)\b)")
"""What no slip of the fingers may change: numbers and negations."""


def is_right(typed: str, answers: Sequence[str], wrong: Sequence[str], typos: int | None) -> bool:
    """Return whether ``typed`` is nearer to an answer than to one that is known to be wrong."""
    text = plain(typed)
    return _nearest(text, answers, typos) < _nearest(text, wrong, typos)


def plain(text: str) -> str:
    """Take away what does not count: capitals, spacing, punctuation, kinds of apostrophes."""
    tidy = unicodedata.normalize("NFKC", text).lower().translate(_QUOTES)
    kept = "".join(each if each == "'" or _is_kept(each) else " " for each in tidy)
    return re.sub(" +", " ", kept).strip() or text.strip()


def _is_kept(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN"


def _nearest(text: str, answers: Sequence[str], typos: int | None) -> float:
    return min((_far(text, plain(each), typos) for each in answers), default=math.inf)


def _far(text: str, answer: str, typos: int | None) -> float:
    if answer == text:
        return 0
    if _FIXED.findall(answer) != _FIXED.findall(text):
        return math.inf
    return distance(text, answer, _usual(answer) if typos is None else typos)


def _usual(answer: str) -> int:
    return 2 if len(answer) > 7 else 1 if len(answer) > 3 else 0


def distance(one: str, other: str, most: int) -> float:
    """Return how many letters are to insert, delete, change or swap; infinite above ``most``."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, against in enumerate(other, 1):
            row.append(min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != against)))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                row[j] = min(row[j], before[j - 2] + 1)
        before, last = last, row
    return math.inf if last[-1] > most else last[-1]
