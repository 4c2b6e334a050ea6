"""CSV: one question a line, for choices only. Safe in a spreadsheet, and read back from one."""

from __future__ import annotations

import csv
import io

from ..export.table import harmless, row
from ..render.inline import inline
from .items import Bank, Item, Note, Option

MOST = 8
"""Choices in a line."""

FORMS = {"choice": "single", "several": "multiple", "true_false": "true_false"}
COLUMNS = [
    *("id", "kind", "question", "right"),
    *(f"{name}_{number}" for number in range(1, MOST + 1) for name in ("choice", "feedback")),
    *("explanation", "objective"),
]


def write_csv(bank: Bank) -> tuple[str, list[Note]]:
    """Return the text of a CSV file, and what it does not carry."""
    carried = [each for each in bank.items if each.form in FORMS]
    notes = [note for note in bank.notes if any(each.id == note.id for each in carried)]
    notes += [
        Note(each.id, "left out: a line of CSV holds choices only")
        for each in bank.items
        if each.form not in FORMS
    ]
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


def read_csv(text: str) -> tuple[list[Item], list[Note]]:
    """Return the questions of a CSV file with our columns, and what could not be read.

    A semicolon between the cells is read, too: spreadsheets of many countries write it.
    """
    body = text.removeprefix("\ufeff")
    first = body.partition("\n")[0]
    mark = ";" if first.count(";") > first.count(",") else ","
    reader = csv.DictReader(io.StringIO(body, newline=""), delimiter=mark, restkey="", restval="")
    missing = {"question", "right", "choice_1"} - set(reader.fieldnames or ())
    if missing:
        return [], [Note("line 1", f"there is no column {', '.join(sorted(missing))}")]
    items, notes = [], []
    for number, line in enumerate(reader, 2):
        name = _cell(line, "id") or f"question-{number - 1}"
        item, why = _read(name, line)
        if item:
            items.append(item)
        else:
            notes.append(Note(name, f"left out: {why}"))
    return items, notes


def _cell(line: dict[str, str], name: str) -> str:
    """Return a cell without the apostrophe that keeps a spreadsheet from computing it."""
    text = (line.get(name) or "").strip()
    return text[1:] if text[:1] == "'" and harmless(text[1:]) == text else text


def _read(name: str, line: dict[str, str]) -> tuple[Item | None, str]:
    marks = _cell(line, "right").replace(",", " ").split()
    options = []
    for number in range(1, MOST + 1):
        if words := _cell(line, f"choice_{number}"):
            right = str(number) in marks
            options.append(Option(words, right, _cell(line, f"feedback_{number}")))
    hits = sum(each.right for each in options)
    if not _cell(line, "question"):
        return None, "it has no question"
    if len(options) < 2:
        return None, "it has fewer than two choices"
    if not hits or hits != len(set(marks)):
        return None, "`right` does not name choices that are there"
    kind = _cell(line, "kind")
    form = "several" if kind == "multiple" or hits > 1 else "choice"
    if [each.text.casefold() for each in options] == ["true", "false"]:
        form = "true_false"
    explanation = _cell(line, "explanation")
    stem = _cell(line, "question")
    return Item(name, form, stem, tuple(options), explanation=explanation), ""
