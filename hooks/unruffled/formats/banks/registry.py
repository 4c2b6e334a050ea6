"""Every format there is: each module in forms/."""

from __future__ import annotations

from ...found import import_all
from .form import Format

_FOUND: list[Format] = [each.FORMAT for each in import_all("formats/banks/forms/*.py")]

WRITERS = {each.name: each.write for each in _FOUND if each.write}
READERS = {each.name: each.read for each in _FOUND if each.read}
ENDINGS = {each.name: each.ending for each in _FOUND}
