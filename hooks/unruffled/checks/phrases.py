"""Rules for phrase tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..blocks.made import PHRASEBOOK, TABLE, TAKE_ALONG
from ..model.library import Library
from ..model.phrases import Phrase
from ..problems import nearest
from .ids import doubled, repeated, unknown, unlike_file
from .made_pages import is_told
from .registry import Finding, rule
from .texts import is_to_write


def _phrases(library: Library, *, copies: bool = True) -> Iterator[Phrase]:
    """Yield every phrase; on request without those of a file that is a copy of another."""
    for name, table in library.phrases.items():
        if copies or name == table.id or table.id not in library.phrases:
            yield from table.phrases


@rule(
    "PH101",
    meaning="A phrase table's id differs from its file name.",
    cure="Give the id and the file the same name.",
)
def id_is_the_file_name(library: Library) -> Iterator[Finding]:
    """A table is addressed by its id and found by its file."""
    yield from unlike_file(dict(library.phrases), "table")
    taken = {library.path_of(page): page.noun for page in (PHRASEBOOK, TAKE_ALONG)}
    for name in library.phrases:
        path = library.path_of(TABLE, name)
        if (page := taken.get(path)) and not is_told(library, path):
            cause = f"a phrase table cannot be named {name}: {page} is"
            yield Finding(library.phrases[name].at("id"), cause, "rename the file and its id")


@rule(
    "PH102",
    meaning="Two phrases of one table share an id.",
    cure="Give each phrase an id of its own.",
)
def phrase_ids_are_unique(library: Library) -> Iterator[Finding]:
    """A phrase has an address of its own."""
    for table in library.phrases.values():
        yield from repeated(table.phrases, "phrase")


@rule(
    "PH103",
    meaning="A situation is not in the vocabulary.",
    cure="Use an id from vocabulary.yml, or add the situation there.",
)
def situations_are_known(library: Library) -> Iterator[Finding]:
    """A filter can only offer situations that have a name."""
    known = {situation.id for situation in library.vocabulary.situations}
    if "vocabulary.yml" in library.partial:
        return
    for phrase in _phrases(library):
        yield from unknown(phrase, "situations", phrase.situations, known, "situation")


@rule(
    "PH104",
    meaning="Two phrases say the same.",
    cure="Remove one of them; one phrase can have several situations.",
)
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


@rule(
    "PH110",
    meaning="A phrase lists the same name twice.",
    cure="Remove one of the two, or correct it.",
)
def nothing_is_listed_twice(library: Library) -> Iterator[Finding]:
    """A name that stands twice was meant to be another one."""
    for phrase in _phrases(library):
        for key in ("situations", "channels", "evidence"):
            yield from doubled(phrase, key, getattr(phrase, key))


@rule(
    "PH107",
    meaning="The table's module is not a module page.",
    cure="Name a page under docs/ that has `objectives` in its front matter.",
)
def module_is_a_module(library: Library) -> Iterator[Finding]:
    """A table belongs to the page that teaches its phrases."""
    for table in library.phrases.values():
        page = library.pages.get(table.module)
        if not table.module or f"docs/{table.module}" in library.partial:
            continue
        if page is None:
            guess = nearest(table.module, library.pages)
            yield Finding(table.at("module"), f'there is no page "{table.module}": {guess}')
        elif not page.is_module and library.handbook.objectives == "required":
            yield Finding(table.at("module"), f'"{table.module}" has no objectives')


@rule(
    "PH108",
    meaning="A phrase is the same as what it says to avoid.",
    cure="Write what people say instead.",
)
def say_is_not_avoid(library: Library) -> Iterator[Finding]:
    """Good and bad side by side teach by their difference."""
    for phrase in _phrases(library):
        if phrase.say.casefold() == phrase.avoid.casefold():
            yield Finding(phrase.at("avoid"), f'"{phrase.id}" says and avoids the same words')


@rule(
    "PH112",
    meaning="A phrase has line breaks or a list: on the page, in copies and in exports it is one "
    "line.",
    cure="Write it as one line, or make a phrase of each; `>` in place of `|` joins the lines.",
    severity="note",
)
def say_is_one_line(library: Library) -> Iterator[Finding]:
    """Whoever copies a phrase gets one line, wherever it is copied from."""
    for phrase in _phrases(library):
        lines = [line.strip() for line in phrase.say.split("\n") if line.strip()]
        if len(lines) > 1:
            cause = (
                f'line breaks and lists are not kept: "{lines[1][:30]}" goes on in the same line'
            )
            yield Finding(phrase.at("say"), cause)
