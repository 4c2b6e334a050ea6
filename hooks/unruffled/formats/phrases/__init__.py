"""The phrases as files for other tools: one module for each format, all text made here."""

from .entries import Entry, entries
from .faults import unmapped
from .filters import FILTERS, chosen
from .publish import downloads, published
from .registry import FORMATS
from .writing import write

__all__ = [
    "FILTERS",
    "FORMATS",
    "Entry",
    "chosen",
    "downloads",
    "entries",
    "published",
    "unmapped",
    "write",
]
