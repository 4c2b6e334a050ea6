"""Rules for lines that an agent says aloud, in phrase tables and on situation cards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..model.base import Model
from ..model.library import Library
from ..model.organisation import PLACEHOLDERS
from ..problems import Place, closest, nearest
from .registry import Finding, rule

BREATH = 25
"""The most words that can be said in one breath at a calm pace."""

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")

_DOUBLE = re.compile(r"(?<!\{)\{{2,}+([^{}]*)\}{2,}")
_BRACE = re.compile(r"[{}]")
_WORD_AFTER = re.compile(r"\w*")
_WORD_BEFORE = re.compile(r"\w*\Z")
LONGEST_NAME = 80
"""How far before a brace its name is looked for: no further, or long words take their square."""

_SQUARE = re.compile(r"(?<![\]\\])\[([^\[\]]*)\](?!\s*[(\[])")


class _Line(NamedTuple):
    """What is said, and the way to it from the model that it stands in."""

    text: str
    owner: Model
    loc: tuple[str | int, ...]
    name: str
    """How messages call it."""

    @property
    def place(self) -> Place:
        return self.owner.at(*self.loc)


def _lines(library: Library) -> Iterator[_Line]:
    for table in library.phrases.values():
        for phrase in table.phrases:
            yield _Line(phrase.say, phrase, ("say",), f'the phrase "{phrase.id}"')
    for card in library.cards.values():
        for loc, text in card.lines:
            yield _Line(text, card, loc, "the line")


@rule("PH105")
def one_breath(library: Library) -> Iterator[Finding]:
    """A line that needs two breaths is read out, not said."""
    for line in _lines(library):
        if (count := len(line.text.split())) > BREATH:
            cause = f"{line.name} has {count} words, at most {BREATH} fit one breath"
            yield Finding(line.place, cause)


@rule("PH111")
def no_unsaid_words(library: Library) -> Iterator[Finding]:
    """What the house does not say reaches a customer by no phrase and no card."""
    unsaid = [
        (words, each, re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE))
        for each in library.vocabulary.unsaid
        for words in each.words
    ]
    for line in _lines(library):
        text = line.text.replace("’", "'")
        for words, entry, pattern in unsaid:
            if pattern.search(text):
                yield Finding(line.place, f'{line.name} says "{words}"', entry.instead)


@rule("PH106")
def placeholders_are_known(library: Library) -> Iterator[Finding]:
    """A placeholder that nobody knows would reach a customer in braces."""
    known = _placeholders(library)
    if "organisation.yml" in library.partial:
        return
    for line in _lines(library):
        for name in PLACEHOLDER.findall(_DOUBLE.sub("", line.text)):
            if name not in known:
                cause = f"unknown placeholder {{{name}}}: {nearest(name, known)}"
                yield Finding(line.place, cause)


def _placeholders(library: Library) -> set[str]:
    return PLACEHOLDERS | set(library.organisation.placeholders)


@rule("PH109")
def placeholders_stand_in_braces(library: Library) -> Iterator[Finding]:
    """What looks like a placeholder to its author is not one to the agent who copies it."""
    known = _placeholders(library)
    for line in _lines(library):
        for written, name in dict.fromkeys(_nearly_placeholders(line.text)):
            guess = closest(re.sub(r"\W+", "_", name.strip()).lower(), known) or "customer_name"
            cure = f"write `{{{guess}}}`, or … where the agent completes the sentence"
            yield Finding(line.place, f'"{written}" is not a placeholder', cure)


def _nearly_placeholders(say: str) -> Iterator[tuple[str, str]]:
    """Yield what is written in two braces, in square brackets or with one brace only."""
    for pattern in (_DOUBLE, _SQUARE):
        yield from ((match[0], match[1]) for match in pattern.finditer(say))
    rest = PLACEHOLDER.sub("", _DOUBLE.sub("", say))
    for match in _BRACE.finditer(rest):
        name = _WORD_AFTER.match(rest, match.end())
        if match[0] == "}":
            name = _WORD_BEFORE.search(rest, max(0, match.start() - LONGEST_NAME), match.start())
        word = name[0] if name else ""
        yield (f"{{{word}" if match[0] == "{" else f"{word}}}"), word
