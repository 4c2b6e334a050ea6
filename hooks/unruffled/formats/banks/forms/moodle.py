"""Moodle XML: written."""

from __future__ import annotations

from ..form import Format
from ..moodle import write_moodle

FORMAT = Format("moodle", ".xml", write=write_moodle)
