"""Rows of CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence


def row(cells: Sequence[str]) -> str:
    """Return one row with its line end, as RFC 4180 has it."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
