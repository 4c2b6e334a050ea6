"""Comments that stand behind the texts of a YAML file."""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml

from .parser import Loader

COMMENT = re.compile(r"\S[ \t]+#")
"""A # behind something, on the same line."""


class Comment(NamedTuple):
    """A comment behind a text, and the column (from 0) of its #."""

    text: str
    column: int


Ends = dict[tuple[int, int], Comment]


def comments(text: str) -> Ends:
    """Return the comments that follow on the line of a text without quotes, or of a bare key.

    Each stands under the line and the column (from 0) at which the text or the key ends. Only
    who knows the key can say whether words were lost: `open  # or close` is meant.
    """
    if "#" not in text or not COMMENT.search(text):
        return {}
    lines = text.split("\n")
    found = {}
    for token in yaml.scan(text, Loader=Loader):
        plain = isinstance(token, yaml.ScalarToken) and token.plain
        if plain or isinstance(token, _MAY_BE_EMPTY):
            end = token.end_mark
            if match := _BEHIND.match(lines[end.line], end.column):
                found[end.line, end.column] = Comment(match[1].rstrip(), match.start(1))
    return found


_BEHIND = re.compile(r"[ \t]+(#.*)")
_MAY_BE_EMPTY = (yaml.ValueToken, yaml.BlockEntryToken)
"""What a value follows, if it is not left out."""
