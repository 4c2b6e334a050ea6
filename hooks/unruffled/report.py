"""Problems as text for people, JSON for programs, annotations for CI."""

from __future__ import annotations

import json
from collections.abc import Sequence

from .problems import Problem, errors


def summary(problems: Sequence[Problem]) -> str:
    """Return one line that counts: `2 faults in 1 file, 5 notes`."""
    faults = errors(problems)
    notes = len(problems) - len(faults)
    files = len({each.place.path for each in faults})
    text = "no faults"
    if faults:
        text = f"{_count(len(faults), 'fault')} in {_count(files, 'file')}"
    return f"{text}, {_count(notes, 'note')}" if notes else text


def as_text(problems: Sequence[Problem]) -> str:
    """Return every problem with its cure below it, then the summary."""
    return "\n".join([*(str(each) for each in problems), summary(problems)])


def as_json(problems: Sequence[Problem]) -> str:
    """Return an object with `problems` (file, line, column, code, …) and their counts."""
    rows = [
        {
            "file": each.place.path,
            "line": each.place.line,
            "column": each.place.column,
            "code": each.code,
            "severity": each.severity,
            "cause": each.cause,
            "cure": each.cure,
        }
        for each in problems
    ]
    faults = len(errors(problems))
    counts = {"errors": faults, "notes": len(problems) - faults}
    return json.dumps({"problems": rows, **counts}, indent=2)


def as_github(problems: Sequence[Problem]) -> str:
    """Return GitHub's workflow commands, one line each, then the summary.

    Escaping as documented for workflow commands: % and line ends in the message, and
    also : and , in properties.
    """
    lines = []
    for each in problems:
        level = "error" if each.severity == "error" else "notice"
        properties = (
            f"file={_property(each.place.path)},line={each.place.line},"
            f"col={each.place.column},title={_property(each.code)}"
        )
        message = _message(f"{each.cause}\n{each.cure}")
        lines.append(f"::{level} {properties}::{message}")
    return "\n".join([*lines, summary(problems)])


def as_lines(problems: Sequence[Problem]) -> str:
    """Return one line for each problem, with its severity, as problem matchers of editors want it.

    Then the summary.
    """
    lines = [
        f"{each.place}: {each.severity} {each.code}: {each.cause}. {each.cure}".replace("\n", " ")
        for each in problems
    ]
    return "\n".join([*lines, summary(problems)])


FORMATS = {"text": as_text, "json": as_json, "github": as_github, "lines": as_lines}


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
