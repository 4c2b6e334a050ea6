"""Rules for phrase tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.library import Library
from ..model.organisation import PLACEHOLDERS
from ..model.phrases import Phrase
from ..problems import closest, nearest
from .ids import doubled, repeated, unknown, unlike_file
from .registry import Finding, rule
from .texts import is_to_write

TAKEN = {"index": "the page of all phrases", "take-along": "the page of files to take along"}
"""Names that pages beside the tables have."""

BREATH = 25
"""The most words that can be said in one breath at a calm pace."""

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")

_DOUBLE = re.compile(r"\{\{+\s*([^{}]*?)\s*\}+\}")
_SQUARE = re.compile(r"(?<![\]\\])\[([^\[\]]*)\](?!\s*[(\[])")


def _phrases(library: Library, *, copies: bool = True) -> Iterator[Phrase]:
    """Yield every phrase; on request without those of a file that is a copy of another."""
    for name, table in library.phrases.items():
        if copies or name == table.id or table.id not in library.phrases:
            yield from table.phrases


@rule("PH101")
def id_is_the_file_name(library: Library) -> Iterator[Finding]:
    """A table is addressed by its id and found by its file."""
    yield from unlike_file(dict(library.phrases), "table")
    for name, page in TAKEN.items():
        if name in library.phrases:
            cause = f"a phrase table cannot be named {name}: {page} is"
            yield Finding(library.phrases[name].at("id"), cause, "rename the file and its id")


@rule("PH102")
def phrase_ids_are_unique(library: Library) -> Iterator[Finding]:
    """A phrase has an address of its own."""
    for table in library.phrases.values():
        yield from repeated(table.phrases, "phrase")


@rule("PH103")
def situations_are_known(library: Library) -> Iterator[Finding]:
    """A filter can only offer situations that have a name."""
    known = {situation.id for situation in library.vocabulary.situations}
    if "vocabulary.yml" in library.partial:
        return
    for phrase in _phrases(library):
        yield from unknown(phrase, "situations", phrase.situations, known, "situation")


@rule("PH104")
def phrases_differ(library: Library) -> Iterator[Finding]:
    """The same words twice are one phrase with two uses."""
    seen: dict[str, Phrase] = {}
    for phrase in _phrases(library, copies=False):
        if is_to_write(phrase.say):
            continue
        words = " ".join(re.findall(r"\w+", phrase.say.casefold()))
        if words in seen:
            cause = f"these words stand already at {seen[words].at('say')}"
            yield Finding(phrase.at("say"), cause)
        seen.setdefault(words, phrase)


@rule("PH105")
def one_breath(library: Library) -> Iterator[Finding]:
    """A line that needs two breaths is read out, not said."""
    for phrase in _phrases(library):
        if (count := len(phrase.say.split())) > BREATH:
            cause = f'the phrase "{phrase.id}" has {count} words, at most {BREATH} fit one breath'
            yield Finding(phrase.at("say"), cause)


@rule("PH106")
def placeholders_are_known(library: Library) -> Iterator[Finding]:
    """A placeholder that nobody knows would reach a customer in braces."""
    known = _placeholders(library)
    if "organisation.yml" in library.partial:
        return
    for phrase in _phrases(library):
        for name in PLACEHOLDER.findall(_DOUBLE.sub("", phrase.say)):
            if name not in known:
                cause = f"unknown placeholder {{{name}}}: {nearest(name, known)}"
                yield Finding(phrase.at("say"), cause)


def _placeholders(library: Library) -> set[str]:
    return PLACEHOLDERS | set(library.organisation.placeholders)


@rule("PH109")
def placeholders_stand_in_braces(library: Library) -> Iterator[Finding]:
    """What looks like a placeholder to its author is not one to the agent who copies it."""
    known = _placeholders(library)
    for phrase in _phrases(library):
        for written, name in _nearly_placeholders(phrase.say):
            guess = closest(re.sub(r"\W+", "_", name.strip()).lower(), known) or "customer_name"
            cure = f"write `{{{guess}}}`, or … where the agent completes the sentence"
            yield Finding(phrase.at("say"), f'"{written}" is not a placeholder', cure)


def _nearly_placeholders(say: str) -> Iterator[tuple[str, str]]:
    """Yield what is written in two braces, in square brackets or with one brace only."""
    for pattern in (_DOUBLE, _SQUARE):
        yield from ((match[0], match[1]) for match in pattern.finditer(say))
    rest = PLACEHOLDER.sub("", _DOUBLE.sub("", say))
    for match in re.finditer(r"\{(\w*)|(\w*)\}", rest):
        yield match[0], match[1] or match[2] or ""


@rule("PH110")
def nothing_is_listed_twice(library: Library) -> Iterator[Finding]:
    """A name that stands twice was meant to be another one."""
    for phrase in _phrases(library):
        for key in ("situations", "channels", "evidence"):
            yield from doubled(phrase, key, getattr(phrase, key))


@rule("PH107")
def module_is_a_module(library: Library) -> Iterator[Finding]:
    """A table belongs to the page that teaches its phrases."""
    for table in library.phrases.values():
        page = library.pages.get(table.module)
        if not table.module or f"docs/{table.module}" in library.partial:
            continue
        if page is None:
            guess = nearest(table.module, library.pages)
            yield Finding(table.at("module"), f'there is no page "{table.module}": {guess}')
        elif not page.is_module:
            yield Finding(table.at("module"), f'"{table.module}" has no objectives')


@rule("PH108")
def say_is_not_avoid(library: Library) -> Iterator[Finding]:
    """Good and bad side by side teach by their difference."""
    for phrase in _phrases(library):
        if phrase.say.casefold() == phrase.avoid.casefold():
            yield Finding(phrase.at("avoid"), f'"{phrase.id}" says and avoids the same words')
