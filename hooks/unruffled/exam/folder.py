"""The folder of an exam: what lies in it, and what of it may leave it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

FOLDER = "exams"
"""Where exams lie in a project, if the command is not told otherwise; git ignores all in it."""
QUESTIONS = "questions.yml"
KEY_FORMAT = "unruffled-exam-key"
"""What a key file calls itself: by that, a stray one is found."""


@dataclass(frozen=True)
class ExamFolder:
    """One exam. Only ``paper`` and ``commitment`` are made to be published."""

    path: Path

    @property
    def name(self) -> str:
        """What the exam is called."""
        return self.path.name

    @property
    def questions(self) -> Path:
        """What the author writes."""
        return self.path / QUESTIONS

    @property
    def candidates(self) -> Path:
        """The names of those who sit it, one a line."""
        return self.path / "candidates.txt"

    @property
    def private(self) -> Path:
        """What nobody else may have: keys, the pass phrase, the answer key with its salt."""
        return self.path / "private"

    @property
    def key(self) -> Path:
        """The answer key, with every question as it was when the papers were made."""
        return self.private / "key.json"

    @property
    def salt(self) -> Path:
        """32 random bytes that the commitment is made with."""
        return self.private / "salt.bin"

    @property
    def phrase(self) -> Path:
        """The pass phrase."""
        return self.private / "pass-phrase.txt"

    @property
    def sealing(self) -> Path:
        """The private key that opens what candidates hand in."""
        return self.private / "sealing.jwk"

    @property
    def signing(self) -> Path:
        """The private key that signs tickets."""
        return self.private / "signing.jwk"

    @property
    def paper(self) -> Path:
        """The locked paper, to be published."""
        return self.path / "out" / f"{self.name}.json"

    @property
    def tickets(self) -> Path:
        """Name, code and link of each candidate."""
        return self.path / "out" / "tickets.csv"

    @property
    def commitment(self) -> Path:
        """What is published beforehand, so that the key cannot be changed afterwards."""
        return self.path / "out" / "commitment.txt"

    @property
    def results(self) -> Path:
        """What grading writes."""
        return self.path / "results"


def write_private(file: Path, data: bytes) -> None:
    """Write what only its owner may read."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
        out.write(data)


def write_new(file: Path, text: str) -> None:
    """Write a text with plain line ends, and the folders above it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
