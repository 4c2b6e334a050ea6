"""What a page shows as text because it is nearly, and not quite, what its author meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING

from ..model.page import Slip
from ..text.markup import links_gone_wrong, unfinished
from .body import Body

if TYPE_CHECKING:
    from markdown_it.token import Token

    from .raw_html import RawHtml

CONVERSATION = "conversation"
"""The class of a worked conversation; see docs/authors/pages.md."""

_CODE = re.compile(r"(?<!`)(?P<mark>`++).*?(?<!`)(?P=mark)(?!`)", re.DOTALL)
_HEADING = re.compile(r"^(?:#{1,6}(?=[^#\s])|#{7,})(?P<text>.+)$", re.MULTILINE)
_DIV = re.compile(r"<div\b(?P<attributes>[^<>]*)>|</div\s*>", re.IGNORECASE)
_NAMED = re.compile(r"[ *_]{0,4}\w[\w .'’-]{0,30}[*_]{0,2} ?[:：]")
"""How a line begins that has its name before it, as in a play."""
_CLASS = re.compile(r"""\bclass\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", re.IGNORECASE)


def find(tokens: list[Token], body: Body) -> Iterator[Slip]:
    """Yield every slip on a page, from the tokens of its parser."""
    for index, token in enumerate(tokens):
        if token.type != "inline" or token.map is None:
            continue
        text = _CODE.sub("", token.content)
        if tokens[index - 1].type in ("paragraph_open", "heading_open"):
            is_text = tokens[index - 1].markup[:1] != "#"
            for match in _HEADING.finditer(text) if is_text else ():
                place = body.place(token.map[0], match[0])
                # With a space before it, a line that stands in nothing else is text.
                if token.level > 1 or place.column == 1:
                    yield Slip("heading", match["text"].rstrip(" #"), place)
        for written in links_gone_wrong(text):
            yield Slip("link", written, body.place(token.map[0], written))
        for written in unfinished(text):
            yield Slip("unfinished", written, body.place(token.map[0], written))
    yield from _conversations(tokens, body)


def comment_open(lines: list[str], line: int, body: Body) -> Slip:
    """Return the slip of a comment that begins on a line and is not closed."""
    return Slip("comment-open", lines[line].strip(), body.place(line, "<!--"))


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


def nameless(html: RawHtml, tokens: list[Token], lines: list[str], body: Body) -> Iterator[Slip]:
    """Yield what in a conversation has no name, or stands beside it and not below."""
    for element in html.elements:
        if element.tag != "div" or not element.is_read or element.end is None:
            continue
        if not _conversation(element.written)[0]:
            continue
        inside = [
            token
            for token in tokens
            if token.map and element.line < token.map[0] < element.end and token.nesting == 1
        ]
        lists = [token.map or [] for token in inside if token.type == "dl_open"]
        texts = [token for token in inside if token.type == "paragraph_open"]
        apart = [each for each in texts if not any(_within(each, where) for where in lists)]
        named = [each for each in apart if _NAMED.match(lines[(each.map or [0])[0]])]
        for token in named if lists else inside[:1]:
            line = (token.map or [0])[0]
            yield Slip("conversation-nameless", lines[line].strip(), body.place(line))


def _within(token: Token, where: list[int]) -> bool:
    return token.map is not None and where[0] <= token.map[0] < where[1]


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
