"""Marks that an author got nearly right, in a text of a page or of a YAML file."""

from __future__ import annotations

import re
from functools import lru_cache

_TARGET = r"(?:[^\s()\[\]]*\.md(?:#[^\s()\[\]]*)?|[a-z]+://[^\s()\[\]]+|#[\w.-]+|www\.[^\s()\[\]]+)"
_WRONG = (
    re.compile(rf"\[[^\[\]\n]+\][ \t\n]+\({_TARGET}\)"),  # a space between text and path
    re.compile(rf"(?<!\])\([^()\n]+\)\[{_TARGET}\](?!\()"),  # the brackets turned round
    re.compile(r"\[[^\[\]\n]*\]\(\s*\)"),  # no path
)
_OPEN = ("TODO", "FIXME", "TBD")
_UNFINISHED = re.compile(rf"\b(?:{'|'.join(_OPEN)})\b")


@lru_cache(maxsize=2**16)
def links_gone_wrong(text: str) -> tuple[str, ...]:
    """Return what was meant for a link and is shown as text, or leads nowhere."""
    if "[" not in text:
        return ()
    return tuple(match[0] for pattern in _WRONG for match in pattern.finditer(text))


@lru_cache(maxsize=2**16)
def unfinished(text: str) -> tuple[str, ...]:
    """Return the words by which an author marks what is still to be written."""
    return tuple(_UNFINISHED.findall(text)) if any(each in text for each in _OPEN) else ()


def is_glued(comment: str) -> bool:
    """Whether no space follows the #, as in `Flat #5`: no author means that for a comment."""
    return comment[1:2].strip("#! \t") != ""


def cut_short(comment: str) -> str:
    """Say that a text ends before ``comment``."""
    return f"the text ends before {comment}, which is taken for a comment"
