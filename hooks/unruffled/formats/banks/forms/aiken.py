"""Aiken, plain text with one right answer: read."""

from __future__ import annotations

from ..aiken import read_aiken
from ..form import Format

FORMAT = Format("aiken", ".txt", read=read_aiken)
