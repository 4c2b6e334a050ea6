"""Rules for the wordings of safety.yml: each can be read, can be met, and means one card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..model.base import Model
from ..model.library import Library
from ..model.safety import Loc, Safety
from ..problems import Place, nearest
from ..safety.compiled import Notation
from ..safety.examples import Example, Examples
from ..safety.parts import Choice, ClassName, Fault, Part, parts_of
from ..safety.words import plain
from .registry import Finding, once, rule

SHORTEST_SLIP = 5
"""The fewest letters of a word in which a slip is put right."""


class Written(NamedTuple):
    """A wording or an entry of a class: its text, where it stands, and what it belongs to."""

    text: str
    owner: Model
    loc: Loc
    card: str | None = None
    name: str | None = None
    """The class that it is an entry of."""

    @property
    def is_ordinary(self) -> bool:
        """Whether it is a phrase that looks like a risk and is none."""
        return self.card is None and self.name is None

    @property
    def place(self) -> Place:
        """Where it stands; looked up only when there is something to say."""
        return self.owner.at(*self.loc)


class Sound(NamedTuple):
    """A wording that can be read, and ways of saying it in full."""

    written: Written
    text: str
    examples: set[Example]


def _all(safety: Safety) -> Iterator[Written]:
    for each in safety.cards:
        for loc, text in each.texts:
            yield Written(text, each, loc, card=each.card)
    for index, text in enumerate(safety.ordinary):
        yield Written(text, safety, ("ordinary", index))
    for name, entries in safety.classes.items():
        for index, text in enumerate(entries):
            yield Written(text, safety, ("classes", name, index), name=name)


@once
def _read(library: Library) -> tuple[list[Sound], list[tuple[str, Finding]]]:
    """Return all that can be read, and the faults of the rest, each with its code."""
    sound: list[Sound] = []
    faults: list[tuple[str, Finding]] = []
    if not library.safety:
        return sound, faults
    notation = Notation(library.safety)
    texts = []
    for written in _all(library.safety):
        try:
            texts.append((written, notation.text(written.text, gaps=written.name is None)))
        except Fault as fault:
            faults.append((fault.code, Finding(written.place, _with_guess(fault, library.safety))))
    examples = Examples(notation.classes)
    sound += [Sound(written, text, examples.of(text)) for written, text in texts]
    return sound, faults


def _with_guess(fault: Fault, safety: Safety) -> str:
    return f"{fault}: {nearest(fault.name, safety.classes)}" if fault.name else str(fault)


def _faults(library: Library, code: str) -> Iterator[Finding]:
    return (finding for each, finding in _read(library)[1] if each == code)


def _wordings(library: Library) -> Iterator[Sound]:
    """Those that call for a card alone: no hints."""
    return (
        each for each in _read(library)[0] if each.written.card and each.written.loc[0] != "hints"
    )


@rule("SF105")
def classes_exist(library: Library) -> Iterator[Finding]:
    """A wording with a class that is not there would never be met."""
    yield from _faults(library, "SF105")


@rule("SF106")
def brackets_fit(library: Library) -> Iterator[Finding]:
    """A bracket that is not closed leaves open what it holds."""
    yield from _faults(library, "SF106")


@rule("SF107")
def wordings_say_something(library: Library) -> Iterator[Finding]:
    """What consists of fillers, or may be left out as a whole, would be met everywhere."""
    yield from _faults(library, "SF107")
    for each in _read(library)[0]:
        shortest = min(each.examples, key=len)
        said = f'"{each.written.text}"'
        if not shortest:
            cause = f"{said} is nothing when fillers and ( ) are left out"
            yield Finding(each.written.place, cause)
        elif len(shortest) == 1 and each.written.is_ordinary:
            cause = f'{said} can be "{shortest[0]}" alone, and would hide it everywhere'
            yield Finding(each.written.place, cause, "Name a second word that has to be there.")


@rule("SF108")
def wordings_can_be_followed(library: Library) -> Iterator[Finding]:
    """The finder answers while somebody types; so gaps and lengths have a bound."""
    yield from _faults(library, "SF108")


@rule("SF109")
def a_wording_means_one_card(library: Library) -> Iterator[Finding]:
    """The wrong first minute is as bad as none; and what stands twice is mended once."""
    seen: dict[Example, Written] = {}
    for each in _wordings(library):
        twice = sorted(words for words in each.examples if words in seen)
        for words in twice[:1]:
            other, said = seen[words], " ".join(words)
            if other.card != each.written.card:
                cause = f'"{said}" means the card "{other.card}" in line {other.place.line}'
                yield Finding(each.written.place, cause)
            elif len(twice) == len(each.examples):
                cause = f'"{said}" stands in line {other.place.line} already'
                yield Finding(each.written.place, cause)
        for words in each.examples:
            seen.setdefault(words, each.written)


@rule("SF110")
def ordinary_phrases_leave_wordings(library: Library) -> Iterator[Finding]:
    """A wording that an ordinary phrase hides wherever it stands would never be met."""
    hidden = {
        words: each.written
        for each in _read(library)[0]
        if each.written.is_ordinary
        for words in each.examples
        if words
    }
    for each in _wordings(library):
        hiding = [_hiding(words, hidden) for words in each.examples]
        if all(hiding):
            line = hiding[0].place.line
            cause = f'"{each.written.text}" is hidden by the ordinary phrase in line {line}'
            yield Finding(each.written.place, cause)


def _hiding(words: Example, hidden: dict[Example, Written]) -> Written | None:
    parts = (words[a:b] for a in range(len(words)) for b in range(a + 1, len(words) + 1))
    return next((hidden[part] for part in parts if part in hidden), None)


@rule("SF111")
def classes_end(library: Library) -> Iterator[Finding]:
    """A class that stands inside itself has no end."""
    safety = library.safety
    classes = safety.classes if safety else {}
    within = {name: _classes_in(entries) for name, entries in classes.items()}
    for name in within:
        if name in _below(name, within):
            yield Finding(safety.at("classes", name), f'the class "{name}" stands inside itself')


def _below(name: str, within: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    open_ = [name]
    while open_:
        for each in within.get(open_.pop(), ()):
            if each not in found:
                found.add(each)
                open_.append(each)
    return found


def _classes_in(texts: Iterable[str]) -> set[str]:
    return {name for text in texts for name in _names(_parts(text))}


def _parts(text: str) -> tuple[Part, ...]:
    try:
        return parts_of(text)
    except Fault:
        return ()


def _names(parts: tuple[Part, ...]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, ClassName):
            yield part.name
        elif isinstance(part, Choice):
            for option in part.options:
                yield from _names(option)


@rule("SF112")
def classes_are_used(library: Library) -> Iterator[Finding]:
    """A class that no wording uses was meant for one."""
    safety = library.safety
    if not safety or library.is_partial(safety):
        return
    used = _classes_in(each.text for each in _all(safety) if "{" in each.text)
    for name in safety.classes:
        if name not in used:
            yield Finding(safety.at("classes", name), f'nothing uses the class "{name}"')


@rule("SF113")
def words_of_the_lists_are_words(library: Library) -> Iterator[Finding]:
    """What can never be met in these lists looks like help and is none."""
    safety = library.safety
    if not safety:
        return
    for name in safety.spellings:
        if len(name.split()) > 1:
            yield Finding(safety.at("spellings", name), f'"{name}" is more than one word')
    for key in ("fillers", "slips", "no_slips"):
        for index, word in enumerate(getattr(safety, key)):
            if len(word.split()) > 1:
                yield Finding(safety.at(key, index), f'"{word}" is more than one word')
            elif key == "slips" and len(plain(word)) < SHORTEST_SLIP:
                cause = f'"{word}" has fewer than {SHORTEST_SLIP} letters'
                yield Finding(safety.at(key, index), cause)
