"""What the formats of help desks share: JSON, each entry the body of one request to an API.

A gap becomes four underscores. A help desk has no fields to fill in, and … is easily overlooked
in a reply that is about to be sent.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from .entries import Entry
from .form import Format, Words
from .pieces import joined

GAP = "____"


def html(entry: Entry, words: Words) -> str:
    """Return a phrase as a paragraph of HTML; a literal brace is no mark of the tool."""
    return f"<p>{joined(entry.html, words.__getitem__, lambda _: GAP, _with_plain_braces)}</p>"


def plain(entry: Entry, words: Words) -> str:
    """Return a phrase as plain text."""
    return joined(entry.plain, words.__getitem__, lambda _: GAP)


def _with_plain_braces(text: str) -> str:
    return text.replace("{", "&#123;").replace("}", "&#125;")


def help_desk(
    name: str,
    title: str,
    payload: Callable[[Entry, Words], dict[str, Any]],
    words: Words,
) -> Format:
    """Return the format of a help desk: a list of payloads, one a line."""

    def fragment(entry: Entry, words: Words) -> str:
        return json.dumps(payload(entry, words), ensure_ascii=False)

    return Format(
        name=name,
        title=title,
        how="For whoever runs your help desk.",
        file=f"phrases-{name}.json",
        type="application/json",
        fragment=fragment,
        head="[\n",
        separator=",\n",
        tail="\n]\n",
        words=words,
    )
