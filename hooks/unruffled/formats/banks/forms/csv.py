"""CSV, for a spreadsheet: written and read."""

from __future__ import annotations

from ..as_csv import write_csv
from ..csv_reader import read_csv
from ..form import Format

FORMAT = Format("csv", ".csv", write=write_csv, read=read_csv)
