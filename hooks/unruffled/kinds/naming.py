"""Names for what a learner can choose: they stay when a typo is mended or the order changes.

A learner's record holds these names. So they must not depend on where a choice stands, and
little on how it is spelt; yet another wording must get another name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from hashlib import blake2s

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NEGATIONS = frozenset(
    ("no", "not", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot")
)
_SHORTENED = ("n't", "n’t")

BLANKS = "___"
"""What an author writes where a word is to be typed or chosen."""


_FEW = 3
"""Words up to which a text is short: there, more of each word is kept."""


def gist(text: str) -> str:
    """Return what is left of ``text`` when spelling, capitals and punctuation do not count.

    Of each word its first letter, or in a short text the letters that it is made of; digits and
    negations in full. So most mended typos change nothing; the others have a question asked again,
    which does no harm. Another number, a "not", and nearly every other wording do change it. One
    word for another with the same first letter does not: then an author raises `revision`.
    """
    words = _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
    parts = [_part(word, short=len(words) <= _FEW) for word in words]
    return " ".join(parts) or text


def _part(word: str, *, short: bool) -> str:
    if word in _NEGATIONS or word.endswith(_SHORTENED):
        return "!" + word.replace("’", "'")
    if not word.isalpha() and any(character.isdigit() for character in word):
        return word
    return "".join(sorted(set(word))) if short else word[0]


def digest(parts: Iterable[str], size: int = 3) -> str:
    """Return a short name (hexadecimal, ``size`` bytes) of some texts in their order."""
    return blake2s("\n".join(parts).encode(), digest_size=size).hexdigest()


def names_of(texts: Sequence[str]) -> tuple[str, ...]:
    """Return a name for each of the texts of one question, in their order.

    Where two have the same gist, the whole text decides: else they could not be told apart.
    """
    names = [digest([gist(text)]) for text in texts]
    if len(set(names)) == len(names):
        return tuple(names)
    return tuple(
        name if names.count(name) == 1 else digest(["=", text])
        for name, text in zip(names, texts, strict=True)
    )
