"""Graded papers as files that the page of results reads, and as a table."""

from __future__ import annotations

import csv
import io
import json
import math
import zlib
from datetime import UTC, datetime
from typing import Any

from ..blocks.assignment.view import encoded
from .grading import Graded, Key, Round

PREFIX = "exam:"
"""How a learner's record and the page of results call a quiz that is an exam."""


def assignment_of(key: Key, committed: str) -> str:
    """Return the text of the assignment that the results of an exam belong to."""
    steps = [[f"{PREFIX}{key.exam}", committed[:16]]]
    return encoded({"title": key.title, "steps": steps, "mode": "test", "pass": key.pass_mark})


def result_text(key: Key, committed: str, graded: Graded, site: str, edition: str) -> str:
    """Return a result file, as schemas/result.json says, with its checksum."""
    made = datetime.fromtimestamp((graded.handed or graded.began) / 1000, UTC)
    head = {
        "format": "unruffled-result",
        "version": 1,
        "site": site,
        "edition": edition,
        "made": made.isoformat(timespec="milliseconds"),
        "assignment": assignment_of(key, committed),
        "name": graded.ticket.name,
    }
    lines = ",\n".join(_json(each) for each in _entries(key, graded))
    text = f'{_json(head)[:-1]},"entries":[\n{lines}\n]'
    return f'{text},"sum":"{zlib.crc32(text.encode()):08x}"}}\n'


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _entries(key: Key, graded: Graded) -> list[dict[str, Any]]:
    quiz, run = f"{PREFIX}{key.exam}", graded.ticket.code
    moment = int(graded.handed or graded.began)
    about = {"v": 1, "t": moment, "quiz": quiz, "mode": "test", "run": run}
    entries: list[dict[str, Any]] = [
        about
        | {"id": f"{key.exam}.{run}.{at}", "at": moment + at, "type": "attempt"}
        | {"question": each.question.id, "kind": each.question.kind, "rev": each.question.rev}
        | {"response": each.response, "share": each.share, "points": each.points}
        | {"max": each.question.points, "tries": 1, "hints": 0}
        for at, each in enumerate(graded.answers)
        if each.response is not None
    ]
    ended = {"type": "result", "id": f"{key.exam}.{run}.end", "at": moment + len(graded.answers)}
    ended |= {"drawn": [f"{quiz}/{each.question.id}" for each in graded.answers]}
    ended |= {"seed": graded.ticket.seed, "points": graded.points, "max": graded.most}
    ended |= {"percent": graded.percent, "passed": graded.percent >= key.pass_mark}
    timed = {"began": int(graded.began), "limit": key.minutes, "extra": 0}
    late = graded.minutes - key.minutes if key.minutes else 0
    return [*entries, about | ended | timed | {"late": max(0, math.ceil(late))}]


def table(found: Round) -> str:
    """Return the grades as CSV: a row for each candidate, then what is wrong or missing."""
    out = io.StringIO()
    writer = csv.writer(out)
    head = ["name", "code", "points", "of", "percent", "passed"]
    writer.writerow([*head, "minutes", "seconds_away", "file", "notes"])
    for each in found.graded:
        passed = "yes" if each.percent >= found.key.pass_mark else "no"
        row = [each.ticket.name, each.ticket.code, f"{each.points:g}", each.most, each.percent]
        timed = [f"{each.minutes:g}", f"{each.away:g}"]
        writer.writerow([*row, passed, *timed, each.file, "; ".join(each.notes)])
    for ticket in found.missing:
        writer.writerow([ticket.name, ticket.code, *[""] * 7, "nothing that is graded"])
    return _safe(out.getvalue().replace("\r\n", "\n"))


def _safe(text: str) -> str:
    """Return a table in which no cell is a formula for a spreadsheet."""
    rows = [
        [f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t")) else cell for cell in row]
        for row in csv.reader(io.StringIO(text))
    ]
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()
