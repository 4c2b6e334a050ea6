"""What a page shows as text because it is nearly, and not quite, what its author meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING

from ..markup import links_gone_wrong, unfinished
from ..model.page import Slip
from .body import Body

if TYPE_CHECKING:
    from markdown_it.token import Token

CONVERSATION = "conversation"
"""The class of a worked conversation; see docs/authors/pages.md."""

_CODE = re.compile(r"(?P<mark>`+).*?(?P=mark)", re.DOTALL)
_HEADING = re.compile(r"^#{1,6}(?P<text>[^#\s].*?)[ #]*$", re.MULTILINE)
_DIV = re.compile(r"<div\b(?P<attributes>[^>]*)>|</div\s*>", re.IGNORECASE)
_CLASS = re.compile(r"""\bclass\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", re.IGNORECASE)


def find(tokens: list[Token], body: Body) -> Iterator[Slip]:
    """Yield every slip on a page, from the tokens of its parser."""
    for index, token in enumerate(tokens):
        if token.type != "inline" or token.map is None:
            continue
        text = _CODE.sub("", token.content)
        if tokens[index - 1].type == "paragraph_open":
            for match in _HEADING.finditer(text):
                yield Slip("heading", match["text"], body.place(token.map[0], match[0]))
        for written in links_gone_wrong(text):
            yield Slip("link", written, body.place(token.map[0], written))
        for written in unfinished(text):
            yield Slip("unfinished", written, body.place(token.map[0], written))
    yield from _conversations(tokens, body)


def _conversations(tokens: list[Token], body: Body) -> Iterator[Slip]:
    """Yield each `<div>` of a conversation that is misspelt, not read as Markdown, or open."""
    still_open: list[tuple[bool, Slip]] = []
    for line, match in _divs(tokens):
        if match["attributes"] is None:
            if still_open:
                still_open.pop()
            continue
        place = body.place(line, match[0])
        ours, slip = _conversation(match["attributes"])
        if slip:
            yield Slip(slip, match[0], place)
        still_open.append((ours, Slip("conversation-open", match[0], place)))
    yield from (slip for ours, slip in still_open if ours)


def _divs(tokens: list[Token]) -> Iterator[tuple[int, re.Match[str]]]:
    for token in tokens:
        if token.type == "html_block" and token.map:
            for match in _DIV.finditer(token.content):
                yield token.map[0] + token.content.count("\n", 0, match.start()), match


def _conversation(attributes: str) -> tuple[bool, str]:
    """Return whether a `<div>` is meant for a conversation, and the kind of its slip."""
    found = _CLASS.search(attributes)
    names = next(filter(None, found.groups()), "").split() if found else []
    if CONVERSATION in names:
        rest = _CLASS.sub("", attributes)
        return True, "" if re.search(r"\bmarkdown\b", rest) else "conversation-plain"
    if get_close_matches(CONVERSATION, [name.casefold() for name in names], n=1, cutoff=0.75):
        return True, "conversation-misspelt"
    return False, ""
