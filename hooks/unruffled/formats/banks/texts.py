"""An author's inline Markdown as other programs take it."""

from __future__ import annotations

import re

from ...text.inline import inline

_NOWHERE = re.compile(r'<a href="">(.*?)</a>')


def plain(text: str) -> str:
    """Return a text in one line, without its marks."""
    return " ".join(str(inline(text).striptags()).split())


def html(text: str) -> str:
    """Return a text as HTML, well-formed as XML, too.

    A link to a page of the handbook becomes its words: there is no such page there.
    """
    lines = (str(inline(line, _abroad)) for line in text.split("\n"))
    return _NOWHERE.sub(r"\1", "<br/>".join(lines))


def _abroad(target: str) -> str:
    return target if re.match(r"(https?|mailto|tel):", target) else ""
