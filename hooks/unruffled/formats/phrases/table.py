"""Rows of CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from ...text.escaping import UNSHOWN


def row(cells: Sequence[str]) -> str:
    """Return one row with its line end, as RFC 4180 has it; without control characters."""
    line = io.StringIO()
    shown = [UNSHOWN.sub("", cell) for cell in cells]
    csv.writer(line, lineterminator="\r\n").writerow(shown)
    return line.getvalue()


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
