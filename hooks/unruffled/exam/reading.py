"""An exam's file: read as any content is, and looked at by the same rules as a quiz."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ..catalogue import declare, family
from ..checks import run
from ..loading.files import read
from ..loading.source import Source
from ..loading.validate import validate
from ..loading.yaml_source import read_yaml
from ..model.exam import Exam
from ..model.library import Library
from ..problems import Place, Problem, problem
from .folder import QUESTIONS, ExamFolder
from .kinds import sat_kinds

family("XM", "Sealed exams")
declare(
    "XM101",
    meaning="The name in an exam's file is not that of its folder.",
    cure="Give both one name.",
)
declare(
    "XM102",
    meaning="A kind of question cannot stand in an exam that is graded by a command.",
    cure="Take another kind: nobody but its writer can judge this one.",
)

OF_A_PAGE = frozenset({"KY102", "QZ101", "QZ124", "ST103"})
"""What a quiz must have that stands on a page: a module, objectives, a fence. Which kinds an exam
can have is told above."""


def read_exam(folder: ExamFolder, library: Library) -> tuple[Exam | None, list[Problem]]:
    """Return the exam in a folder and all faults of its file; None where it cannot be read."""
    shown = _shown(folder.questions, library)
    text, problems = read(folder.path, QUESTIONS)
    problems = [replace(each, place=replace(each.place, path=shown)) for each in problems]
    if text is None:
        missing = problem("YA114", Place(shown), "there is no such file")
        return None, problems or [missing]
    data, faults = read_yaml(text, Source(shown))
    problems += faults
    if data is None:
        return None, problems
    exam, faults = validate(Exam, data)
    problems += faults
    if not faults:
        problems += [*_faults(exam, folder), *_of_rules(exam, shown, library)]
    return exam, sorted(set(problems))


def _shown(file: Path, library: Library) -> str:
    """Return a file's path as messages have it: from the project, where it lies in it."""
    root = library.roots[0].folder.resolve() if library.roots else Path().resolve()
    file = file.resolve()
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else file.as_posix()


def _faults(exam: Exam, folder: ExamFolder) -> Iterator[Problem]:
    if exam.exam != folder.name:
        cause = f'the folder is called "{folder.name}", the exam "{exam.exam}"'
        yield problem("XM101", exam.at("exam"), cause)
    for index, question in enumerate(exam.questions):
        if question.kind not in sat_kinds():
            cause = f'question "{question.id}" is of the kind "{question.kind}"'
            yield problem("XM102", exam.at("questions", index, "kind"), cause)


def _of_rules(exam: Exam, shown: str, library: Library) -> Iterator[Problem]:
    """What the rules for quizzes say of the exam's own file, but for those about its page."""
    alone = replace(library, quizzes={exam.exam: exam.as_quiz()})
    yield from (
        each for each in run(alone) if each.place.path == shown and each.code not in OF_A_PAGE
    )
