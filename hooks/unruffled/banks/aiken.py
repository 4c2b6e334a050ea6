"""Aiken (docs.moodle.org/en/Aiken_format): a question, choices with letters, and the answer."""

from __future__ import annotations

import re

from .items import Item, Note, Option

_CHOICE = re.compile(r"^([A-Z])[.)]\s+(.*\S)\s*$")
_ANSWER = re.compile(r"^ANSWER:\s*([A-Z])\s*$")


def read_aiken(text: str) -> tuple[list[Item], list[Note]]:
    """Return the questions of an Aiken file, and what could not be read.

    Lines of the question come first, then the choices; a question ends with its answer.
    """
    items: list[Item] = []
    notes: list[Note] = []
    stem: list[str] = []
    choices: list[tuple[str, str]] = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        if answer := _ANSWER.match(line):
            name = f"question-{len(items) + len(notes) + 1}"
            letters = [letter for letter, _ in choices]
            if stem and len(choices) > 1 and answer[1] in letters:
                options = tuple(Option(words, letter == answer[1]) for letter, words in choices)
                items.append(Item(name, "choice", " ".join(stem), options))
            else:
                notes.append(Note(name, f"left out: its choices do not fit line {number}"))
            stem, choices = [], []
        elif choice := _CHOICE.match(line):
            choices.append((choice[1], choice[2]))
        elif line.strip() and choices:
            notes.append(Note(f"line {number}", "left out: no choice and no answer"))
        elif line.strip():
            stem.append(line.strip())
    if stem or choices:
        notes.append(Note("the end", "left out: the last question has no answer"))
    return items, notes
