"""Read a project's folders into one Library and every fault of form they have."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import yaml

from ..model.assignment import Assignment
from ..model.base import Model
from ..model.card import Card
from ..model.library import Library
from ..model.organisation import NOBODY, Organisation
from ..model.page import Page
from ..model.path import LearningPath
from ..model.phrases import PhraseTable
from ..model.quiz import Quiz
from ..model.reference import References, Vocabulary
from ..model.safety import Safety
from ..model.scenario import Scenario
from ..model.session import Rubric, Session
from ..model.signs import Signs
from ..problems import Place, Problem, problem
from .endings import misnamed
from .markdown_source import read_page
from .syntax import Loader, syntax_problem, unprintable_problem
from .validate import validate
from .yaml_source import NodeOrigin, Source, read_yaml

M = TypeVar("M", bound=Model)

NOT_PAGES = ("overrides/", "assets/", "templates/")
"""Folders in docs/ that hold no pages; the engine and mkdocs.yml exclude the same ones."""


def load(root: Path) -> tuple[Library, list[Problem]]:
    """Read the project at ``root``.

    Returns the Library and the faults of form found on the way; never raises for an
    author's mistake. Rules about content are in ``checks``.
    """
    reader = _Project(root)
    reader.endings()
    organisation = reader.one("organisation.yml", Organisation) or Organisation(name=NOBODY)
    references = reader.one("references.yml", References) or References(references=())
    vocabulary = reader.one("vocabulary.yml", Vocabulary)
    reader.situations = (
        {each.label: each.id for each in vocabulary.situations} if vocabulary else {}
    )
    nav = reader.nav()
    library = Library(
        organisation=organisation,
        quizzes=reader.folder("quizzes", Quiz),
        phrases=reader.folder("phrases", PhraseTable),
        cards=reader.folder("situations", Card),
        paths=reader.folder("paths", LearningPath),
        scenarios=reader.folder("scenarios", Scenario),
        assignments=reader.folder("assignments", Assignment),
        sessions=reader.folder("sessions", Session),
        rubric=reader.one("rubric.yml", Rubric),
        safety=reader.one("safety.yml", Safety),
        signs=reader.one("finder.yml", Signs),
        pages=reader.pages(),
        references=references,
        vocabulary=vocabulary or Vocabulary.model_construct(situations=()),
        nav=tuple(_nav_entries(nav, Source("mkdocs.yml"))) if nav else (),
        sections=dict(_sections(nav)) if nav else {},
        files=reader.files(),
        partial=frozenset(reader.partial),
        reference_by_id={each.id: each for each in references.references},
    )
    return library, reader.problems


class _Project:
    """Reads files of one project and gathers their problems."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.partial: set[str] = set()
        self.situations: dict[str, str] = {}

    def one(self, path: str, model: type[M]) -> M | None:
        text = self._text(path)
        if text is None:
            return None
        data, problems = read_yaml(text, Source(path))
        result = None
        if data is not None:
            result, faults = validate(model, data, self.situations)
            problems = problems + faults
        self._note(path, problems)
        return result

    def endings(self) -> None:
        """Report the files that would be passed over, because their name ends in another way.

        What the file would be is taken to be there, with faults: one mistake, one message.
        """
        for path, meant in misnamed(self.root):
            must = f"end in .{meant.rpartition('.')[2]}"
            if path.casefold() == meant and path.endswith(".yml"):
                must = f"be {meant}"
            cause = f"the file is not read: its name must {must}"
            self._note(path, [problem("ST106", Place(path), cause, f"rename it to {meant}")])
            if not (self.root / meant).is_file():
                self.partial.add(meant)

    def folder(self, name: str, model: type[M]) -> dict[str, M]:
        found: dict[str, M] = {}
        for file in sorted((self.root / name).glob("**/*.y*ml")):
            path = file.relative_to(self.root).as_posix()
            if file.stem in found:
                cause = f'another file in {name}/ is named "{file.stem}" too'
                self._note(path, [problem("ST105", Place(path), cause)])
                continue
            value = self.one(path, model)
            # Keyed by file name: an id that differs from it is a fault of its own.
            if value is not None:
                found[file.stem] = value
        return found

    def pages(self) -> dict[str, Page]:
        found = {}
        for path in sorted(self.files()):
            hidden = any(part.startswith(".") for part in path.split("/"))
            if not path.endswith(".md") or path.startswith(NOT_PAGES) or hidden:
                continue
            text = self._text(f"docs/{path}", whole=False)
            if text is None:
                continue
            page, problems = read_page(f"docs/{path}", text)
            self._note(f"docs/{path}", problems)
            found[path] = page
        return found

    def files(self) -> frozenset[str]:
        """Return every file below docs/, as paths relative to it."""
        docs = self.root / "docs"
        return frozenset(
            file.relative_to(docs).as_posix() for file in docs.glob("**/*") if file.is_file()
        )

    def nav(self) -> yaml.Node | None:
        """Return the node of `nav` in mkdocs.yml.

        Nothing else is read, and that only as nodes: the file may carry tags of its engine.
        """
        text = self._text("mkdocs.yml")
        try:
            node = yaml.compose(text or "", Loader=Loader)
        except yaml.YAMLError as error:
            source = Source("mkdocs.yml")
            fault = unprintable_problem(text or "", source)
            self._note("mkdocs.yml", [fault or syntax_problem(error, text or "", source)])
            return None
        if not isinstance(node, yaml.MappingNode):
            return None
        return next((value for key, value in node.value if key.value == "nav"), None)

    def _note(self, path: str, problems: list[Problem]) -> None:
        if problems:
            self.problems += problems
            self.partial.add(path)

    def _text(self, path: str, *, whole: bool = True) -> str | None:
        """Return a file's text; None where it cannot be read.

        With ``whole`` false, a text that is not UTF-8 is returned without what is not: a page
        has more to be checked than the letters that are wrong.
        """
        file = self.root / path
        if not file.is_file():
            return None
        raw = file.read_bytes()
        try:
            return _with_plain_line_ends(raw.decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            sound = _with_plain_line_ends(error.object[: error.start].decode())
            place = Place(path, sound.count("\n") + 1, len(sound) - sound.rfind("\n"))
            self._note(path, [problem("YA106", place, _foreign(error.object[error.start]))])
            text = _with_plain_line_ends(raw.decode("utf-8-sig", "replace"))
            return None if whole else text


def _foreign(byte: int) -> str:
    """Say which letter a byte was, in the coding that most old editors save."""
    letter = bytes([byte]).decode("cp1252", "ignore")
    meant = f": this letter, probably {letter}" if letter.strip() else ""
    return f"the byte {byte:#04x} here is not UTF-8{meant}"


def _with_plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _nav_entries(node: yaml.Node, source: Source) -> list[tuple[str, Any]]:
    if isinstance(node, yaml.ScalarNode):
        return [(node.value, NodeOrigin(source, node).at())] if node.value.endswith(".md") else []
    children = node.value
    if isinstance(node, yaml.MappingNode):
        children = [value for _, value in node.value]
    return [entry for child in children for entry in _nav_entries(child, source)]


def _sections(node: yaml.Node, title: str = "") -> Iterator[tuple[str, str]]:
    """Yield each page with the title of the section that it stands in, the innermost one."""
    if isinstance(node, yaml.ScalarNode):
        yield node.value, title
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _sections(child, title)
    else:
        for key, value in node.value:
            # A page may have a title of its own there; a section is a list.
            section = title if isinstance(value, yaml.ScalarNode) else key.value
            yield from _sections(value, section)
