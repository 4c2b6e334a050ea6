"""Markdown as CommonMark and code hosts read it: tokens that know their lines.

The site itself is converted by Python-Markdown. Where the two differ, `loading.dialect` says so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.common.html_re import open_tag
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin

if TYPE_CHECKING:
    from collections.abc import Iterable


class _Parser(MarkdownIt):
    """Shows every link as its author wrote it; what it may lead to is for the checks to say."""

    def validateLink(self, url: str) -> bool:
        return True

    def normalizeLink(self, url: str) -> str:
        return url


_PARSER = _Parser("commonmark").enable("table").use(admon_plugin).use(deflist_plugin)

_TAG = re.compile(open_tag)
_MARKDOWN = re.compile(r"\smarkdown(?=[\s=>/])", re.IGNORECASE)

MOST_OPENED = 100
"""So many HTML blocks of a page are opened; a page that is written by hand has fewer."""


def parse(text: str) -> list[Token]:
    """Return the tokens of ``text``; what stands in HTML with `markdown` is read as Markdown."""
    tokens: list[Token] = []
    waiting = list(reversed(_PARSER.parse(text)))
    opened = 0
    while waiting:
        token = waiting.pop()
        tag = _opens_markdown(token) if opened < MOST_OPENED else None
        if tag is None:
            tokens.append(token)
            continue
        opened += 1
        start = (token.map or [0])[0]
        before, rest = token.content[: tag.end()], token.content[tag.end() :]
        lines = before.count("\n")
        head = token.copy(content=before, map=[start, start + lines + 1])
        tokens.append(head)
        waiting += reversed(_moved(_PARSER.parse(rest.lstrip(" \t")), start + lines, token.level))
    return tokens


def _opens_markdown(token: Token) -> re.Match[str] | None:
    """Return the tag that an HTML block begins with, if what follows in it is Markdown."""
    if token.type != "html_block":
        return None
    start = len(token.content) - len(token.content.lstrip())
    tag = _TAG.match(token.content, start)
    is_one = tag and _MARKDOWN.search(tag[0]) and token.content[tag.end() :].strip()
    return tag if is_one else None


def _moved(tokens: Iterable[Token], lines: int, level: int) -> list[Token]:
    moved = []
    for token in tokens:
        where = [each + lines for each in token.map] if token.map else None
        moved.append(token.copy(map=where, level=token.level + level))
    return moved
