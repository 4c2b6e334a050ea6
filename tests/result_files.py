"""Result files as an assignment's page makes them, from a seed."""

from __future__ import annotations

import functools
import json
import random
import zlib
from base64 import urlsafe_b64encode
from collections.abc import Sequence
from typing import Any

START = 1_790_000_000_000
"""A moment in September 2026, in milliseconds."""
TAKEN = 300_000
"""How long a test takes here, in milliseconds."""


def crc(text: str) -> str:
    return f"{zlib.crc32(text.encode()):08x}"


def compact(data: Any) -> str:
    """JSON as JavaScript writes it."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def b64(text: str) -> str:
    """Return a text as base64url without padding."""
    return urlsafe_b64encode(text.encode()).decode().rstrip("=")


def link_text(assignment: dict[str, Any]) -> str:
    """Return an assignment as the text in its link."""
    body = compact(assignment)
    return f"1.{b64(body)}.{crc(body)}"


def file_of(result: dict[str, Any]) -> str:
    """Return the text of a result file, with its checksum."""
    head = compact({name: value for name, value in result.items() if name != "entries"})
    lines = ",\n".join(map(compact, result["entries"]))
    text = f'{head[:-1]},"entries":[\n{lines}\n]'
    return f'{text},"sum":"{crc(text)}"}}\n'


def entry_id(*parts: object) -> str:
    return crc(" ".join(map(str, parts))) + crc(" ".join(map(str, reversed(parts))))


def make_result(
    name: str,
    assignment: str,
    questions: list[tuple[str, str, str, str]],
    *,
    shares: Sequence[float],
    responses: list[Any] | None = None,
    step: int = 0,
    at: int = START,
    passing: int = 80,
) -> dict[str, Any]:
    """Return a result with one test: ``questions`` are (quiz, question, revision, kind)."""
    run = crc(f"{name} {at}")
    shared = {"v": 1, "type": "attempt", "tries": 1, "hints": 0, "seed": 1, "mode": "test"}
    entries: list[dict[str, Any]] = []
    for number, ((quiz, question, rev, kind), share) in enumerate(
        zip(questions, shares, strict=True)
    ):
        own = {"id": entry_id(name, at, quiz, question), "at": at + number, "t": at + number}
        facts = {"quiz": quiz, "question": question, "kind": kind, "rev": rev, "run": run}
        given = {"response": responses[number] if responses else response_of(quiz, question, share)}
        entries.append(shared | own | facts | given | {"share": share, "points": share, "max": 1})
    points = sum(shares)
    percent = int(100 * points / len(shares) + 1e-9)
    end = at + TAKEN
    key = assignment.rsplit(".", 1)[1]
    entries.append(
        {
            "v": 1,
            "id": entry_id(name, at),
            "at": end,
            "t": end,
            "type": "result",
            "quiz": f"assignment:{key}.{step}",
            "mode": "test",
            "seed": 1,
            "run": run,
            "drawn": [f"{quiz}/{question}" for quiz, question, *_ in questions],
            "edition": "",
            "began": at,
            "limit": 0,
            "extra": 0,
            "late": 0,
            "points": points,
            "max": len(shares),
            "percent": percent,
            "passed": percent >= passing,
        }
    )
    return {
        "format": "unruffled-result",
        "version": 1,
        "site": "Handbook",
        "edition": "",
        "made": "2026-10-01T09:00:00.000Z",
        "assignment": assignment,
        "name": name,
        "entries": entries,
    }


CHOICES = ("single", "multiple", "true_false")
"""Kinds whose answer is the names of choices."""


@functools.cache
def choices_of(quiz: str) -> dict[str, list[str]]:
    """Return the right choices of the questions of a quiz that have choices, by name."""
    from real import LIBRARY

    asked = LIBRARY.quizzes[quiz].questions
    return {each.id: list(each.key) for each in asked if each.kind in CHOICES}


def response_of(quiz: str, question: str, share: float) -> list[str]:
    """Return an answer that is worth this share: all of it, or nothing."""
    return choices_of(quiz).get(question, ["x"]) if share else ["x"]


def questions_of(course: dict[str, Any], quizzes: list[str]) -> list[tuple[str, str, str, str]]:
    """Return the questions of quizzes that have choices, as ``make_result`` wants them."""
    return [
        (quiz, name, course["quizzes"][quiz]["questions"][name][0], "single")
        for quiz in quizzes
        for name in choices_of(quiz)
    ]


def class_of(
    course: dict[str, Any], quizzes: list[str], people: int, most: int = 60, seed: int = 1
) -> tuple[str, list[str]]:
    """Return an assignment of one test and the files of a team whose members differ in ability."""
    chance = random.Random(seed)
    asked = questions_of(course, quizzes)[:most]
    edition = crc("".join(course["quizzes"][quiz]["edition"] for quiz in quizzes))
    steps = [[f"{len(asked)}*{'+'.join(quizzes)}", edition]]
    text = link_text({"title": "Team check", "steps": steps, "mode": "test", "pass": 75})
    hardness = [chance.random() for _ in asked]
    files = []
    for number in range(people):
        ability = chance.gauss(0.65, 0.2)
        shares = [int(chance.random() < ability + 0.35 - 0.5 * each) for each in hardness]
        name = f"Person {number + 1:03d}"
        files.append(file_of(make_result(name, text, asked, shares=shares, passing=75)))
    return text, files
