"""Aiken (docs.moodle.org/en/Aiken_format): a question, choices with letters, and the answer."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .items import Item, Note, Option, left_out

_CHOICE = re.compile(r"^\s*([A-Za-z])[.)]\s+(.*\S)\s*$")
_ANSWER = re.compile(r"^\s*ANSWER\s*[:：]\s*(.*?)\s*$", re.IGNORECASE)


def read_aiken(text: str) -> tuple[list[Item], list[Note]]:
    """Return the questions of an Aiken file, and what could not be read.

    Lines of the question come first, then the choices; a question ends with its answer. A line
    behind the choices goes on with the last of them, unless it begins the next question.
    """
    reader = _Reader()
    for number, line in enumerate(re.split(r"\r\n?|\n", text.replace("\ufeff", "")), 1):
        reader.take(number, line)
    reader.end()
    return reader.items, reader.notes


@dataclass
class _Reader:
    items: list[Item] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    stem: list[str] = field(default_factory=list)
    choices: list[tuple[str, str]] = field(default_factory=list)
    behind: list[str] = field(default_factory=list)
    """Lines behind the choices: more of the last choice, or the next question."""
    apart: bool = False
    """Whether an empty line stands above them."""
    gap: bool = False
    first: int = 0
    behind_first: int = 0

    def take(self, number: int, line: str) -> None:
        """Read one line."""
        if not line.strip():
            self.gap = True
            return
        if answer := _ANSWER.match(line):
            self._answer(number, answer[1])
        elif (choice := _CHOICE.match(line)) and self._fits(choice[1]):
            self._choice(number, choice[1].upper(), choice[2])
        elif self.choices:
            if not self.behind:
                self.behind_first, self.apart = number, self.gap
            self.behind.append(line.strip())
        else:
            self.first = self.first if self.stem else number
            self.stem.append(line.strip())
        self.gap = False

    def _fits(self, letter: str) -> bool:
        """Whether a line that begins with a letter is a choice: `I. Newton said` is none."""
        return bool(self.stem or self.choices) and (bool(self.choices) or letter in "Aa")

    def _choice(self, number: int, letter: str, words: str) -> None:
        if self.behind:
            if letter == "A":
                self._unanswered()
            else:
                self._go_on()
        self.choices.append((letter, words))

    def _go_on(self) -> None:
        """Put the lines behind the choices to the last choice."""
        letter, words = self.choices[-1]
        self.choices[-1] = (letter, " ".join([words, *self.behind]))
        self.behind = []

    def _unanswered(self) -> None:
        """The lines behind the choices are the next question: the one above has no answer."""
        self.notes.append(left_out(self._name(), "it has no line `ANSWER:`", self.first))
        self.stem, self.first, self.choices, self.behind = self.behind, self.behind_first, [], []

    def _name(self) -> str:
        return f"question-{len(self.items) + len(self.notes) + 1}"

    def _answer(self, number: int, letter: str) -> None:
        if self.behind and self.apart:
            self._unanswered()
        elif self.behind:
            self._go_on()
        right = letter.rstrip(".)").upper()
        letters = [each for each, _ in self.choices]
        name, line = self._name(), self.first or number
        if self.stem and len(self.choices) > 1 and letters.count(right) == 1:
            options = tuple(Option(words, each == right) for each, words in self.choices)
            self.items.append(Item(name, "choice", " ".join(self.stem), options, line=line))
        else:
            self.notes.append(left_out(name, f"its choices do not fit line {number}", line))
        self.stem, self.choices, self.first = [], [], 0

    def end(self) -> None:
        """Name what stands at the end without an answer."""
        if self.behind and self.apart:
            self._unanswered()
        if self.stem or self.choices:
            why = "the last question has no line `ANSWER:`"
            self.notes.append(left_out("the end", why, self.first))
