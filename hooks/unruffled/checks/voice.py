"""Rules for voice exercises: every one belongs to a module, and can be said as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..catalogue import family
from ..model.library import Library
from ..model.voice import Exercise, Voice
from .ids import no_page, repeated, unlike_file
from .registry import Finding, rule

family("VO", "Voice exercises")

_GAP = re.compile(r"\{[^{}]*\}")


@rule(
    "VO101",
    meaning="The id of a file of voice exercises differs from its name.",
    cure="Give the id and the file the same name: it is the address of the page.",
)
def id_is_the_file_name(library: Library) -> Iterator[Finding]:
    """A page of exercises is addressed by its id and found by its file."""
    yield from unlike_file(dict(library.of(Voice)), "voice")


@rule(
    "VO102",
    meaning="The module of voice exercises does not exist.",
    cure="Write the page's path relative to docs/.",
)
def module_exists(library: Library) -> Iterator[Finding]:
    """Who has said a line aloud wants to read why."""
    for voice in library.of(Voice).values():
        yield from no_page(library, voice, "module", voice.module)


@rule(
    "VO103",
    meaning="Two voice exercises of a file have one id.",
    cure="Give each exercise of the file an id of its own: the learner's record holds it.",
)
def ids_are_unique(library: Library) -> Iterator[Finding]:
    """What is noted for one exercise must not count for another."""
    for voice in library.of(Voice).values():
        yield from repeated(voice.exercises, "exercise")


@rule(
    "VO104",
    meaning="A line to say aloud needs more than one breath between two marks.",
    cure="Shorten it, or put a / where one breathes.",
)
def one_breath(library: Library) -> Iterator[Finding]:
    """Who runs out of breath hears that, and nothing of what was to be tried."""
    most = library.handbook.limits.line_words
    for each in _exercises(library):
        longest = max(len(part.split()) for part in each.breaths)
        if longest > most:
            cause = f"{longest} words are to be said in one breath, at most {most} fit"
            yield Finding(each.at("line"), cause)


@rule(
    "VO105",
    meaning="A line to say aloud has a gap.",
    cure="Write the words of an example in its place: nobody says braces.",
)
def nothing_is_open(library: Library) -> Iterator[Finding]:
    """The same words each time are what makes two tries comparable."""
    for each in _exercises(library):
        if gap := _GAP.search(each.line):
            yield Finding(each.at("line"), f"{gap[0]} cannot be said aloud")


@rule(
    "VO106",
    meaning="A mark for breath stands at the beginning or the end of a line, or beside another.",
    cure="Put the / between two words.",
)
def breaths_are_between_words(library: Library) -> Iterator[Finding]:
    """The page compares the pauses that were heard with the marks."""
    for each in _exercises(library):
        if not all(each.breaths):
            yield Finding(each.at("line"), "there are no words on one side of a /")


def _exercises(library: Library) -> Iterator[Exercise]:
    for voice in library.of(Voice).values():
        yield from voice.exercises
