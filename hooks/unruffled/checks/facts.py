"""What a line for every call must not say outside its gaps: facts that are true in one call."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from ..model import gaps
from ..model.facts import Fact
from ..model.library import Library
from ..problems import nearest
from .lines import LISTS, lines
from .registry import Finding, of_text, rule
from .texts import is_to_write

_FIGURES = r"[£$€¥]?\d[\d.,:]*(?<![.,:])%?"
"""Times, dates, amounts and numbers of anything."""


@rule(
    "PH115",
    meaning="A line for customers has a fact outside its gaps: a day, an hour, a number, a name.",
    cure="Make it a gap, with a name from `gaps` in vocabulary.yml: the line holds for every call.",
)
def facts_stand_in_gaps(library: Library) -> Iterator[Finding]:
    """Whoever copies a line would tell the next customer the day of the last."""
    facts = library.vocabulary.facts
    patterns = [(_pattern(fact), fact.gap) for fact in facts]
    patterns += [(re.compile(_FIGURES), "number")] if facts else []
    given = tuple((each.pattern, gap) for each, gap in patterns)
    for line in lines(library):
        if line.for_customers and not is_to_write(line.text):
            found = of_text("facts", given, line.text, partial(_said, line.text, patterns))
            if found:
                words = ", ".join(f'"{each}"' for each, _ in found)
                yield Finding(line.place, f"{line.name} says {words}", _cure(library, found[0][1]))


def _said(text: str, patterns: list[tuple[re.Pattern[str], str]]) -> list[tuple[str, str]]:
    """Return each fact that a line says, with the name of a gap for it."""
    said = "\n".join(map(_as_said, gaps.outside(text)))
    return [(match[0], gap) for each, gap in patterns for match in each.finditer(said)]


def _as_said(text: str) -> str:
    """Return a part of a line without the targets of its links, and without emphasis."""
    return re.sub(r"\]\([^()]*\)", "]", text).replace("_", " ")


def _pattern(fact: Fact) -> re.Pattern[str]:
    """Return what finds the words of a fact; their spaces are never the end of a line's part."""
    words = "|".join(map(_whole, sorted(fact.words, key=len, reverse=True)))
    if not fact.after:
        return re.compile(words)
    return re.compile(f"(?:{'|'.join(map(_whole, fact.after))}) (?:{words})")


def _whole(word: str) -> str:
    """Return a word as a pattern: in any letters, or with the capitals that it has."""
    exact = word != word.lower()
    escaped = re.escape(word.replace("’", "'"))
    return rf"(?<!\w)(?{'' if exact else 'i'}:{escaped})(?!\w)"


def _cure(library: Library, gap: str) -> str | None:
    return f"make it a gap: `{{{gap}}}`, or another from the list" if gap in library.gaps else None


@rule(
    "RF106",
    meaning="A list of facts names a gap that does not exist.",
    cure="Name a gap from `gaps`, or add it there.",
)
def facts_name_gaps(library: Library) -> Iterator[Finding]:
    """The cure for a fact is the gap that its list names."""
    if LISTS & library.partial:
        return
    for fact in library.vocabulary.facts:
        if fact.origin and fact.gap not in library.gaps:
            cause = f'there is no gap "{fact.gap}": {nearest(fact.gap, library.gaps)}'
            yield Finding(fact.at("gap"), cause)
