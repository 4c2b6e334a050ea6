"""What would let a sealed exam out: its files where they are published or in git, its words."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..catalogue import declare, family
from ..kinds.base import BaseQuestion
from ..kinds.naming import gist
from ..model.content import FOLDERS
from ..model.exam import Exam
from ..model.library import Library
from ..problems import Place, Problem, problem
from .folder import FOLDER, KEY_FORMAT, QUESTIONS, ExamFolder

family("XM", "Sealed exams")
declare(
    "XM111",
    meaning="A file of a sealed exam lies where it would be published, or git has it.",
    cure="Move it out of the folder, take it out of git's history if it is there, and make a new "
    "exam: whoever has seen it has the key.",
)
declare(
    "XM112",
    meaning="A question of a sealed exam stands in a public quiz, with its answer.",
    cure="Write another question for the exam.",
)
declare(
    "XM113",
    meaning="The words of a right answer of a sealed exam stand in what is published.",
    cure="Word the answer in another way: whoever looks for it on the site would find it.",
)

IN_GIT = (
    "Take it out of the history (git filter-repo), and make a new exam: whoever has a copy of the "
    "repository has the key."
)
SECRET = re.compile(
    rf'"{KEY_FORMAT}"|"kty"\s*:\s*"EC"[^}}]*"d"\s*:|"d"\s*:[^}}]*"kty"\s*:\s*"EC"', re.DOTALL
)
"""What only a key file or a private key holds."""
EXAM = re.compile(r"^exam\s*:\s*\S", re.MULTILINE)
QUESTION = re.compile(r"^questions\s*:", re.MULTILINE)
MARKS = (KEY_FORMAT.encode(), b'"kty"', b"exam")
"""Without one of these, a file need not be looked at any further."""
TARGET = re.compile(r"\]\([^)\s]*\)")
"""Where a link leads: nobody reads that among its words."""
LARGEST = 4 * 2**20
SUFFIXES = frozenset({".json", ".jwk", ".yml", ".yaml", ".txt", ".csv", ".js", ".md", ".jwe"})
PUBLISHED = ("docs", *(each.name for each in FOLDERS))
TEXTS = frozenset({".md", ".yml", ".yaml"})
YAML = frozenset({".yml", ".yaml"})
FEWEST = 5
"""Words from which on an answer is a sentence that is not met by chance."""


def exams_of(root: Path) -> list[ExamFolder]:
    """Return the exams that lie in a project."""
    return [ExamFolder(each.parent) for each in sorted((root / FOLDER).glob(f"*/{QUESTIONS}"))]


def published_secrets(root: Path) -> Iterator[Problem]:
    """Yield each file of an exam that lies in docs/, in a folder of content, or beside them."""
    for folder in PUBLISHED:
        for file in sorted((root / folder).rglob("*")):
            if what := _secret(file):
                place = Place(file.relative_to(root).as_posix())
                yield problem("XM111", place, f"this is {what}, and {folder}/ is published")


def _secret(file: Path) -> str:
    """Return what of an exam a file is; empty where it is nothing of one."""
    try:
        if file.suffix.lower() not in SUFFIXES or not file.is_file():
            return ""
        if file.stat().st_size > LARGEST:
            return ""
        data = file.read_bytes()
    except OSError:
        return ""
    if not any(mark in data for mark in MARKS):
        return ""
    text = data.decode("utf-8", "replace")
    if SECRET.search(text):
        return "a key"
    is_exam = EXAM.search(text) and QUESTION.search(text)
    return "the questions of an exam" if is_exam and file.suffix.lower() in YAML else ""


def tracked(folder: Path, place: str) -> Iterator[Problem]:
    """Yield a fault at ``place`` where git has a file of the folder, now or in its history."""
    for words, arguments in (
        ("git tracks {file}", ["ls-files", "--", "."]),
        ("git's history has {file}", ["log", "--all", "--format=", "--name-only", "--", "."]),
    ):
        listed = [each for each in _git(folder, arguments) if not each.endswith(".gitignore")]
        if listed:
            where = Place(place)
            cause = f"{words.format(file=listed[0])}: it goes wherever the repository goes"
            yield problem("XM111", where, cause, IN_GIT)
            return


def _git(folder: Path, arguments: list[str]) -> list[str]:
    """Return the lines that git prints; none where there is no git, or no repository."""
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments],
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
            timeout=60,
        )
    except (OSError, subprocess.SubprocessError):
        return []
    return [line for line in done.stdout.splitlines() if line] if done.returncode == 0 else []


def met_in_public(exam: Exam, library: Library) -> Iterator[Problem]:
    """Yield each question, and each right answer, that stands in what is published."""
    stems = {gist(each.stem): name for name, each in _public_questions(library)}
    words = [(path, _plain(text)) for path, text in _public_texts(library)]
    for index, question in enumerate(exam.questions):
        if name := stems.get(gist(question.stem)):
            cause = f'question "{question.id}" asks what {name} asks'
            yield problem("XM112", exam.at("questions", index, "stem"), cause)
            continue
        for answer in right_texts(question):
            said = _plain(answer)
            where = next((path for path, text in words if said in text), "")
            if len(said.split()) >= FEWEST and where:
                cause = f'question "{question.id}": "{answer}" stands in {where}'
                yield problem("XM113", exam.at("questions", index), cause)


def right_texts(question: BaseQuestion) -> list[str]:
    """Return the texts that are right answers in themselves, and what explains them."""
    texts = [choice.text for _, choices in question.lists for choice in choices if choice.correct]
    texts += [str(each) for each in getattr(question, "answers", ())]
    return [*texts, question.explanation]


def _public_questions(library: Library) -> Iterator[tuple[str, BaseQuestion]]:
    for quiz in library.quizzes.values():
        for question in quiz.questions:
            yield f'"{question.id}" in quizzes/{quiz.id}.yml', question


def _public_texts(library: Library) -> Iterator[tuple[str, str]]:
    """Yield the files of docs/ and of the folders of content, with their texts."""
    for root in library.roots:
        for folder in PUBLISHED:
            for file in sorted((root.folder / folder).rglob("*")):
                if file.suffix.lower() in TEXTS and file.is_file():
                    path = file.relative_to(root.folder).as_posix()
                    yield path, file.read_text(encoding="utf-8", errors="replace")


def _plain(text: str) -> str:
    """Return a text as two are compared: words in small letters, a space around each."""
    words = re.findall(r"[^\W_]+", TARGET.sub("]", text).casefold())
    return f" {' '.join(words)} "


def exposed(root: Path, library: Library, read: Iterable[tuple[ExamFolder, Exam]]) -> list[Problem]:
    """Return all that would let the exams of a project out."""
    found = [*published_secrets(root)]
    for folder, exam in read:
        found += met_in_public(exam, library)
        found += tracked(folder.path, exam.at("exam").path)
    return found
