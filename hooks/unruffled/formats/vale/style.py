"""A style for Vale: one file a kind of finding, with what can be told by one expression a place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import yaml

from ...model.library import Library
from ...model.reply import ReplyRule, ReplyRules, Severity
from ...reply.data import files, words_of
from ...text.inline import as_read
from .expressions import Untold, apart, expression

LEVELS = {Severity.worse: "error", Severity.unclear: "warning", Severity.style: "suggestion"}
"""What Vale calls how much a finding matters."""

_CANNOT = (
    *("with_", "near", "missing", "when", "words_over", "least"),
    *("in_a_row", "place", "channels", "situations", "unless_found"),
)
"""What a rule may ask besides, and Vale cannot."""
_PERHAPS = ("unless", "unless_near", "unless_anywhere")
"""Exceptions that Vale does not see: what it finds then is only a suggestion."""


class Style(NamedTuple):
    """Files by their path in the folder of styles; how many patterns are in them, and are not."""

    files: dict[str, str]
    written: int
    left: int


def style_of(library: Library) -> Style:
    """Return the rules of a Library as far as Vale can follow them."""
    words = words_of(library)
    made: dict[str, str] = {}
    counts = [0, 0]
    for file in files(library):
        for ending, level, rules in _sorted(file):
            told = [_told(each, words) for rule in rules for each in _parts(rule)]
            tokens = [each for each in told if each]
            counts[0] += len(tokens)
            if tokens:
                made[f"Unruffled/{_name(file)}{ending}.yml"] = _file(file, level, tokens)
        counts[1] += sum(len(_parts(rule)) for rule in file.rules)
    return Style(made, counts[0], counts[1] - counts[0])


def _sorted(file: ReplyRules) -> Iterator[tuple[str, str, list[ReplyRule]]]:
    """Yield the rules that Vale can follow: the sure ones, then those with exceptions."""
    able = [each for each in file.rules if _is_able(each)]
    sure = [each for each in able if not any(getattr(each, key) for key in _PERHAPS)]
    yield "", LEVELS[file.severity], sure
    yield "Perhaps", "suggestion", [each for each in able if each not in sure]


def _is_able(rule: ReplyRule) -> bool:
    """Whether Vale can follow a rule; not where what is missing in the whole draft decides."""
    if rule.whole and rule.unless_anywhere:
        return False
    return not any(getattr(rule, key) for key in _CANNOT)


def _parts(rule: ReplyRule) -> list[str]:
    return [part for pattern in rule.find for part in apart(pattern)]


def _told(pattern: str, words: dict[str, list[str]]) -> str:
    try:
        return expression(pattern, words)
    except Untold:
        return ""


def _name(file: ReplyRules) -> str:
    return "".join(part.capitalize() for part in file.id.split("-"))


def _file(file: ReplyRules, level: str, tokens: list[str]) -> str:
    told = {
        "extends": "existence",
        "message": f'{file.title}: "%s". {as_read(file.cost or "")}',
        "level": level,
        "ignorecase": True,
        "nonword": False,
        "tokens": tokens,
    }
    return yaml.safe_dump(told, sort_keys=False, allow_unicode=True, width=10_000)
