"""The id that a heading gets from its words, in any script."""

from __future__ import annotations

import re
import unicodedata

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
