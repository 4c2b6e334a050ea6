"""Ids of questions that come from elsewhere."""

from __future__ import annotations

import re
import unicodedata

from ...model.base import is_id

LONGEST = 60


def id_of(wanted: str, other: str) -> str:
    """Return an id made of any text; ``other`` where nothing of it can be in an id."""
    letters = unicodedata.normalize("NFKD", wanted[:400].casefold())
    made = re.sub(r"[^a-z0-9]+", "-", re.sub(r"[\u0300-\u036f]", "", letters)).strip("-")
    made = made[:LONGEST].rstrip("-")
    return made if is_id(made) else other
