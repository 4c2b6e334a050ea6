"""CSV for spreadsheets: UTF-8 with a byte order mark, CRLF, and nothing that is a formula."""

from __future__ import annotations

from ....words import marked
from ..entries import Entry, words
from ..form import Format, Words
from ..pieces import in_braces
from ..table import harmless, row

COLUMNS = (
    "id",
    "table",
    "say",
    "instead_of",
    "why",
    "not_when",
    "moment",
    "tone",
    "channels",
    "situations",
    "customer_says",
    "placeholders",
    "trigger",
    "example",
)


def _fragment(entry: Entry, _: Words) -> str:
    cells = (
        entry.id,
        entry.folder_title,
        in_braces(entry.plain),
        words(entry.avoid),
        words(entry.why),
        words(entry.not_when),
        entry.moment or "",
        entry.tone or "",
        ", ".join(entry.channels),
        ", ".join(entry.labels),
        " | ".join(entry.source.customer_says),
        ", ".join(entry.gaps),
        entry.trigger,
        words(entry.example),
    )
    return row(list(map(harmless, cells)))


FORMAT = Format(
    order=3,
    name="csv",
    title=marked("CSV for a spreadsheet"),
    how=marked(
        "Open it in Excel, LibreOffice or Google Sheets. If all of it stands in one column, import "
        "it there, in UTF-8 and with a comma between the cells."
    ),
    file="phrases.csv",
    type="text/csv",
    fragment=_fragment,
    head=f"\ufeff{row(COLUMNS)}",
)
