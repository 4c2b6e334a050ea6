"""The id that a heading gets from its words, in any script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from markdown.extensions import toc

_KEPT = "LMN"
"""The first letters of the categories of letters, the marks on them, and numbers."""


def slugify(text: str, separator: str = "-") -> str:
    """Return the id of a heading; the same for the same words, whatever stands above them.

    Words that Latin letters without accents can carry get the id that they always had. Others
    keep their letters. A heading of signs alone gets their names: `🙂` → `slightly-smiling-face`.
    """
    plain = toc.slugify(text, separator)
    if plain and not _loses_letters(text):
        return plain
    words = unicodedata.normalize("NFC", text).lower()
    if not any(unicodedata.category(each)[0] in "LN" for each in words):
        return _named(text, separator)
    kept = "".join(each for each in words if _stays(each))
    return re.sub(rf"[{separator}\s]+", separator, kept).strip(separator)


class Ids:
    """The ids of a page: a second heading of the same words gets `_1` behind its id, and so on.

    As Python-Markdown gives them, and in a time that grows with their number only.
    """

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._counts: dict[str, int] = {}

    def take(self, slug: str) -> str:
        """Return the id for a heading whose words make ``slug``; it is taken from then on."""
        found = slug
        if not slug or slug in self._taken:
            counted = re.fullmatch(r"(.*)_([0-9]+)", slug, re.DOTALL)
            base, count = (counted[1], int(counted[2])) if counted else (slug, 0)
            count = max(count, 0 if counted else self._counts.get(base, 0)) + 1
            while f"{base}_{count}" in self._taken:
                count += 1
            if not counted:
                self._counts[base] = count
            found = f"{base}_{count}"
        self._taken.add(found)
        return found


def _loses_letters(text: str) -> bool:
    """Whether a letter or number has no Latin letter or digit to stand for it."""
    apart = unicodedata.normalize("NFKD", text)
    return any(not each.isascii() and unicodedata.category(each)[0] in "LN" for each in apart)


def _stays(each: str) -> bool:
    return unicodedata.category(each)[0] in _KEPT or each in "_-" or each.isspace()


def _named(text: str, separator: str) -> str:
    """Return the names of the signs in ``text``."""
    names = (unicodedata.name(each, f"u{ord(each):x}") for each in text if not each.isspace())
    seen = (name for name in names if not name.startswith(("VARIATION SELECTOR", "ZERO WIDTH")))
    return re.sub(r"[^a-z0-9]+", separator, " ".join(seen).lower())[:80].strip(separator)
