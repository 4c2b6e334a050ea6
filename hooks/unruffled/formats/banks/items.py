"""Questions as other programs know them: few kinds, plain texts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, NamedTuple, Required, TypedDict

from ...kinds.base import Choice
from ...text.escaping import UNSHOWN

GAP = "_____"
"""How a gap is written for people."""


class Option(NamedTuple):
    """Something to choose, or an answer to type."""

    text: str
    right: bool
    feedback: str = ""


class Gap(NamedTuple):
    """One place in a text, with what can be chosen for it."""

    before: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Item:
    """One question. Texts are inline Markdown.

    ``form`` is one of: choice, several, true_false, short, matching, ordering, essay, gaps.
    ``pairs`` are text and match; a pair with an empty text is a match that fits nothing. What is to
    be ordered is paired with its place, from 1.
    """

    id: str
    form: str
    stem: str
    options: tuple[Option, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    gaps: tuple[Gap, ...] = ()
    after: str = ""
    """What stands behind the last gap."""
    explanation: str = ""
    hints: tuple[str, ...] = ()
    points: int = 1
    tags: tuple[str, ...] = ()
    shuffle: bool = True
    line: int = 0
    """Where it begins in the file that it was read from."""


class Note(NamedTuple):
    """What became of a question on the way, for the report."""

    id: str
    words: str
    line: int = 0
    """Where it stands in the file that was read; 0 for a file that is written."""
    lost: bool = False
    """Whether something of that file is not in what was made of it."""


def left_out(name: str, why: str, line: int) -> Note:
    """Return what the report says of a question that is not taken over."""
    return Note(name, f"left out: {why}", line, lost=True)


@dataclass(frozen=True)
class Bank:
    """Questions under one title, and what was changed to get them into this form."""

    title: str
    items: tuple[Item, ...]
    notes: tuple[Note, ...] = field(default=())
    draw: int = 0
    """How many of them a test asks, others each time; 0 for all."""
    id: str = ""
    """Of the quiz that it was made of."""
    edition: int = 1
    """The second, since 1970, at which the content was made."""


def shown(value: Any) -> Any:
    """Return an item, or a part of one, without characters that no format can hold."""
    if isinstance(value, str):
        return UNSHOWN.sub("", value)
    if isinstance(value, Item):
        return replace(
            value, **{each.name: shown(getattr(value, each.name)) for each in fields(value)}
        )
    if isinstance(value, tuple):
        parts = map(shown, value)
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    return value


def texts_of(value: Any) -> Iterator[str]:
    """Yield every text of an item, or of a part of one."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Item):
        yield from texts_of(tuple(getattr(value, each.name) for each in fields(value)))
    elif isinstance(value, tuple):
        for each in value:
            yield from texts_of(each)


def without_orders(bank: Bank) -> Bank:
    """Return the bank for a program that can put nothing in order: that is matched to numbers."""
    items = tuple(
        replace(each, form="matching") if each.form == "ordering" else each for each in bank.items
    )
    words = "ordering becomes matching to numbers"
    notes = tuple(Note(each.id, words) for each in bank.items if each.form == "ordering")
    return replace(bank, items=items, notes=bank.notes + notes)


class Values(TypedDict, total=False):
    """What a kind says of its item: its form, and what else is not as in every question."""

    form: Required[str]
    stem: str
    options: tuple[Option, ...]
    pairs: tuple[tuple[str, str], ...]
    gaps: tuple[Gap, ...]
    after: str
    explanation: str


Made = tuple[Values, list[str]]
"""What a kind's `bank.py` makes of a question: its values, and notes on what is lost."""


def options_of(choices: Sequence[Choice]) -> tuple[Option, ...]:
    """Return choices as other programs know them."""
    return tuple(Option(each.text, each.correct, each.feedback) for each in choices)


LOST = "the reason of each pair is left out"

_SAID = {"gaps": "a text with several gaps"}


def carried(bank: Bank, forms: Collection[str], name: str) -> tuple[list[Item], list[Note]]:
    """Return the items whose form a format called ``name`` knows, and notes on the others."""
    items = [each for each in bank.items if each.form in forms]
    notes = [
        Note(each.id, f"left out: {name} has no form for {_SAID.get(each.form, 'it')}")
        for each in bank.items
        if each.form not in forms
    ]
    return items, notes


def shares(options: tuple[Option, ...]) -> Iterator[tuple[Option, float]]:
    """Yield each option with its part of the points in per cent: right minus wrong, as here."""
    part = 100 / max(1, sum(each.right for each in options))
    yield from ((each, part if each.right else -part) for each in options)
