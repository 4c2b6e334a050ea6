"""Every code an author can meet, with its meaning and its general cure.

Codes are stable: a code is never given another meaning, and the number of a rule
that goes is not used again. The page ``contributing/problem-codes.md`` is made
from this table.
"""

from __future__ import annotations

from .content import CONTENT
from .entry import Entry, Severity
from .files import FILES
from .pages import PAGES
from .quizzes import QUIZZES
from .safety import SAFETY
from .settings import SETTINGS
from .upkeep import UPKEEP

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
    "OR": "Your organisation's file",
    "EX": "Phrases as files for other tools",
    "UP": "Upkeep: when a file was last looked at",
}

CATALOGUE: dict[str, Entry] = {
    **FILES,
    **QUIZZES,
    **CONTENT,
    **PAGES,
    **SETTINGS,
    **SAFETY,
    **UPKEEP,
}

__all__ = ["CATALOGUE", "FAMILIES", "Entry", "Severity"]
