"""Marks that an author got nearly right, in a text of a page or of a YAML file."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TARGET = r"(?:[^\s()\[\]]*\.md(?:#[^\s()\[\]]*)?|[a-z]+://[^\s()\[\]]+|#[\w.-]+|www\.[^\s()\[\]]+)"
_WRONG = (
    re.compile(rf"\[[^\[\]\n]+\][ \t\n]+\({_TARGET}\)"),  # a space between text and path
    re.compile(rf"(?<!\])\([^()\n]+\)\[{_TARGET}\](?!\()"),  # the brackets turned round
    re.compile(r"\[[^\[\]\n]*\]\(\s*\)"),  # no path
)
_UNFINISHED = re.compile(r"\b(?:TODO|FIXME|TBD)\b")


def links_gone_wrong(text: str) -> Iterator[str]:
    """Yield what was meant for a link and is shown as text, or leads nowhere."""
    for pattern in _WRONG:
        yield from (match[0] for match in pattern.finditer(text))


def unfinished(text: str) -> list[str]:
    """Return the words by which an author marks what is still to be written."""
    return _UNFINISHED.findall(text)


def is_glued(comment: str) -> bool:
    """Whether no space follows the #, as in `Flat #5`: no author means that for a comment."""
    return comment[1:2].strip("#! \t") != ""


def cut_short(comment: str) -> str:
    """Say that a text ends before ``comment``."""
    return f"the text ends before {comment}, which is taken for a comment"
