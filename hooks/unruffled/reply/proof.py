"""Rules put to the proof: whether each pattern can be read, ends, and finds what it has to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from ..model.library import Library
from ..model.reply import Looking, ReplyRules
from .data import LISTS, engine_data, files, name_of, rules_of, words_of
from .engine import Engine, Stopped

SECONDS = 1
"""What a regular expression may take for all hostile texts together."""

_LONG = 4000
HOSTILE = (
    *("a" * _LONG, "a " * _LONG, "A" * _LONG, "1" * _LONG, "!" * _LONG, "_" * _LONG, "{" * _LONG),
    *("send a, " * 500, "what is " * 500, "[a" * 1000, "x-" * 1000, "A, B " * 500, " " * _LONG),
)
"""Texts on which a pattern with one repetition inside another never ends."""


class Spot(NamedTuple):
    """Where an author wrote a pattern or an example: the model, and the way from it."""

    owner: Any
    loc: tuple[str | int, ...]
    text: str


def patterns_of(library: Library) -> Iterator[Spot]:
    """Yield every pattern of rules, of parts and of lists of words."""
    for file in files(library):
        for name, each in file.words.items():
            for index, text in enumerate(each):
                yield Spot(file, ("words", name, index), text)
        for one in (*file.rules, *file.parts):
            yield from _lists(one)


def _lists(one: Looking) -> Iterator[Spot]:
    for name in LISTS:
        for index, text in enumerate(getattr(one, name, ())):
            yield Spot(one, (name.rstrip("_"), index), text)


def faults(engine: Engine, library: Library) -> list[tuple[Spot, str]]:
    """Return each pattern that cannot be read or that any text has, and why."""
    spots = list(patterns_of(library))
    told = engine.call("faultsOf", [each.text for each in spots], words_of(library))
    return [(spot, why) for spot, why in zip(spots, told, strict=True) if why]


def hanging(engine: Engine, library: Library) -> Iterator[Spot]:
    """Yield each regular expression that does not end; words cannot hang."""
    for spot in patterns_of(library):
        if spot.text.startswith("/") and _hangs(engine, spot.text):
            yield spot


def _hangs(engine: Engine, text: str) -> bool:
    try:
        engine.call("runOver", text, {}, list(HOSTILE), seconds=SECONDS)
    except Stopped:
        return True
    return False


def wrong_examples(engine: Engine, library: Library) -> Iterator[tuple[Spot, bool]]:
    """Yield each example of which a rule or a part finds what it should not, or the reverse.

    With it comes whether it should be found.
    """
    engine.take(engine_data(library))
    for file, one in _proved(library):
        for wanted, key, texts in ((True, "found", one.found), (False, "clear", one.clear)):
            drafts = [{"text": text, "context": _context(one)} for text in texts]
            for index, result in enumerate(engine.check(drafts)):
                if (name_of(file, one) in _names(result)) is not wanted:
                    yield Spot(one, (key, index), texts[index]), wanted


def _proved(library: Library) -> Iterator[tuple[ReplyRules, Any]]:
    yield from rules_of(library)
    yield from ((file, part) for file in files(library) for part in file.parts)


def _context(one: Looking) -> dict[str, str]:
    firsts = {"channel": one.channels[:1], "situation": one.situations[:1]}
    return {name: values[0] for name, values in firsts.items() if values}


def _names(result: dict[str, Any]) -> set[str]:
    return {*result["rules"], *(part["id"] for part in result["parts"] if part["found"])}
