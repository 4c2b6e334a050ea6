"""What a file of a learner, or of an observer, gives a badge for."""

from __future__ import annotations

import json
import math
import zlib
from base64 import urlsafe_b64decode
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from pydantic import ValidationError

from ...model.library import Library
from ...model.result import Attempt, ResultFile, TestResult
from ...model.signoff import SignoffFile
from ...words import marked

_SUM = ',"sum":"'


class Refused(ValueError):
    """Why there is no badge for what a file holds, in plain words."""


class Award(NamedTuple):
    """One thing that one person has shown."""

    key: str
    """What it is, for programs: the same for everybody who has shown it."""
    who: str
    title: str
    shown: str
    """How it was shown, in a sentence."""
    day: str
    proof: str
    """Stands for the very entry of the file: two badges for it are one."""


def awards(text: str, library: Library) -> list[Award]:
    """Return what a file gives badges for: each test that was passed, or a sign-off.

    Raises Refused for a file that was altered or cut, for one that is neither, and where nothing in
    it is passed.
    """
    data = _read(text)
    try:
        if data.get("format") == "unruffled-signoff":
            return [_of_signoff(SignoffFile.model_validate(data), library)]
        return _of_result(ResultFile.model_validate(data), library)
    except ValidationError as error:
        raise Refused("it holds what this handbook cannot have written") from error


def _read(text: str) -> dict[str, Any]:
    clean = text.lstrip("\ufeff").replace("\r\n", "\n")
    try:
        data = json.loads(clean)
    except (ValueError, RecursionError) as error:
        ours = "unruffled-" in clean[:400]
        raise Refused("it is cut or damaged" if ours else "it is no result") from error
    if not isinstance(data, dict) or data.get("format") not in KNOWN:
        raise Refused("it is no result and no sign-off; open sealed files first: `results open`")
    head = clean[: clean.rfind(_SUM)]
    if f"{zlib.crc32(head.encode()):08x}" != data.get("sum"):
        raise Refused("it was altered after it was made, or cut")
    return data


KNOWN = ("unruffled-result", "unruffled-signoff")


# --- results


def _of_result(result: ResultFile, library: Library) -> list[Award]:
    asked = _assignment(result.assignment)
    tests = [each for each in result.entries if isinstance(each, TestResult)]
    passed: dict[str, TestResult] = {}
    for test in tests:
        if test.passed:
            _judge(test, result, _mark(test.quiz, asked, library))
            passed[test.quiz] = test
    if not passed:
        raise Refused("no test in it is passed" if tests else "there is no test in it")
    return [_award(test, result, asked, library) for test in passed.values()]


def _award(test: TestResult, result: ResultFile, asked: dict[str, Any], library: Library) -> Award:
    words = library.words
    shown = words.ngettext(
        "A test in a browser: {percent} % ({points} of {n} points).",
        "A test in a browser: {percent} % ({points} of {n} points).",
        round(test.max),
        percent=round(test.percent),
        points=words.number(round(test.points, 2)),
    )
    title = _title(test.quiz, asked, library)
    return Award(test.quiz, result.name.strip(), title, shown, _day(test, result.made), test.id)


def _day(test: TestResult, made: str) -> str:
    """Return the day of a test where its learner was."""
    try:
        offset = datetime.fromisoformat(made).utcoffset() or timedelta()
        return (datetime.fromtimestamp(test.t / 1000, UTC) + offset).date().isoformat()
    except (ValueError, OverflowError) as error:
        raise Refused("its times are no times") from error


def _judge(test: TestResult, result: ResultFile, mark: int) -> None:
    """Refuse a test whose points do not follow from its answers, or are too few."""
    points = sum(
        each.points
        for each in result.entries
        if isinstance(each, Attempt) and each.run == test.run and each.mode == "test"
        if not each.self
    )
    percent = math.floor(100 * test.points / test.max + 1e-6) if test.max else 100
    if abs(points - test.points) > 0.01 * max(1, len(test.drawn)):
        raise Refused(f"its points do not fit its answers: {test.points:g}, not {points:g}")
    if percent != math.floor(test.percent) or percent < mark:
        raise Refused(f"it says passed, and has {percent} % where {mark} % are needed")


def _mark(quiz: str, asked: dict[str, Any], library: Library) -> int:
    if quiz.startswith("assignment:"):
        return int(asked.get("pass", 80))
    return library.quizzes[quiz].pass_mark if quiz in library.quizzes else 80


def _title(quiz: str, asked: dict[str, Any], library: Library) -> str:
    """Return what was passed: the quiz by its title, the assignment with those of its step."""
    if not quiz.startswith("assignment:"):
        return library.quizzes[quiz].title if quiz in library.quizzes else quiz
    steps, title = asked.get("steps", []), str(asked.get("title", ""))
    number = quiz.rpartition(".")[2]
    if len(steps) < 2 or not number.isdecimal() or int(number) >= len(steps):
        return title
    return f"{title}: {library.words.listed(_names(str(steps[int(number)][0]), library))}"


def _names(step: str, library: Library) -> Iterator[str]:
    for name in step.rpartition("*")[2].split("+"):
        yield library.quizzes[name].title if name in library.quizzes else name


def _assignment(text: str) -> dict[str, Any]:
    """Return an assignment as its link has it; nothing where there is none."""
    body = f"{text}..".split(".")[1]
    try:
        data = json.loads(urlsafe_b64decode(f"{body}{'=' * (-len(body) % 4)}"))
    except ValueError:
        return {}
    return data if isinstance(data, dict) else {}


# --- sign-offs


CONTACTS = {
    "role-play": marked("role-play"),
    "call": marked("call"),
    "chat": marked("chat"),
    "mail": marked("e-mail or letter"),
    "in-person": marked("in person"),
}
"""What was watched, as readers know it."""


def _of_signoff(sheet: SignoffFile, library: Library) -> Award:
    levels = [row.level for row in sheet.rows if row.level]
    if sheet.practice:
        raise Refused("it is a sheet for practice: nothing is decided by it")
    if not levels or min(levels) < sheet.needed or sheet.result != "signed-off":
        raise Refused("it is a sheet that signs nobody off yet")
    words = library.words
    watched = words.listed(filter(None, (sheet.observer.strip(), sheet.second.strip())))
    return Award(
        key=f"signoff:{sheet.kind}",
        who=sheet.who.strip(),
        title=words.gettext("Signed off: {contact}", contact=words.said(CONTACTS[sheet.kind])),
        shown=words.gettext("One contact, watched by {names}.", names=watched),
        day=sheet.day,
        proof=sheet.sum,
    )
