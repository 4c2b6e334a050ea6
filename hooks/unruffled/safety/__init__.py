"""The wordings of safety.yml: from an author's notation to what the browser follows."""

from .compiled import compiled
from .parts import Choice, ClassName, Fault, Gap, Part, Word, parts_of
from .words import Words

__all__ = [
    "Choice",
    "ClassName",
    "Fault",
    "Gap",
    "Part",
    "Word",
    "Words",
    "compiled",
    "parts_of",
]
