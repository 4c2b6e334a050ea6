"""The wordings of safety.yml: from an author's notation to what the browser follows."""

from .compiled import compiled, compiled_signs
from .examples import Examples
from .packed import packed
from .parts import Choice, ClassName, Fault, Gap, Part, Word, parts_of
from .training import NO_RISK, Lesson, learn
from .words import Words

__all__ = [
    "NO_RISK",
    "Choice",
    "ClassName",
    "Examples",
    "Fault",
    "Gap",
    "Lesson",
    "Part",
    "Word",
    "Words",
    "compiled",
    "compiled_signs",
    "learn",
    "packed",
    "parts_of",
]
