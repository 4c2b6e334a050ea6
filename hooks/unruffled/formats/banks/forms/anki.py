"""Anki, a deck of cards: written."""

from __future__ import annotations

from ..anki import write_anki
from ..form import Format

FORMAT = Format("anki", ".apkg", write=write_anki)
