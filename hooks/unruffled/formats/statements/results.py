"""Statements → a result file for each learner, as the page of results reads it.

Learners are many, and each has few answers. So what is read goes to a file for each learner at
once, and later one learner at a time is put together: memory does not grow with the statements.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from .reading import Page

ENTRY = "urn:uuid:0d4f8c0e-6a1b-5d0c-9b52-7f6f2f2a9e11"
"""Under this name a statement holds the entry of the record: `core/statements.js` writes it."""
MOST = 50_000
"""The most answers of a file: the page of results reads no more."""

_TEXTS = {
    "attempt": ("question", "kind", "rev"),
    "begun": ("run",),
    "result": ("run",),
}
_NUMBERS = {
    "attempt": {"points": 1e9, "max": 1e9, "share": 1, "tries": 1e9, "hints": 1e9},
    "begun": {},
    "result": {"points": 1e9, "max": 1e9, "percent": 100},
}
_STAMP = {"at": 9e15, "t": 8e15}
_LONGEST = 400
"""What an entry of each type must have, as `core/entries.js` asks it: texts, and numbers with the
greatest value. What has not even this would be left out by every page."""


@dataclass
class Gathered:
    """What was read of a store so far."""

    statements: int = 0
    entries: int = 0
    unread: int = 0
    """Entries that no page of this site can have written."""
    people: dict[str, str] = field(default_factory=dict)
    """The pseudonym of each learner, by the name of the file that holds what was read."""


def gathered(found: Iterable[Page], folder: Path, site: str = "") -> Iterator[Gathered]:
    """Put the entries of all pages into files in ``folder``, a learner each; yield how far it is.

    ``site`` is the address of the only site that counts; all count if it is empty.
    """
    state = Gathered()
    for page in found:
        lines: dict[str, list[str]] = {}
        for statement in page:
            state.statements += 1
            entry = _entry(statement)
            if entry is None or not _is_of(statement, site):
                continue
            who = _account(statement)
            if not who or not _is_sound(entry):
                state.unread += 1
                continue
            name = sha256("\n".join(who).encode()).hexdigest()[:32]
            state.people[name] = who[1]
            state.entries += 1
            lines.setdefault(name, []).append(_json(entry))
        for name, texts in lines.items():
            with (folder / name).open("a", encoding="utf-8") as file:
                file.writelines(f"{text}\n" for text in texts)
        yield state
    yield state


def _entry(statement: Mapping[str, Any]) -> dict[str, Any] | None:
    result = statement.get("result")
    extensions = result.get("extensions") if isinstance(result, dict) else None
    entry = extensions.get(ENTRY) if isinstance(extensions, dict) else None
    return entry if isinstance(entry, dict) else None


def _is_of(statement: Mapping[str, Any], site: str) -> bool:
    if not site:
        return True
    try:
        grouping = statement["context"]["contextActivities"]["grouping"]
        listed = grouping if isinstance(grouping, list) else [grouping]
        return any(each["id"] == site for each in listed)
    except (KeyError, TypeError):
        return False


def _account(statement: Mapping[str, Any]) -> tuple[str, str] | None:
    try:
        account = statement["actor"]["account"]
        home, name = account["homePage"], account["name"]
    except (KeyError, TypeError):
        return None
    return (home, name) if isinstance(home, str) and isinstance(name, str) else None


def _is_sound(entry: Mapping[str, Any]) -> bool:
    kind = entry.get("type")
    if entry.get("v") != 1 or not isinstance(kind, str) or kind not in _TEXTS:
        return False
    texts = (entry.get(name) for name in ("id", "quiz", *_TEXTS[kind]))
    numbers = (_STAMP | _NUMBERS[kind]).items()
    return (
        all(isinstance(each, str) and len(each) <= _LONGEST for each in texts)
        and all(_within(entry.get(name), most) for name, most in numbers)
        and (kind == "attempt" or isinstance(entry.get("drawn"), list))
        and (kind != "result" or isinstance(entry.get("passed"), bool))
    )


def _within(value: Any, most: float) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= most


# --- files


def written(file: Path, name: str, asked: Mapping[str, Any], text: str, site: str) -> str:
    """Return the result file of a learner; empty where nothing of it belongs to the assignment.

    ``file`` holds what was read; ``asked`` are the tests and the other steps of the assignment, as
    ``belonging`` has them; ``text`` is the assignment as its link has it.
    """
    entries: dict[str, dict[str, Any]] = {}
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            entry = json.loads(line)
            entries.setdefault(entry["id"], entry)
    ordered = sorted(entries.values(), key=lambda each: (each["at"], each["id"]))
    kept = belonging(ordered, asked["tests"], asked["others"])[-MOST:]
    if not kept:
        return ""
    last = datetime.fromtimestamp(max(each["t"] for each in kept) / 1000, UTC)
    head = {
        "format": "unruffled-result",
        "version": 1,
        "site": site,
        "edition": "",
        "made": f"{last:%Y-%m-%dT%H:%M:%S}.{last.microsecond // 1000:03d}Z",
        "assignment": text,
        "name": name[:120],
    }
    lines_of = ",\n".join(map(_json, kept))
    whole = f'{_json(head)[:-1]},"entries":[\n{lines_of}\n]'
    return f'{whole},"sum":"{zlib.crc32(whole.encode()):08x}"}}\n'


def belonging(
    entries: list[dict[str, Any]], tests: Iterable[str], others: Iterable[str]
) -> list[dict[str, Any]]:
    """Return what belongs to an assignment: `core/steps.js` chooses the same for a file.

    Of ``tests`` their results, the answers of these runs, and what was begun; of ``others`` every
    answer.
    """
    tests, others = set(tests), set(others)
    runs = {each["run"] for each in entries if each["type"] == "result" and each["quiz"] in tests}
    return [
        each
        for each in entries
        if (
            each["quiz"] in tests
            if each["type"] != "attempt"
            else each["quiz"] in others or (each.get("mode") == "test" and each.get("run") in runs)
        )
    ]


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
