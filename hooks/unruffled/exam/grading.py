"""What candidates handed in → points, or the plain words of what is wrong with a file."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from ..model.exam import Question
from . import sealing
from .drawing import drawn
from .folder import KEY_FORMAT, ExamFolder
from .kinds import sat_kinds
from .making import Ticket, commitment, read_tickets

ANSWERS_FORMAT = "unruffled-exam-answers"
LATEST = 8.64e15
"""The last moment that a clock of a browser has."""


@dataclass(frozen=True)
class Key:
    """What is graded by."""

    exam: str
    title: str
    pass_mark: int
    asked: int
    minutes: int
    questions: dict[str, Any]


@dataclass(frozen=True)
class Answer:
    """One question of a paper: what was answered (None where nothing was), and its points."""

    question: Any
    response: Any
    share: float

    @property
    def points(self) -> float:
        """What the answer is worth."""
        return round(self.share * int(self.question.points), 4)


@dataclass(frozen=True)
class Graded:
    """One candidate's paper."""

    file: str
    ticket: Ticket
    began: float
    handed: float
    away: float
    answers: tuple[Answer, ...]
    notes: tuple[str, ...] = ()

    @property
    def points(self) -> float:
        """The sum of all points."""
        return round(sum(each.points for each in self.answers), 4)

    @property
    def most(self) -> int:
        """What the paper is worth."""
        return sum(each.question.points for each in self.answers)

    @property
    def minutes(self) -> float:
        """How long it took, by the clock of that device."""
        return round(max(0.0, self.handed - self.began) / 60_000, 1)

    @property
    def percent(self) -> int:
        """The points of a hundred, rounded down."""
        return int(100 * self.points / self.most + 1e-9)


@dataclass
class Round:
    """All that was handed in: who is graded, and what is wrong with which file."""

    key: Key
    graded: list[Graded] = field(default_factory=list)
    wrong: list[tuple[str, str]] = field(default_factory=list)
    missing: list[Ticket] = field(default_factory=list)


def read_key(folder: ExamFolder) -> Key:
    """Return the key. Raises ValueError where it is none, or does not fit what was published."""
    try:
        data = json.loads(folder.key.read_bytes())
        salt = folder.salt.read_bytes()
        published = json.loads(folder.paper.read_bytes())["commitment"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ValueError(f"the key, its salt or the paper cannot be read: {error}") from error
    if data.get("format") != KEY_FORMAT:
        raise ValueError(f"{folder.key} is no key of an exam")
    if commitment(folder.key.read_bytes(), salt) != published:
        raise ValueError(
            "the key does not fit the commitment: key.json or salt.bin was changed after the paper "
            "was made. Take both from your copy"
        )
    try:
        questions = TypeAdapter(tuple[Question, ...]).validate_python(data["questions"])
        named = {each.id: each for each in questions}
        return Key(
            data["exam"], data["title"], data["pass_mark"], data["asked"], data["minutes"], named
        )
    except (ValueError, KeyError, TypeError) as error:
        raise ValueError(
            f"{folder.key} was made by another version of this command: grade with that version"
        ) from error


def grade(folder: ExamFolder, files: Iterable[Path]) -> Round:
    """Grade what was handed in. Raises ValueError where the exam's own files do not fit."""
    found = Round(read_key(folder))
    keys = sealing.read_key(folder.sealing), sealing.read_key(folder.signing)
    tickets = {each.code: each for each in read_tickets(folder)}
    by_code: dict[str, list[tuple[str, str, Graded]]] = defaultdict(list)
    for file in files:
        try:
            text = file.read_text(encoding="utf-8", errors="replace")
            sat = _sat(found.key, file.name, sealing.unseal(text, keys[0]), keys[1], tickets)
        except OSError as error:
            found.wrong.append((file.name, f"it cannot be opened: {error.strerror}"))
        except sealing.NotOpenedError as error:
            found.wrong.append((file.name, str(error)))
        else:
            by_code[sat.ticket.code].append((file.name, _digest(text), sat))
    for code, mine in by_code.items():
        _take(found, code, mine)
    there = {each.ticket.code for each in found.graded}
    found.missing = [each for code, each in tickets.items() if code not in there]
    found.graded.sort(key=lambda each: each.ticket.name.casefold())
    return found


def _digest(text: str) -> str:
    return hashlib.sha256("".join(text.split()).encode()).hexdigest()


def _take(found: Round, code: str, mine: list[tuple[str, str, Graded]]) -> None:
    """Take the one file of a code; of two that differ none, until somebody has chosen."""
    names = " and ".join(name for name, _, _ in mine)
    if len({digest for _, digest, _ in mine}) == 1:
        found.graded.append(mine[0][2])
        for name, _, _ in mine[1:]:
            found.wrong.append((name, f"the same file as {mine[0][0]}; it is counted once"))
        return
    who = mine[0][2].ticket.name
    words = (
        f"two different files of one code ({code}, {who}): {names}. None is graded. Ask which one "
        "was meant, and take the other one away"
    )
    found.wrong += [(name, words) for name, _, _ in mine]


def _sat(key: Key, file: str, opened: bytes, signing: Any, tickets: dict[str, Ticket]) -> Graded:
    """Return a graded paper. Raises NotOpenedError with what is wrong with the file."""
    try:
        data = json.loads(opened)
    except ValueError as error:
        raise sealing.NotOpenedError("what is sealed is no answer file") from error
    if not isinstance(data, dict) or data.get("format") != ANSWERS_FORMAT:
        raise sealing.NotOpenedError("what is sealed is no answer file")
    ticket = _ticket_of(key, data, signing, tickets)
    responses = data.get("answers")
    if not isinstance(responses, dict):
        raise sealing.NotOpenedError("there are no answers in it")
    answers, notes = _answers(key, ticket, responses)
    began, handed, away = (_moment(data.get(name)) for name in ("began", "handed", "away"))
    return Graded(file, ticket, began, handed, away, answers, notes)


def _ticket_of(key: Key, data: Any, signing: Any, tickets: dict[str, Ticket]) -> Ticket:
    said = sealing.signed(str(data.get("ticket", "")), signing)
    if said is None:
        raise sealing.NotOpenedError("its ticket is not signed for this exam")
    if said.get("exam") != key.exam:
        raise sealing.NotOpenedError(f'its ticket is for another exam, "{said.get("exam")}"')
    known = tickets.get(str(said.get("code")))
    if known is None or known.name != said.get("name") or known.seed != said.get("seed"):
        raise sealing.NotOpenedError(
            f'its ticket ("{said.get("name")}") is not in the list of tickets'
        )
    return known


def _moment(value: Any) -> float:
    sound = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if sound and 0 <= value <= LATEST else 0.0


def _answers(
    key: Key, ticket: Ticket, responses: dict[str, Any]
) -> tuple[tuple[Answer, ...], tuple[str, ...]]:
    """Grade the questions that the ticket's paper asks, and name every answer outside of it."""
    asked = drawn(list(key.questions), key.asked, ticket.seed)
    notes = [
        f'an answer outside the paper: "{str(name)[:80]}" is not asked in it; it does not count'
        for name in responses
        if name not in asked
    ]
    answers = []
    for name in asked:
        question, response = key.questions[name], responses.get(name)
        kind = sat_kinds()[question.kind]
        if response is not None and not kind.can_be_given(question, response):
            notes.append(f'an answer outside the paper: "{name}" cannot be answered like that')
            response = None
        share = 0.0 if response is None else kind.share(question, response)
        answers.append(Answer(question, response, share))
    return tuple(answers), tuple(notes)
