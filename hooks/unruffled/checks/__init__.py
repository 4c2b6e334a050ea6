"""The rules about content, each with a code of the catalogue."""

# Importing a module of rules registers them.
from . import fences, kinds, links, modules, parts, phrases, quizzes, references, structure, texts
from .registry import RULES, run

__all__ = [
    "RULES",
    "fences",
    "kinds",
    "links",
    "modules",
    "parts",
    "phrases",
    "quizzes",
    "references",
    "run",
    "structure",
    "texts",
]
