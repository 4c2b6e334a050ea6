"""What a page says below each of its headings: its text, for who looks for a word in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token

_BREAKS = ("softbreak", "hardbreak")


def said(tokens: Sequence[Token], words: frozenset[str]) -> tuple[str, ...]:
    """Return the text above the first heading, then that below each, in their order.

    ``words`` are those of the fences that the core fills: what those show is no text of the page.
    """
    parts: list[list[str]] = [[]]
    in_heading = False
    for token in tokens:
        if token.type == "heading_open":
            parts.append([])
            in_heading = True
        elif token.type == "heading_close":
            in_heading = False
        elif not in_heading:
            parts[-1].append(_text(token, words))
    return tuple(" ".join(filter(None, part)) for part in parts)


def _text(token: Token, words: frozenset[str]) -> str:
    if token.type == "inline":
        return "".join(map(_of_child, token.children or ()))
    if token.type in ("fence", "code_block") and token.info.strip() not in words:
        return token.content
    return ""


def _of_child(child: Token) -> str:
    if child.type in _BREAKS:
        return " "
    return child.content if child.type in ("text", "code_inline") else ""
