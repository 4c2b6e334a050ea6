"""Words that no dictionary knows: pyspellchecker's English list and the project's own words."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from pathlib import Path

from spellchecker import SpellChecker

OWN_WORDS = Path(__file__).with_name("words.txt")
WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’](?=[^\W\d_]))+")
ADDRESS = re.compile(r"\S+@\S+|https?://\S+|\S+\.(?:md|yml|org|com|example)\b|\{\w+\}")


@functools.cache
def dictionary() -> SpellChecker:
    """English words with British spellings and the project's own added."""
    words = SpellChecker(language="en")
    words.word_frequency.load_words(own_words())
    return words


def own_words() -> list[str]:
    """The project's list: one word a line, `#` begins a comment."""
    lines = OWN_WORDS.read_text(encoding="utf-8").splitlines()
    return [word for line in lines if (word := line.split("#")[0].strip())]


def unknown(texts: Iterable[str]) -> set[str]:
    """The words of `texts` that neither list has; a possessive counts as its noun."""
    found = {
        re.sub(r"['’]s$", "", word).replace("’", "'").casefold()
        for text in texts
        for word in WORD.findall(ADDRESS.sub(" ", text))
    }
    return {word for word in dictionary().unknown(found) if len(word) > 2}
