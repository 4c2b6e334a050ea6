"""The wordings of safety.yml: from an author's notation to what the browser follows."""

from .compiled import compiled, compiled_signs
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
    "compiled_signs",
    "parts_of",
]
