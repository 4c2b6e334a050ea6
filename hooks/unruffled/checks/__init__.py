"""The rules about content, each with a code of the catalogue."""

# Importing a module of rules registers them.
from . import (
    assignments,
    cards,
    exports,
    fences,
    kinds,
    lines,
    links,
    modules,
    parts,
    paths,
    phrases,
    quizzes,
    references,
    safety,
    scenarios,
    sessions,
    structure,
    texts,
    wordings,
)
from .registry import RULES, run

__all__ = [
    "RULES",
    "assignments",
    "cards",
    "exports",
    "fences",
    "kinds",
    "lines",
    "links",
    "modules",
    "parts",
    "paths",
    "phrases",
    "quizzes",
    "references",
    "run",
    "safety",
    "scenarios",
    "sessions",
    "structure",
    "texts",
    "wordings",
]
