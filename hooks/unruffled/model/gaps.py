"""Gaps: the places in a line that the agent fills in, each with a name from one list."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .base import Inline, Model

GAP = re.compile(r"(?<!\{)\{([^{}]*)\}(?!\})")
"""A gap in a line as its author writes it, with its name inside: in one pair of braces."""

GapName = Annotated[str, StringConstraints(pattern=r"^\w+$", max_length=80)]
"""Letters, digits and underscores: what can stand in braces."""


class Gap(Model):
    """One place that an agent fills in: `{day}`."""

    id: GapName = Field(description="What stands in braces, in small letters: next_step.")
    label: Inline = Field(description="What the field and the empty gap say, without an article.")
    hint: Inline = Field(description="What belongs there, with an example.")
    lasts: Literal["line", "call"] = Field(
        default="line",
        description="call: filled in once, it holds for every line until the call is over.",
    )


def of_placeholders(placeholders: Mapping[str, str]) -> tuple[Gap, ...]:
    """Return the gaps that an older organisation.yml names as `placeholders`."""
    return tuple(
        Gap.model_construct(id=name, label=name.replace("_", " "), hint=text, lasts="call")
        for name, text in placeholders.items()
    )


def names(text: str) -> tuple[str, ...]:
    """Return the names of a line's gaps, each once, in their order."""
    return tuple(dict.fromkeys(GAP.findall(text)))


def outside(text: str) -> list[str]:
    """Return what a line says before, between and behind its gaps."""
    return GAP.sub("\0", _plain(text)).split("\0")


def fits(example: str, say: str) -> bool:
    """Whether the example is the line with something in every gap, and nothing else is changed.

    Each part is looked for where the one before it ends: one pass, however long the line is.
    """
    filled = _plain(example)
    first, *parts = outside(say)
    if not parts:
        return filled == first
    last = parts.pop()
    if not filled.startswith(first):
        return False
    at = len(first)
    for part in parts:
        found = filled.find(part, at + 1)
        if found < 0:
            return False
        at = found + len(part)
    return filled.endswith(last) and at < len(filled) - len(last)


def _plain(text: str) -> str:
    """Return a line with single spaces and straight marks; how it is wrapped says nothing."""
    return " ".join(text.replace("’", "'").replace("\0", "").split())
