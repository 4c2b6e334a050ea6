"""Plain words: what is left of a text without capitals, marks, fillers and spellings of texting.

``core/risk-words.js`` does the same to a question and mends slips. A test compares the two.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

_APOSTROPHES = re.compile("[’‘`´ʼ′]")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


class Words:
    """Turns texts into plain words, by the spellings and fillers of one safety.yml."""

    def __init__(self, spellings: Mapping[str, str], fillers: Iterable[str]) -> None:
        self._spellings = {plain(word): meant.casefold() for word, meant in spellings.items()}
        self._fillers = {plain(word) for word in fillers}
        self.of = cache(self._of)  # the same few words stand in every wording

    def _of(self, text: str) -> list[str]:
        """Return the words of ``text``, in their order."""
        return [word for part in _WORD.findall(_folded(text)) for word in self._meant(part)]

    def _meant(self, word: str) -> list[str]:
        joined = word.replace("'", "")
        if joined not in self._spellings and word.endswith("'s"):
            joined = word.removesuffix("'s").replace("'", "")
        meant = self._spellings.get(joined, joined).split()
        return [each for each in meant if each not in self._fillers]


def plain(word: str) -> str:
    """Return one word without capitals, accents and apostrophes."""
    return _folded(word).replace("'", "")


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower().replace("`", "'")
    decomposed = unicodedata.normalize("NFKD", text.lower())
    bare = "".join(sign for sign in decomposed if not unicodedata.category(sign).startswith("M"))
    return _APOSTROPHES.sub("'", bare)
