"""A new exam: a folder that git passes over, with questions to write."""

from __future__ import annotations

from ..text.escaping import as_yaml
from .folder import ExamFolder, write_new

QUESTIONS = """# A sealed exam. This folder is never published: git passes over it,
# and `unruffled check` sees that it stays so.
exam: {name}
title: {title}
pass_mark: 80
# How many of the questions each paper asks; without this line, all.
# draw: 10
minutes: 30
questions:
  - id: first-question
    kind: single
    stem: "(to write) the situation, and the question"
    explanation: "(to write) why the right choice is right; it is shown to nobody"
    choices:
      - text: "(to write) the right choice"
        correct: true
        feedback: "(to write) why it is right"
      - text: "(to write) a wrong one"
        feedback: "(to write) why it is wrong"
"""
CANDIDATES = "# One name a line, as you will read it in the results. What follows a # is a note.\n"


def start(folder: ExamFolder, title: str) -> None:
    """Write the folder. Raises FileExistsError where it is there already."""
    folder.path.mkdir(parents=True)
    write_new(folder.path / ".gitignore", "*\n")
    write_new(folder.questions, QUESTIONS.format(name=folder.name, title=as_yaml(title)))
    write_new(folder.candidates, CANDIDATES)
