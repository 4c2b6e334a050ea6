"""The names of colours, sizes and edges, as the style that gives them says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ...assets import PACKAGE

FILE = "browser/styles/tokens.css"

_NAMED = re.compile(r"^ +(--[a-z0-9-]+): ([^;]+);(?: /\* (.+?) \*/)?$", re.MULTILINE)


@dataclass(frozen=True)
class Token:
    """A name, what it stands for in light colours, and what it is for."""

    name: str
    value: str
    about: str

    @property
    def shown(self) -> str:
        """How it is drawn: as a colour, as words of a size, as an edge, or as a length."""
        if self.value.startswith("#"):
            return "colour"
        for sign, how in (("--u-type-", "type"), ("--u-round", "round")):
            if self.name.startswith(sign):
                return how
        return "edge" if " solid " in self.value else "length"


@cache
def tokens() -> tuple[Token, ...]:
    """Return all names in the order of the file, each once; those of code are the theme's own."""
    text = (PACKAGE / FILE).read_text(encoding="utf-8")
    found: dict[str, Token] = {}
    for name, value, about in _NAMED.findall(text):
        if "-code-" not in name and not name.endswith("-hue"):
            found.setdefault(name, Token(name, value, about))
    return tuple(found.values())
