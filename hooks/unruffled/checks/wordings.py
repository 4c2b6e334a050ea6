"""Rules for the wordings of safety.yml and finder.yml: each can be read and can be met."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..model.base import Model
from ..model.library import Library
from ..model.safety import Loc, Safety
from ..model.signs import Signs
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
        """Whether it is a phrase that looks like what is looked for, and is not."""
        return self.loc[0] == "ordinary"

    @property
    def place(self) -> Place:
        """Where it stands; looked up only when there is something to say."""
        return self.owner.at(*self.loc)


class Sound(NamedTuple):
    """A wording that can be read, and ways of saying it in full."""

    written: Written
    text: str
    examples: set[Example]


Owner = Safety | Signs


class Read(NamedTuple):
    """One file: what of it can be read, and the faults of the rest, each with its code."""

    owner: Owner
    sound: list[Sound]
    faults: list[tuple[str, Finding]]


def _all(owner: Owner) -> Iterator[Written]:
    for each in owner.cards:
        for loc, text in each.texts:
            yield Written(text, each, loc, card=each.card)
    for key in ("ordinary", "everyday"):
        for index, text in enumerate(getattr(owner, key, ())):
            yield Written(text, owner, (key, index))
    for name, entries in owner.classes.items():
        for index, text in enumerate(entries):
            yield Written(text, owner, ("classes", name, index), name=name)


def _owners(library: Library) -> list[Owner]:
    return [each for each in (library.safety, library.signs) if each]


@once
def _read(library: Library) -> list[Read]:
    return [_read_one(owner) for owner in _owners(library)]


def _read_one(owner: Owner) -> Read:
    notation = Notation(owner)
    texts = []
    faults: list[tuple[str, Finding]] = []
    for written in _all(owner):
        try:
            texts.append((written, notation.text(written.text, gaps=written.name is None)))
        except Fault as fault:
            faults.append((fault.code, Finding(written.place, _with_guess(fault, owner))))
    examples = Examples(notation.classes)
    sound = [Sound(written, text, examples.of(text)) for written, text in texts]
    return Read(owner, sound, faults)


def _with_guess(fault: Fault, owner: Owner) -> str:
    return f"{fault}: {nearest(fault.name, owner.classes)}" if fault.name else str(fault)


def _faults(library: Library, code: str) -> Iterator[Finding]:
    return (finding for read in _read(library) for each, finding in read.faults if each == code)


def _wordings(read: Read) -> Iterator[Sound]:
    """Those that call for a card alone: no hints."""
    return (each for each in read.sound if each.written.card and each.written.loc[0] != "hints")


@rule(
    "SF105",
    meaning="A wording uses a class that its file does not have.",
    cure="Correct the name in braces, or add the class to `classes`.",
)
def classes_exist(library: Library) -> Iterator[Finding]:
    """A wording with a class that is not there would never be met."""
    yield from _faults(library, "SF105")


@rule(
    "SF106",
    meaning="A bracket of a wording has no counterpart, stands inside another, or holds nothing.",
    cure="Write `[one|of these]`, `(may be left out)` and `{class}`, none inside another but a "
    "class.",
)
def brackets_fit(library: Library) -> Iterator[Finding]:
    """A bracket that is not closed leaves open what it holds."""
    yield from _faults(library, "SF106")


@rule(
    "SF107",
    meaning="A wording says nothing.",
    cure="Name at least one word that has to be there and is not among the fillers.",
)
def wordings_say_something(library: Library) -> Iterator[Finding]:
    """What consists of fillers, or may be left out as a whole, would be met everywhere."""
    yield from _faults(library, "SF107")
    for each in (each for read in _read(library) for each in read.sound):
        shortest = min(each.examples, key=len)
        said = f'"{each.written.text}"'
        if not shortest:
            cause = f"{said} is nothing when fillers and ( ) are left out"
            yield Finding(each.written.place, cause)
        elif len(shortest) == 1 and each.written.is_ordinary:
            cause = f'{said} can be "{shortest[0]}" alone, and would hide it everywhere'
            yield Finding(each.written.place, cause, "Name a second word that has to be there.")


@rule(
    "SF108",
    meaning="A wording is longer than can be followed, or has a gap where none can be.",
    cure="Make it shorter. A gap `...` stands between two words, at most twice in a wording.",
)
def wordings_can_be_followed(library: Library) -> Iterator[Finding]:
    """The finder answers while somebody types; so gaps and lengths have a bound."""
    yield from _faults(library, "SF108")


@rule(
    "SF109",
    meaning="The same words call for two risk cards, or stand twice.",
    cure="Keep them where they belong. Say by one more word whom it is about.",
)
def a_wording_means_one_card(library: Library) -> Iterator[Finding]:
    """The wrong first minute is as bad as none; and what stands twice is mended once.

    In finder.yml the same words may hint at several cards: they are weighed.
    """
    seen: dict[Example, Written] = {}
    risks = [read for read in _read(library) if read.owner is library.safety]
    for each in (each for read in risks for each in _wordings(read)):
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


@rule(
    "SF110",
    meaning="An ordinary phrase hides a wording wherever it stands.",
    cure="Make the ordinary phrase longer, or remove one of the two.",
)
def ordinary_phrases_leave_wordings(library: Library) -> Iterator[Finding]:
    """A wording that an ordinary phrase hides wherever it stands would never be met."""
    for read in _read(library):
        hidden = {
            words: each.written
            for each in read.sound
            if each.written.is_ordinary
            for words in each.examples
            if words
        }
        for each in _wordings(read):
            found = [_hiding(words, hidden) for words in each.examples]
            hiding = [ordinary for ordinary in found if ordinary]
            if len(hiding) == len(found):
                line = hiding[0].place.line
                cause = f'"{each.written.text}" is hidden by the ordinary phrase in line {line}'
                yield Finding(each.written.place, cause)


def _hiding(words: Example, hidden: dict[Example, Written]) -> Written | None:
    parts = (words[a:b] for a in range(len(words)) for b in range(a + 1, len(words) + 1))
    return next((hidden[part] for part in parts if part in hidden), None)


@rule("SF111", meaning="A class stands inside itself.", cure="Write out the words that are meant.")
def classes_end(library: Library) -> Iterator[Finding]:
    """A class that stands inside itself has no end."""
    for owner in _owners(library):
        within = {name: _classes_in(entries) for name, entries in owner.classes.items()}
        for name in within:
            if name in _below(name, within):
                cause = f'the class "{name}" stands inside itself'
                yield Finding(owner.at("classes", name), cause)


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


@rule(
    "SF112",
    meaning="No wording uses this class.",
    cure="Use it as `{name}` in a wording, or remove it.",
)
def classes_are_used(library: Library) -> Iterator[Finding]:
    """A class that no wording uses was meant for one."""
    for owner in _owners(library):
        if library.is_partial(owner):
            continue
        used = _classes_in(each.text for each in _all(owner) if "{" in each.text)
        for name in owner.classes:
            if name not in used:
                yield Finding(owner.at("classes", name), f'nothing uses the class "{name}"')


@rule(
    "SF113",
    meaning="An entry of `spellings`, `fillers`, `slips` or `no_slips` can never be met.",
    cure="Write one word; for `slips` of at least five letters.",
)
def words_of_the_lists_are_words(library: Library) -> Iterator[Finding]:
    """What can never be met in these lists looks like help and is none."""
    for owner in _owners(library):
        for name in owner.spellings:
            if len(name.split()) > 1:
                yield Finding(owner.at("spellings", name), f'"{name}" is more than one word')
        for key in ("fillers", "slips", "no_slips"):
            for index, word in enumerate(getattr(owner, key, ())):
                if len(word.split()) > 1:
                    yield Finding(owner.at(key, index), f'"{word}" is more than one word')
                elif key == "slips" and len(plain(word)) < SHORTEST_SLIP:
                    cause = f'"{word}" has fewer than {SHORTEST_SLIP} letters'
                    yield Finding(owner.at(key, index), cause)
