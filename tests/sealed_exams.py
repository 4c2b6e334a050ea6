"""An exam to sit: made in a project, answered as a candidate's page answers it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml
from click.testing import CliRunner, Result
from pydantic import TypeAdapter

import fault_cases
from unruffled.cli import main
from unruffled.exam import sealing
from unruffled.exam.drawing import drawn
from unruffled.exam.folder import ExamFolder
from unruffled.exam.kinds import sat_kinds
from unruffled.exam.making import Ticket, read_tickets
from unruffled.model.exam import Question

EXAM = "first-exam"
NAMES = [f"Candidate {number:02}" for number in range(1, 13)]


def plain(question: Any) -> dict[str, Any]:
    """Return a question as an author writes it."""
    kept = question.model_dump(mode="json", exclude_none=True, exclude={"origin"})
    return {name: value for name, value in kept.items() if name != "objective"}


def sealed_words(question: Any) -> dict[str, Any]:
    """Return a question with a stem of its own, so that it stands in no public quiz."""
    stem = f"A sealed one, of the kind {question.kind}: what now?"
    explanation = f"Nobody else says quince marmalade about {question.kind} in a handbook."
    own = {"answers": ["quincewood"]} if question.kind == "fill_in" else {}
    return plain(question) | {"stem": stem, "explanation": explanation} | own


QUESTIONS: dict[str, Any] = {
    question.kind: TypeAdapter(Question).validate_python(sealed_words(question))
    for question in fault_cases.library("sound-every-kind").quizzes["greeting"].questions
    if question.kind in sat_kinds()
}
"""One of each kind that an exam can have, none of which stands in a public quiz."""


def call(root: Path, *arguments: str) -> Result:
    """Call the command as in a terminal."""
    return CliRunner().invoke(main, ["--root", str(root), *arguments])


def make(root: Path, names: list[str] = NAMES, draw: int | None = None) -> ExamFolder:
    """Make an exam with a question of each kind in the project ``root``."""
    assert call(root, "exam", "new", EXAM, "--title", "First exam").exit_code == 0
    folder = ExamFolder(root / "exams" / EXAM)
    data = {"exam": EXAM, "title": "First exam", "pass_mark": 60, "minutes": 30}
    data |= {"draw": draw} if draw else {}
    data["questions"] = [plain(each) for each in QUESTIONS.values()]
    folder.questions.write_text(yaml.safe_dump(data, sort_keys=False), "utf-8")
    folder.candidates.write_text("\n".join(names), "utf-8")
    return folder


def made(root: Path, names: list[str] = NAMES, draw: int | None = None) -> ExamFolder:
    """Make an exam with its paper and tickets."""
    folder = make(root, names, draw)
    done = call(root, "exam", "paper", EXAM, "--site", "https://example.org/")
    assert done.exit_code == 0, done.output
    return folder


def key_of(folder: ExamFolder) -> dict[str, dict[str, Any]]:
    """Return the questions of the key file by their ids."""
    found = json.loads(folder.key.read_text("utf-8"))["questions"]
    return {each["id"]: each for each in found}


def asked(folder: ExamFolder, ticket: Ticket) -> list[str]:
    """Return the ids of the questions that a candidate's paper has."""
    data = json.loads(folder.key.read_text("utf-8"))
    return drawn([each["id"] for each in data["questions"]], data["asked"], ticket.seed)


def right(question: Any) -> Any:
    """Return the right answer in the form of a page."""
    if question.kind == "fill_in":
        return question.answers[0]
    if question.kind in {"matching", "sorting"}:
        return dict(each.split("=") for each in question.key)
    if question.kind == "choose_in_text":
        return {str(number): name for number, name in enumerate(question.key, 1)}
    return list(question.key)


def hand_in(folder: ExamFolder, person: Ticket, answers: dict[str, Any], **other: Any) -> str:
    """Return what a candidate's page seals, sealed."""
    data = {"format": "unruffled-exam-answers", "version": 1, "exam": folder.name}
    data |= {"ticket": person.text, "began": 1.8e12, "handed": 1.8e12 + 600_000}
    return seal(json.dumps(data | {"answers": answers} | other), folder.sealing)


def seal(text: str, key_file: Path) -> str:
    """Seal a text for a key, as the page does."""
    from joserfc import jwe

    key = sealing.read_key(key_file)
    header = {"alg": "ECDH-ES", "enc": "A256GCM", "kid": key.thumbprint()}
    return jwe.encrypt_compact(header, text.encode(), key)


def tickets(folder: ExamFolder) -> list[Ticket]:
    """Return the tickets of an exam."""
    return read_tickets(folder)
