"""A phrase cut into what every tool writes in its own way: text, gaps, and each …."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from enum import Enum
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote

from ...text.escaping import UNSHOWN
from ...text.inline import inline

_BRACES = re.compile(r"\\?\{([^{}]*)\}")
"""With the backslash of a Markdown escape: a page shows it as a gap all the same."""
_FIRST, _LAST = 0xE100, 0xF8FF
_HIDDEN = re.compile(f"[{chr(_FIRST)}-{chr(_LAST)}]")
"""Private characters stand for gaps while Markdown is read: they are no marks of it."""

_CUT = re.compile(f"({_HIDDEN.pattern}|…)")
_CUT_OUTSIDE_OF_TAGS = re.compile(f"{_CUT.pattern}(?![^<>]*>)")
_LINK = re.compile(r'<a href="(?P<target>[^"]*)">(?P<words>.*?)</a>', re.DOTALL)
_ABROAD = ("https:", "http:", "mailto:", "tel:")


class Kind(Enum):
    """What a piece is."""

    TEXT = "text"
    GAP = "gap"
    REST = "rest"


class Piece(NamedTuple):
    """A part of a phrase: literal text, the name of a gap, or … for the agent to go on."""

    kind: Kind
    value: str


def gaps(say: str, names: Collection[str]) -> tuple[str, ...]:
    """Return the known names that stand in braces, each once, in order."""
    return tuple(dict.fromkeys(name for name in _BRACES.findall(say) if name in names))


def plain_pieces(say: str, names: Collection[str]) -> tuple[Piece, ...]:
    """Return a phrase without its marks; the text is plain."""
    hidden, found = _hide(say, names)
    return tuple(_cut(_CUT.split(inline(hidden).striptags()), found))


def html_pieces(say: str, names: Collection[str]) -> tuple[Piece, ...]:
    """Return a phrase as safe HTML; a link that leads nowhere outside the site is its words."""
    hidden, found = _hide(say, names)
    html = str(inline(hidden)).replace("&#39;", "'").replace("&#34;", '"')  # none in attributes
    return tuple(_cut(_CUT_OUTSIDE_OF_TAGS.split(_LINK.sub(_link, html)), found))


def _hide(say: str, names: Collection[str]) -> tuple[str, list[str]]:
    """Put one private character for each gap; one that an author wrote is taken out.

    So are control characters: no tool can show them.
    """
    found: list[str] = []

    def character(match: re.Match[str]) -> str:
        if match[1] not in names or len(found) > _LAST - _FIRST:
            return match[0]
        found.append(match[1])
        return chr(_FIRST + len(found) - 1)

    shown = UNSHOWN.sub("", _HIDDEN.sub("", say))
    return _BRACES.sub(character, " ".join(shown.split())), found


def _cut(parts: list[str], found: list[str]) -> list[Piece]:
    """Make pieces of what a split has left: text and sign, in turn."""
    pieces = []
    for number, part in enumerate(parts):
        if number % 2 == 0:
            pieces += [Piece(Kind.TEXT, part)] if part else []
        elif part == "…":
            pieces.append(Piece(Kind.REST, part))
        else:
            pieces.append(Piece(Kind.GAP, found[ord(part) - _FIRST]))
    return pieces


def _link(match: re.Match[str]) -> str:
    target = unquote(unescape(match["target"]))
    leads_out = target.casefold().startswith(_ABROAD) and not _HIDDEN.search(target)
    return match[0] if leads_out else match["words"]


def joined(
    pieces: Iterable[Piece],
    gap: Callable[[str], str],
    rest: Callable[[int], str],
    text: Callable[[str], str] = str,
) -> str:
    """Return pieces as a tool writes them; each … is given its number, from 1."""
    parts, rests = [], 0
    for kind, value in pieces:
        if kind is Kind.TEXT:
            parts.append(text(value))
        elif kind is Kind.GAP:
            parts.append(gap(value))
        else:
            parts.append(rest(rests := rests + 1))
    return "".join(parts)


def in_braces(pieces: Iterable[Piece]) -> str:
    """Return pieces as an author writes them: for data that a program reads on."""
    return joined(pieces, lambda name: f"{{{name}}}", lambda _: "…")
