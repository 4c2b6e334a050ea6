"""CSV: one question a line, for choices only; safe in a spreadsheet. csv_reader.py reads it."""

from __future__ import annotations

from ...text.inline import inline
from ..phrases.table import harmless, row
from .csv_reader import COLUMNS, FORMS, MOST
from .items import Bank, Item, Note, Option


def write_csv(bank: Bank) -> tuple[str, list[Note]]:
    """Return the text of a CSV file, and what it does not carry."""
    carried = [each for each in bank.items if each.form in FORMS]
    left = [each.id for each in bank.items if each.form not in FORMS]
    notes = [note for note in bank.notes if note.id not in left]
    notes += [Note(name, "left out: a line of CSV holds choices only") for name in left]
    notes += [Note(each.id, "its hints are left out") for each in carried if each.hints]
    lines = [row(list(map(harmless, _cells(each)))) for each in carried]
    return f"\ufeff{row(COLUMNS)}{''.join(lines)}", notes


def _plain(text: str) -> str:
    return "\n".join(str(inline(line).striptags()) for line in text.split("\n"))


def _cells(item: Item) -> list[str]:
    right = [str(at) for at, each in enumerate(item.options, 1) if each.right]
    cells = [item.id, FORMS[item.form], _plain(item.stem), " ".join(right)]
    for option in (*item.options, *([Option("", False)] * (MOST - len(item.options)))):
        cells += [_plain(option.text), _plain(option.feedback)]
    return [*cells, _plain(item.explanation), item.tags[0] if item.tags else ""]
