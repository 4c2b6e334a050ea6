"""The exams of a project, looked at with each check and build: nothing of them may get out."""

from __future__ import annotations

from pathlib import Path

from ..model.library import Library
from ..problems import Problem
from .exposed import exams_of, exposed
from .reading import read_exam


def watched(root: Path, library: Library) -> list[Problem]:
    """Return the faults of the exams below ``root``, and all that would let them out."""
    problems: list[Problem] = []
    read = []
    for folder in exams_of(root):
        exam, faults = read_exam(folder, library)
        problems += faults
        if exam is not None:
            read.append((folder, exam))
    return problems + exposed(root, library, read)
