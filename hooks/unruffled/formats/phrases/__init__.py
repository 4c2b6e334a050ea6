"""The phrases as files for other tools: one module for each format, all text made here."""

from .entries import Entry, entries
from .faults import unmapped
from .filters import FILTERS, chosen
from .publish import downloads, edition, in_parts, published, whole
from .registry import FORMATS
from .writing import write

__all__ = [
    "FILTERS",
    "FORMATS",
    "Entry",
    "chosen",
    "downloads",
    "edition",
    "entries",
    "in_parts",
    "published",
    "unmapped",
    "whole",
    "write",
]
