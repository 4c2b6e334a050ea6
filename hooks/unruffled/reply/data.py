"""From rules for replies to what the engine reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..model.library import Library
from ..model.reply import HouseRules, Looking, ReplyRule, ReplyRules

LISTS = ("find", "with_", "near", "unless", "unless_near", "unless_anywhere", "missing", "when")
"""The lists of patterns."""
_MORE = (
    "place",
    "words_over",
    "least",
    "in_a_row",
    "channels",
    "situations",
    "unless_found",
    "whole",
)


def files(library: Library) -> list[ReplyRules]:
    """Return the files of rules: those of the handbook, then those of the organisation."""
    return [*library.of(ReplyRules).values(), *library.of(HouseRules).values()]


def rules_of(library: Library) -> Iterator[tuple[ReplyRules, ReplyRule]]:
    """Yield every rule with its file; a file without a kind has none that can be run.

    Rules that ask what others have found come last.
    """
    found = [(file, rule) for file in files(library) if file.kind for rule in file.rules]
    yield from sorted(found, key=lambda each: bool(each[1].unless_found))


def name_of(file: ReplyRules, looking: Looking) -> str:
    """Return the name of a rule or a part among all: `blame/your-fault`."""
    return f"{file.id}/{looking.id}"


def words_of(library: Library) -> dict[str, list[str]]:
    """Return the lists of words of all files, by name."""
    return {name: list(each) for file in files(library) for name, each in file.words.items()}


def looking(file: ReplyRules, one: Looking) -> dict[str, Any]:
    """Return a rule or a part as the engine reads it."""
    values = {name: getattr(one, name, None) for name in (*LISTS, *_MORE)}
    kept = {name.rstrip("_"): value for name, value in values.items() if value}
    return {"id": name_of(file, one)} | {name: _plain(value) for name, value in kept.items()}


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def rule_data(file: ReplyRules, rule: ReplyRule) -> dict[str, Any]:
    """Return a rule with what the engine needs of its file."""
    return looking(file, rule) | {
        "kind": file.kind,
        "severity": rule.severity or file.severity,
    }


def engine_data(library: Library) -> Mapping[str, Any]:
    """Return what `makeReply` takes."""
    return {
        "words": words_of(library),
        "rules": [rule_data(file, rule) for file, rule in rules_of(library)],
        "parts": [looking(file, part) for file in files(library) for part in file.parts],
    }
