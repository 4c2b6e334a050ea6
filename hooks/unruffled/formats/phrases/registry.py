"""Every format there is: each module in forms/, in the order in which they are offered."""

from __future__ import annotations

from ...found import import_all
from .form import Format

_FOUND: list[Format] = [each.FORMAT for each in import_all("formats/phrases/forms/*.py")]

FORMATS = {each.name: each for each in sorted(_FOUND, key=lambda each: (each.order, each.name))}
