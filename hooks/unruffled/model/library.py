"""The Library: everything that authors wrote, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any, TypeVar

from ..problems import Place, Problem
from ..words import Words
from .assignment import Assignment
from .base import Model
from .card import Card
from .content import CONTENT, File, Folder
from .exports import Download
from .gaps import Gap, of_placeholders
from .handbook import FILE as HANDBOOK
from .handbook import Handbook
from .letter import Letter
from .made import SPOT, MadePage
from .organisation import Organisation
from .page import Page
from .path import LearningPath
from .phrases import PhraseTable
from .quiz import Question, Quiz
from .reference import Reference, References, Vocabulary
from .roots import MenuEntry, Root
from .safety import Safety
from .safety_examples import SafetyExamples
from .scenario import Scenario
from .session import Rubric, Session
from .shapes import Shape
from .signs import Signs

M = TypeVar("M", bound=Model)


@dataclass(frozen=True, eq=False)
class Library:
    """All content, by id or by path relative to docs/.

    ``partial`` holds the paths of files of which only a part could be read; rules
    about what is *missing* leave them alone, so that one mistake gives one message.
    """

    organisation: Organisation
    quizzes: Mapping[str, Quiz]
    phrases: Mapping[str, PhraseTable]
    cards: Mapping[str, Card]
    pages: Mapping[str, Page]
    references: References
    vocabulary: Vocabulary
    handbook: Handbook = field(default_factory=Handbook)
    nav: tuple[tuple[str, Place], ...] = ()
    sections: Mapping[str, str] = field(default_factory=dict)
    """The section of the menu that each page of ``nav`` stands in, by the page's path."""
    directories: bool = True
    """Whether addresses of pages end in a slash: `use_directory_urls` in mkdocs.yml."""
    files: frozenset[str] = frozenset()
    asked: tuple[tuple[str, Place], ...] = ()
    """The styles and scripts that mkdocs.yml asks every page to load, each with its place."""
    elsewhere: tuple[tuple[str, str, Place], ...] = ()
    """What mkdocs.yml, or a style that it asks for, has every page load from another host: what it
    is (`styles`), its address and its place."""
    own_colours: bool = False
    """Whether mkdocs.yml says which colours the theme takes."""
    partial: frozenset[str] = frozenset()
    paths: Mapping[str, LearningPath] = field(default_factory=dict)
    scenarios: Mapping[str, Scenario] = field(default_factory=dict)
    assignments: Mapping[str, Assignment] = field(default_factory=dict)
    sessions: Mapping[str, Session] = field(default_factory=dict)
    letters: Mapping[str, Letter] = field(default_factory=dict)
    rubric: Rubric | None = None
    theme_language: tuple[str, Place | None] = ("", None)
    """What mkdocs.yml says of the language, and where; empty where it says nothing."""
    safety: Safety | None = None
    safety_examples: SafetyExamples | None = None
    signs: Signs | None = None
    words: Words = field(default_factory=Words)
    """What readers see and no author wrote, in the language of the pages."""
    others: Mapping[str, Any] = field(default_factory=dict)
    """What has no field here, by the path of its row in CONTENT; `of` and `one` give it."""
    day: str = ""
    """The day against which days are judged, if one was given; never that of a clock."""
    made: tuple[MadePage, ...] = ()
    """All pages that can be made, and those of authors that they lead to."""
    generated: Mapping[str, str] = field(default_factory=dict)
    """Markdown of the pages made from data, by path relative to docs/."""
    replaced: Mapping[str, str] = field(default_factory=dict)
    """Markdown of pages that would be made, but that an author has written, by their path."""
    downloads: tuple[Download, ...] = ()
    """The phrases as files for other tools."""
    roots: tuple[Root, ...] = ()
    """The folders that all this was read from: the own one first, what it is built on behind."""
    below: Mapping[str, Root] = field(default_factory=dict)
    """Of the files in docs/ that come from what the handbook is built on: the folder of each."""
    gone: frozenset[str] = frozenset()
    """What handbook.yml leaves out of it: files, and pages that would be made (`docs/…`)."""
    told: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)
    """What is wrong, by the path of the file: a live preview shows it in place."""
    menu: tuple[MenuEntry, ...] | None = None
    """The menu, where the handbook is built on another one and mkdocs.yml has none of its own."""
    entries: tuple[MenuEntry, ...] = ()
    """The menu with its sections, whoever wrote it; empty where there is none."""

    def of(self, model: type[M]) -> Mapping[str, M]:
        """Return the things of a folder, by the names of their files: ``library.of(Quiz)``."""
        found: Mapping[str, M] | None = self._in(row_of(model))
        return {} if found is None else found

    def one(self, model: type[M]) -> M | None:
        """Return what stands in a single file: ``library.one(Rubric)``."""
        found: M | None = self._in(row_of(model))
        return found

    def read(self, row: File | Folder) -> Mapping[str, Model]:
        """Return all that was read by a row of CONTENT, by name; of a file there is one at most."""
        found = self._in(row)
        if isinstance(row, File):
            return {row.name: found} if found is not None else {}
        return found or {}

    def _in(self, row: File | Folder) -> Any:
        return getattr(self, row.field) if row.field else self.others.get(row.path)

    @cached_property
    def reference_by_id(self) -> Mapping[str, Reference]:
        """Every source, by its id."""
        return {each.id: each for each in self.references.references}

    @property
    def language(self) -> str:
        """The language of the pages: that of the handbook, else that of the theme."""
        return self.handbook.language or self.theme_language[0] or "en"

    @cached_property
    def gaps(self) -> Mapping[str, Gap]:
        """Every gap that a line may have, by its name; the organisation has the last word."""
        own = self.organisation
        listed = (*self.vocabulary.gaps, *of_placeholders(own.placeholders), *own.gaps)
        return {gap.id: gap for gap in listed}

    def shape_of(self, page: Page) -> Shape | None:
        """Return the first shape of the handbook that the page has, if there is one."""
        shapes = self.handbook.shapes
        keys = page.keys if shapes else frozenset()
        return next((each for each in shapes if each.is_of(page.path, keys)), None)

    @cached_property
    def homes(self) -> Mapping[type[Model], tuple[str, ...]]:
        """Where the pages are that are made of each thing, by its model; `{}` is its id."""
        found: dict[type[Model], tuple[str, ...]] = {}
        for page in self.made:
            if page.of:
                found[page.of] = (*found.get(page.of, ()), self.handbook.address_of(page))
        return found

    @cached_property
    def shared(self) -> Mapping[str, str]:
        """Where the pages are that are made of no one thing, and what messages call them."""
        one = (page for page in self.made if not page.of and not page.is_written)
        return {self.path_of(page): page.noun for page in one}

    def path_of(self, page: MadePage, name: str = "") -> str:
        """Return where a page is under docs/; for one of a thing, ``name`` is the thing's id."""
        return self.handbook.path_of(page, name)

    def title_of(self, page: MadePage, called: str = "") -> str:
        """Return the title of a page; ``called`` is the title of the thing that it shows."""
        own = self.handbook.own_of(page).title
        return own.replace(SPOT, called) if own else self.words.said(page.title, title=called)

    def heading_of(self, page: MadePage, called: str = "") -> str:
        """Return what stands at the top of a page."""
        own = self.handbook.own_of(page)
        if said := own.heading or own.title:
            return said.replace(SPOT, called)
        return self.words.said(page.heading or page.title, title=called)

    def found(self, page: MadePage) -> str:
        """Return where a page is under docs/; empty where there is none."""
        path = self.path_of(page)
        return path if path in self.pages else ""

    @property
    def is_overlay(self) -> bool:
        """Whether the handbook is built on another one."""
        return len(self.roots) > 1

    def base_of(self, path: str) -> Root | None:
        """Return what a path in a message belongs to that the handbook is built on."""
        found = (each for each in self.roots[1:] if path.startswith(f"{each.name}:"))
        return next(found, None)

    def is_inherited(self, item: Model) -> bool:
        """Whether ``item`` comes from what the handbook is built on."""
        origin = item.origin if self.is_overlay else None
        return origin is not None and self.base_of(item.file) is not None

    def shown_path(self, path: str) -> str:
        """Return how messages name the file at ``path`` below docs/."""
        root = self.below.get(path)
        return root.shown(f"docs/{path}") if root else f"docs/{path}"

    def is_partial(self, item: Model) -> bool:
        """Return whether only a part of the file could be read that ``item`` stands in."""
        return item.file in self.partial

    def file_of(self, folder: str, name: str) -> str:
        """Return the path of the file with faults that ``name`` stands for, else the usual one."""
        faulty = (path for path in sorted(self.partial) if path.startswith(f"{folder}/"))
        found = (path for path in faulty if PurePosixPath(path).stem == name)
        return next(found, f"{folder}/{name}.yml")

    def is_unread(self, path: str) -> bool:
        """Return whether the page ``path`` may be missing because of faults told elsewhere.

        They keep its file from being read, or that which it is made from.
        """
        if not self.partial:
            return False
        # What could not be read of handbook.yml may be where the pages are.
        return not self.partial.isdisjoint((f"docs/{path}", HANDBOOK)) or any(
            file.startswith(page.sources)
            for page in self.made
            if page.has(path, self.handbook.address_of(page))
            for file in self.partial
        )

    def said_on(self, page: Page) -> tuple[str, ...]:
        """The text of a page above its first heading, then that below each."""
        return page.said

    def quiz_of(self, page: Page) -> list[Quiz]:
        """The quizzes whose module is this page."""
        return [self.quizzes[name] for name in self.quiz_names.get(page.path, ())]

    @cached_property
    def quiz_names(self) -> Mapping[str, tuple[str, ...]]:
        """The names of the quizzes of each module, by its path."""
        found: dict[str, tuple[str, ...]] = {}
        for name, quiz in self.quizzes.items():
            found[quiz.module or ""] = (*found.get(quiz.module or "", ()), name)
        return found

    def questions_of(self, quiz: Quiz) -> list[tuple[Quiz, Question]]:
        """The questions that a quiz can ask, each with the quiz that it belongs to.

        A pool leaves out those that learners judge themselves: a test could not count them.
        """
        if not quiz.pool:
            return [(quiz, question) for question in quiz.questions]
        sources = (self.quizzes[name] for name in quiz.pool if name in self.quizzes)
        return [
            (each, question) for each in sources for question in each.questions if question.counted
        ]


def row_of(model: type[Model]) -> File | Folder:
    """Return the row of CONTENT that has a model; KeyError for one that is no file's."""
    return _ROWS[model]


_ROWS = {row.model: row for row in CONTENT}
