"""CSV, read: one question a line, from whatever a spreadsheet makes of our columns."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from ..phrases.table import harmless
from .items import Item, Note, Option, left_out
from .naming import id_of

MOST = 8
"""Choices in a line."""

FORMS = {"choice": "single", "several": "multiple", "true_false": "true_false"}
COLUMNS = [
    *("id", "kind", "question", "right"),
    *(f"{name}_{number}" for number in range(1, MOST + 1) for name in ("choice", "feedback")),
    *("explanation", "objective"),
]
NEEDED = {"question", "right", "choice_1"}

_SEPARATOR = re.compile(r'\s*"?sep=([^\w\s"]|\t)[^\w\n]*(?:\r\n?|\n|$)', re.IGNORECASE)
_MISREAD = "\u00ef\u00bb\u00bf"
"""A byte order mark in UTF-8, read as another encoding and saved again."""

Row = tuple[int, list[str]]


def read_csv(text: str) -> tuple[list[Item], list[Note]]:
    """Return the questions of a CSV file with our columns, and what could not be read.

    Comma, semicolon or tab between the cells is found from the first line, or said there
    (`sep=;`). Columns may be in any order and in capitals.
    """
    body = re.sub(rf"^(?:\ufeff|{_MISREAD}|\s)+", "", text).replace("\ufeff", "")
    said = _SEPARATOR.match(body)
    if said:
        body = re.sub(rf"^(?:{_MISREAD})+", "", body[said.end() :])
    rows, notes = _rows(body, said[1] if said else _guess(body), 2 if said else 1)
    if not rows:
        return [], notes or [Note("line 1", "there is nothing in it", 1, lost=True)]
    (first, head), *lines = rows
    columns = [_column(each) for each in head]
    if missing := NEEDED - set(columns):
        words = f"there is no column {', '.join(sorted(missing))}"
        return [], [*notes, Note(f"line {first}", words, first, lost=True)]
    notes += _unknown(first, head, columns, lines)
    items: list[Item] = []
    for at, (number, cells) in enumerate(lines, 1):
        item, found = _question(number, at, columns, cells)
        items += [item] if item else []
        notes += found
    return items, notes


def _guess(body: str) -> str:
    first = re.split(r"[\r\n]", body, maxsplit=1)[0]
    return max(",;\t|", key=first.count)


def _rows(body: str, mark: str, first: int) -> tuple[list[Row], list[Note]]:
    """Return every line that is not empty, with its number, and what stopped the reading."""
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=mark)
    rows: list[Row] = []
    notes: list[Note] = []
    while True:
        number = first + reader.line_num
        try:
            cells = next(reader, None)
        except csv.Error as error:
            words = f"nothing is read from here on: {error}"
            notes.append(Note(f"line {number}", words, number, lost=True))
            break
        if cells is None:
            break
        if any(cell.strip() for cell in cells):
            rows.append((number, cells))
    if body.count('"') % 2 and rows:
        number, _ = rows.pop()
        words = "nothing is read from here on: a quotation mark is opened and not closed"
        notes.append(Note(f"line {number}", words, number, lost=True))
    return rows, notes


def _column(name: str) -> str:
    """Return what a column is called here; `Choice 1` is `choice_1`."""
    plain = re.sub(r"[\s_-]+", "_", name.replace(_MISREAD, "").strip(" \t\r\n\"'").casefold())
    return re.sub(r"^(choice|feedback)(\d)", r"\1_\2", plain)


def _unknown(first: int, head: list[str], columns: list[str], lines: list[Row]) -> Iterator[Note]:
    """Name each column that is not read, if something stands in it."""
    for at, name in enumerate(columns):
        filled = any(at < len(cells) and cells[at].strip() for _, cells in lines)
        if filled and (name not in COLUMNS or name in columns[:at]):
            why = "stands there twice" if name in COLUMNS else "is not known"
            words = f'the column "{head[at].strip()}" {why} and is not read'
            yield Note(f"line {first}", words, first, lost=True)


def _cell(text: str) -> str:
    """Return a cell without the apostrophe that keeps a spreadsheet from computing it."""
    text = text.strip()
    return text[1:] if text[:1] == "'" and harmless(text[1:]) == text else text


def _question(
    number: int, at: int, columns: list[str], cells: list[str]
) -> tuple[Item | None, list[Note]]:
    line: dict[str, str] = {}
    for name, cell in zip(columns, cells, strict=False):
        line.setdefault(name, _cell(cell))
    wanted = line.get("id", "")
    name = id_of(wanted, f"question-{at}")
    item, why = _read(name, number, line)
    if item is None:
        return None, [left_out(name, why, number)]
    notes = [Note(name, words, number, lost=True) for words in _lost(columns, cells, line)]
    if wanted and wanted != name:
        short = " ".join(wanted.split())[:40]
        notes.append(Note(name, f'"{short}" can be no id here, so this is its id', number))
    return item, notes


def _lost(columns: list[str], cells: list[str], line: dict[str, str]) -> Iterator[str]:
    if any(cell.strip() for cell in cells[len(columns) :]):
        yield "it has more cells than there are columns"
    if (kind := line.get("kind", "")) and kind.casefold() not in FORMS.values():
        yield f'its kind "{kind[:40]}" is not known: read by its choices'
    for number in range(1, MOST + 1):
        if line.get(f"feedback_{number}") and not line.get(f"choice_{number}"):
            yield f"feedback_{number} has no choice"


def _read(name: str, number: int, line: dict[str, str]) -> tuple[Item | None, str]:
    marks = re.sub(r"\.0+(?=\D|$)", "", re.sub(r"[,;]", " ", line.get("right", ""))).split()
    options = [
        Option(words, str(at) in marks, line.get(f"feedback_{at}", ""))
        for at in range(1, MOST + 1)
        if (words := line.get(f"choice_{at}", ""))
    ]
    hits = sum(each.right for each in options)
    stem = line.get("question", "")
    if not stem:
        return None, "it has no question"
    if len(options) < 2:
        return None, "it has fewer than two choices"
    if not hits or hits != len(set(marks)):
        return None, "`right` does not name choices that are there"
    form = "several" if line.get("kind", "").casefold() == "multiple" or hits > 1 else "choice"
    if [each.text.casefold() for each in options] == ["true", "false"] and hits == 1:
        form = "true_false"
    explanation = line.get("explanation", "")
    return Item(name, form, stem, tuple(options), explanation=explanation, line=number), ""
