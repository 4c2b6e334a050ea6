"""A text in the form in which it is compared: ``core/plain.js`` does the same to a question, and a
test compares the two."""

from __future__ import annotations

import re
import unicodedata

_APOSTROPHES = re.compile("['’]")
_WORD = re.compile(r"[^\W_]+")


def compared(text: str) -> list[str]:
    """Return the words of ``text`` in small letters, without accents and apostrophes."""
    text = text.lower()
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(each for each in decomposed if unicodedata.category(each)[0] != "M")
    return _WORD.findall(_APOSTROPHES.sub("", text))
