"""Every code that an author can meet, with its meaning and its general cure.

Each is declared where it is found: a rule's on the rule, another one beside the code that tells
it. Codes are stable: a code is never given another meaning, and the number of a rule that goes is
not used again. The page ``contributing/problem-codes.md`` is made from what is collected here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

Severity = Literal["error", "note"]


class Entry(NamedTuple):
    """What a code means and what to do about it."""

    meaning: str
    cure: str
    severity: Severity = "error"


CATALOGUE: dict[str, Entry] = {}

FAMILIES = {
    "YA": "YAML: the file cannot be read",
    "KY": "Keys and values",
    "TX": "Texts",
    "QZ": "Quizzes",
    "PH": "Phrase tables",
    "LT": "Letters",
    "CD": "Situation cards",
    "LP": "Learning paths",
    "SC": "Scenarios",
    "AS": "Assignments",
    "SE": "Sessions and the rubric",
    "MD": "Module pages and front matter",
    "FN": "Fences on a page",
    "LK": "Links",
    "ST": "Structure of the site",
    "RF": "References and vocabulary",
    "SF": "Wordings and sentences: safety.yml, safety-examples.yml and finder.yml",
    "HB": "The handbook's own decisions: handbook.yml",
    "OR": "Your organisation's file",
    "EX": "Phrases as files for other tools",
    "UP": "Upkeep: when a file was last looked at",
}
"""What codes begin with, in the order of the page; ``family`` adds more at its end."""


def family(letters: str, name: str) -> None:
    """Name what codes are about that begin with ``letters``."""
    if FAMILIES.setdefault(letters, name) != name:
        raise ValueError(f"{letters} are codes of something else: {FAMILIES[letters]}")


def declare(name: str, *, meaning: str, cure: str, severity: Severity = "error") -> str:
    """Declare a code, and return it.

    Raises ValueError for one that is declared already, and KeyError for one of no family: a
    programmer's mistake, found when the module is imported.
    """
    FAMILIES[name[:2]]
    if name in CATALOGUE:
        raise ValueError(f"the code {name} is declared already")
    CATALOGUE[name] = Entry(meaning, cure, severity)
    return name


def families() -> Iterator[tuple[str, list[tuple[str, Entry]]]]:
    """Yield the name of each family with its codes, whatever the order of their declaration."""
    codes = sorted(CATALOGUE.items())
    for letters in (*_FIRST, *sorted(FAMILIES.keys() - set(_FIRST))):
        yield FAMILIES[letters], [each for each in codes if each[0].startswith(letters)]


_FIRST = tuple(FAMILIES)
