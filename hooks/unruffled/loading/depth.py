"""Lists in lists in lists: deeper than anybody means, and than a program can follow."""

from __future__ import annotations

import yaml

from ..catalogue import declare
from ..problems import Problem, problem
from .parser import Loader
from .source import Mark, Source

declare(
    "YA113",
    meaning="Lists or blocks are nested too deeply.",
    cure="Remove the brackets or dashes that are too many; put a text that begins with [ or { "
    "in quotes.",
)

DEEPEST = 50
"""Levels of lists and blocks that are read; what authors write has fewer than ten."""

_MARGIN = " \t?:-"


def too_deep(text: str, source: Source) -> Problem | None:
    """Return the fault of a text that is nested too deeply; None for one that may be composed.

    Only events are read, which needs no depth of its own: whoever composes such a text first
    runs out of stack. A fault of syntax is left to the parser.
    """
    margin = max(len(line) - len(line.lstrip(_MARGIN)) for line in text.split("\n"))
    most = text.count("[") + text.count("{") + margin
    if most < DEEPEST:
        return None
    marks: list[Mark] = []
    try:
        for event in yaml.parse(text, Loader=Loader):
            if isinstance(event, yaml.CollectionStartEvent) and event.start_mark:
                marks.append(event.start_mark)
                if len(marks) > DEEPEST:
                    return problem("YA113", source.place(_first(marks, text)), _CAUSE)
            elif isinstance(event, yaml.CollectionEndEvent):
                marks.pop()
    except yaml.YAMLError:
        pass
    return None


def _first(marks: list[Mark], text: str) -> Mark:
    """Return where it begins to go deep: at the first bracket of the line, or its first dash."""
    here = [mark for mark in marks if mark.line == marks[-1].line]
    return next((mark for mark in here if text[mark.index : mark.index + 1] in "[{"), here[0])


_CAUSE = f"lists or blocks stand in one another here, more than {DEEPEST} deep"
