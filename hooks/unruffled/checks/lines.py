"""Rules for lines that an agent says or writes: phrases, situation cards and letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from ..model import gaps
from ..model.base import Model
from ..model.letter import Paragraph
from ..model.library import Library
from ..model.phrases import Phrase
from ..problems import Place, closest, nearest
from .registry import Finding, of_text, rule
from .texts import is_to_write

LISTS = frozenset({"vocabulary.yml", "organisation.yml"})
"""The files that list gaps."""

_DOUBLE = re.compile(r"(?<!\{)\{{2,}+([^{}]*)\}{2,}")
_BRACE = re.compile(r"[{}]")
_WORD_AFTER = re.compile(r"\w*")
_WORD_BEFORE = re.compile(r"\w*\Z")
LONGEST_NAME = 80
"""How far before a brace its name is looked for: no further, or long words take their square."""

_SQUARE = re.compile(r"(?<![\]\\])\[([^\[\]]*)\](?!\s*[(\[])")


class Line(NamedTuple):
    """What is said, and the way to it from the model that it stands in."""

    text: str
    owner: Model
    loc: tuple[str | int, ...]
    name: str
    """How messages call it."""
    for_customers: bool = True
    aloud: bool = True
    advised: bool = True
    """Whether it is held up as good: a weak letter is not."""
    form: Phrase | Paragraph | None = None
    """The model once more, where an `example` can show its gaps filled."""

    @property
    def place(self) -> Place:
        """Where the line stands."""
        return self.owner.at(*self.loc)


def lines(library: Library) -> Iterator[Line]:
    """Yield every line that is said or written, in phrase tables, on cards and in letters."""
    for table in library.phrases.values():
        for phrase in table.phrases:
            name = f'the phrase "{phrase.id}"'
            yield Line(phrase.say, phrase, ("say",), name, phrase.for_customers, form=phrase)
    for card in library.cards.values():
        for loc, text in card.lines:
            yield Line(text, card, loc, "the line")
    for letter in library.letters.values():
        for index, text in enumerate(letter.before):
            loc = ("before", index)
            yield Line(text, letter, loc, "the paragraph", False, aloud=False, advised=False)
        for each in letter.after:
            yield Line(each.write, each, ("write",), "the paragraph", aloud=False, form=each)


@rule(
    "PH105",
    meaning="A phrase is too long to say in one breath.",
    cure="Shorten it to 25 words, or make two phrases of it.",
)
def one_breath(library: Library) -> Iterator[Finding]:
    """A line that needs two breaths is read out, not said."""
    most = library.handbook.limits.line_words
    for line in lines(library):
        if line.aloud and (count := len(line.text.split())) > most:
            cause = f"{line.name} has {count} words, at most {most} fit one breath"
            yield Finding(line.place, cause)


@rule(
    "PH111",
    meaning="A line uses words that this house does not say.",
    cure="Say it another way; `unsaid` in vocabulary.yml and the house style say which.",
)
def no_unsaid_words(library: Library) -> Iterator[Finding]:
    """What the house does not say reaches a customer by no phrase, card or letter."""
    unsaid = [
        (words, each, re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE))
        for each in library.vocabulary.unsaid
        for words in each.words
    ]
    patterns = [pattern for _, _, pattern in unsaid]
    given = tuple(pattern.pattern for pattern in patterns)
    for line in filter(lambda each: each.advised, lines(library)):
        for index in of_text("unsaid", given, line.text, partial(_met, line.text, patterns)):
            words, entry, _ = unsaid[index]
            yield Finding(line.place, f'{line.name} says "{words}"', entry.instead)


def _met(text: str, patterns: list[re.Pattern[str]]) -> list[int]:
    """Return which of the patterns are met in a text."""
    text = text.replace("’", "'")
    return [index for index, each in enumerate(patterns) if each.search(text)]


@rule(
    "PH106",
    meaning="A line has a gap with a name that is not in the list.",
    cure="Use a name from `gaps` in vocabulary.yml, or add it there; an organisation adds its "
    "own below `gaps` in organisation.yml.",
)
def gaps_are_known(library: Library) -> Iterator[Finding]:
    """A gap that nobody knows has no words for its field."""
    known = library.gaps
    if LISTS & library.partial:
        return
    for line in lines(library):
        for name in gaps.names(line.text):
            if name not in known:
                yield Finding(line.place, f"unknown gap {{{name}}}: {nearest(name, known)}")


@rule(
    "PH113",
    meaning="A phrase has a gap and no example.",
    cure="Add `example`: the same line with every gap filled.",
)
def gaps_have_an_example(library: Library) -> Iterator[Finding]:
    """A line with gaps is a form; only the filled line shows how it sounds."""
    for line in lines(library):
        found = gaps.names(line.text)
        if found and line.form and not line.form.example:
            names = ", ".join(f"{{{name}}}" for name in found)
            yield Finding(line.place, f"{line.name} has {names}, and no `example`")


@rule(
    "PH114",
    meaning="An example is not its line with every gap filled.",
    cure="Keep the words outside the gaps as they are in `say`, and put something into each gap.",
)
def example_is_the_filled_line(library: Library) -> Iterator[Finding]:
    """An example with other words shows another line."""
    for line in lines(library):
        example = line.form.example if line.form else None
        if not example or is_to_write(example) or is_to_write(line.text):
            continue
        place = line.owner.at("example")
        if open_gaps := gaps.names(example):
            yield Finding(place, f"the example leaves {{{open_gaps[0]}}} open")
        elif not gaps.fits(example, line.text):
            key = line.loc[-1]
            yield Finding(place, f"the example of {line.name} says more than `{key}`, or less")


@rule(
    "PH109",
    meaning="A gap is not written in one pair of braces.",
    cure="Write `{next_step}`, with a name from `gaps` in vocabulary.yml.",
)
def gaps_stand_in_braces(library: Library) -> Iterator[Finding]:
    """What looks like a gap to its author is not one to the agent who copies it."""
    known = library.gaps
    for line in lines(library):
        for written, name in dict.fromkeys(_nearly_gaps(line.text)):
            guess = closest(re.sub(r"\W+", "_", name.strip()).lower(), known) or "next_step"
            cure = f"write `{{{guess}}}`: a name from `gaps` in vocabulary.yml, in braces"
            yield Finding(line.place, f'"{written}" is not a gap', cure)


def _nearly_gaps(say: str) -> Iterator[tuple[str, str]]:
    """Yield what is written in two braces, in square brackets or with one brace only."""
    for pattern in (_DOUBLE, _SQUARE):
        yield from ((match[0], match[1]) for match in pattern.finditer(say))
    rest = gaps.GAP.sub("", _DOUBLE.sub("", say))
    for match in _BRACE.finditer(rest):
        name = _WORD_AFTER.match(rest, match.end())
        if match[0] == "}":
            name = _WORD_BEFORE.search(rest, max(0, match.start() - LONGEST_NAME), match.start())
        word = name[0] if name else ""
        yield (f"{{{word}" if match[0] == "{" else f"{word}}}"), word
