"""What the formats of help desks share: JSON, each entry the body of one request to an API.

A gap that the help desk cannot fill in becomes a blank. There are no fields there, and … is easily
overlooked in a reply that is about to be sent.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from ...words import marked
from .entries import Entry
from .form import Format, Words
from .pieces import joined

BLANK = "___"
"""What stands for an open gap; a line that is copied from a page has the same."""


def html(entry: Entry, words: Words) -> str:
    """Return a phrase as a paragraph of HTML; a literal brace is no mark of the tool."""
    return f"<p>{joined(entry.html, _filled(words), lambda _: BLANK, _with_plain_braces)}</p>"


def plain(entry: Entry, words: Words) -> str:
    """Return a phrase as plain text."""
    return joined(entry.plain, _filled(words), lambda _: BLANK)


def _filled(words: Words) -> Callable[[str], str]:
    """Return what gives the tool's word for a gap, or a blank."""
    return lambda name: words.get(name, BLANK)


def _with_plain_braces(text: str) -> str:
    return text.replace("{", "&#123;").replace("}", "&#125;")


def help_desk(
    name: str,
    title: str,
    payload: Callable[[Entry, Words], dict[str, Any]],
    words: Words,
    order: int = 100,
) -> Format:
    """Return the format of a help desk: a list of payloads, one a line."""

    def fragment(entry: Entry, words: Words) -> str:
        return json.dumps(payload(entry, words), ensure_ascii=False)

    return Format(
        name=name,
        title=title,
        how=marked("For whoever runs your help desk."),
        file=f"phrases-{name}.json",
        type="application/json",
        fragment=fragment,
        head="[\n",
        separator=",\n",
        tail="\n]\n",
        words=words,
        order=order,
    )
