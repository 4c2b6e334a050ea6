"""TextExpander: CSV without a head. Gaps are fill-ins.

A literal % is doubled. No byte order mark: it would become part of the first abbreviation.
"""

from __future__ import annotations

import re

from ....words import marked
from ..entries import Entry
from ..form import Format, Words
from ..pieces import joined
from ..table import row


def _fragment(entry: Entry, words: Words) -> str:
    def detail(number: int) -> str:
        return _fill_in(entry.catalogue.gettext("detail {number}", number=number))

    text = joined(entry.plain, _fill_in, detail, _with_doubled_percent)
    return row([entry.trigger, text, entry.label])


def _fill_in(name: str) -> str:
    return f"%filltext:name={re.sub(r'[^A-Za-z0-9]+', ' ', name).strip()}%"


def _with_doubled_percent(text: str) -> str:
    return text.replace("%", "%%")


FORMAT = Format(
    order=2,
    name="textexpander",
    title=marked("TextExpander CSV"),
    how=marked("Import it into a group. Type an abbreviation, or search."),
    file="phrases-textexpander.csv",
    type="text/csv",
    fragment=_fragment,
)
