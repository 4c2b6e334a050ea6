"""Read a project's folders into one Library and every fault of form they have."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from ..catalogue import declare
from ..model.base import Model
from ..model.content import CONTENT, FOLDERS, Content, File
from ..model.library import Library
from ..model.organisation import NOBODY, Organisation
from ..model.page import Page
from ..model.reference import Vocabulary
from ..problems import Place, Problem, problem
from ..words import Words
from .bounds import without_excess
from .encodings import control_problem
from .endings import NOT_PAGES, YAML, belongs_elsewhere, misplaced
from .files import Entry, is_there, read, unopened, walk
from .markdown_source import read_page
from .menu import FILE, Menu, read_menu
from .source import Source
from .validate import validate
from .words import chosen, read_words
from .wrapping import without_chat, without_fence, without_merge_marks
from .yaml_source import read_yaml

declare(
    "ST105",
    meaning="Two files of one folder have the same name.",
    cure="Rename one of them: the name without .yml is the address.",
)

M = TypeVar("M", bound=Model)


def load(root: Path, words: frozenset[str]) -> tuple[Library, list[Problem]]:
    """Read the project at ``root``.

    ``words`` are those of the fences that the core fills on pages.

    Returns the Library and the faults of form found on the way; never raises for an
    author's mistake. Rules about content are in ``checks``.
    """
    reader = _Project(root, words)
    reader.names()
    found: dict[str, Any] = {}
    for row in CONTENT:
        found[row.path] = reader.content(row)
        if row.model is Vocabulary:
            reader.situations = {each.label: each.id for each in found[row.path].situations}
    menu = reader.menu()
    translations, faults = read_words(root)
    library = Library(
        **{row.field: found.pop(row.path) for row in CONTENT if row.field},
        others=found,
        pages=reader.pages(),
        nav=tuple(menu.pages),
        sections=menu.sections,
        files=reader.files(),
        partial=frozenset(reader.partial),
        directories=menu.directories,
        theme_language=menu.language,
        asked=tuple(menu.asked),
        own_colours=menu.own_colours,
    )
    said = chosen(translations, library.language)
    library = replace(
        library,
        words=said,
        handbook=library.handbook.in_language(said),
        organisation=_named(library.organisation, said),
    )
    return library, [*reader.problems, *faults]


def _named(organisation: Organisation, words: Words) -> Organisation:
    """Call an organisation that has not named itself in the language of its readers."""
    if organisation.name != NOBODY:
        return organisation
    return organisation.model_copy(update={"name": words.said(NOBODY)})


class _Project:
    """Reads files of one project and gathers their problems."""

    def __init__(self, root: Path, words: frozenset[str]) -> None:
        self.root = root
        self.words = words
        self.problems: list[Problem] = []
        self.partial: set[str] = set()
        self.situations: dict[str, str] = {}
        self.below: dict[str, list[Entry]] = {}
        for folder in ("docs", *(row.name for row in FOLDERS)):
            self.below[folder], closed = walk(root, folder)
            self.problems += closed

    def content(self, row: Content) -> Any:
        """Return what a row of CONTENT says: things by the names of their files, or one thing."""
        if not isinstance(row, File):
            return self.folder(row.name, row.model)
        return self.one(row.path, row.model) or (row.absent() if row.absent else None)

    def one(self, path: str, model: type[M]) -> M | None:
        text, problems = read(self.root, path)
        data = result = None
        if text is not None:
            text, merges = without_merge_marks(text, path)
            text, chat = without_chat(text, path)
            data, faults = read_yaml(text, Source(path))
            problems += [*merges, *chat, *faults]
        if data is not None:
            if elsewhere := belongs_elsewhere(path, list(data)):
                self._note(path, [elsewhere])
                return None
            result, faults = validate(model, data, self.situations)
            problems += faults
        self._note(path, problems)
        return result

    def names(self) -> None:
        """Report the files that would be passed over, because of their name or their folder.

        What the file would be is taken to be there, with faults: one mistake, one message.
        """
        for meant, fault in misplaced(self.root, self.below):
            self._note(fault.place.path, [fault])
            if meant and not is_there(self.root, meant):
                self.partial.add(meant)

    def folder(self, name: str, model: type[M]) -> dict[str, M]:
        found: dict[str, M] = {}
        taken: dict[str, str] = {}
        for each in self.below[name]:
            if not each.name.endswith(YAML) or each.is_hidden or each.name.startswith("~$"):
                continue
            # Two names that differ in capitals are one file on Windows and macOS.
            same = taken.setdefault(unicodedata.normalize("NFC", each.stem).casefold(), each.stem)
            if each.stem in found or same != each.stem:
                cause = f'another file in {name}/ is named "{same}" too'
                if same != each.stem:
                    cause = f'another file in {name}/ is named "{same}", the same but for capitals'
                self._note(each.path, [problem("ST105", Place(each.path), cause)])
                continue
            value = self.one(each.path, model)
            # Keyed by file name: an id that differs from it is a fault of its own.
            if value is not None:
                found[each.stem] = value
        return found

    def pages(self) -> dict[str, Page]:
        found = {}
        entries = self.below["docs"]
        for each in entries:
            path = each.path.removeprefix("docs/")
            if not path.endswith(".md") or path.startswith(NOT_PAGES) or each.is_hidden:
                continue
            text, problems = read(self.root, each.path, whole=False)
            self._note(each.path, problems)
            if text is not None:
                found[path] = self._page(each.path, text)
        others = [each for each in entries if each.path.removeprefix("docs/") not in found]
        self.problems += [each for each in unopened(self.root, others) if each not in self.problems]
        return found

    def _page(self, path: str, text: str) -> Page:
        text, merges = without_merge_marks(text, path, self.words)
        text, chat = without_fence(text, path)
        text, control = control_problem(text, Source(path))
        text, bounds = without_excess(text, path)
        page, problems = read_page(path, text, self.words)
        if chat:  # the lines that were emptied are none of the author's
            problems = [each for each in problems if each.code != "MD112"]
        self._note(path, [*merges, *chat, *control, *bounds, *problems])
        return page

    def files(self) -> frozenset[str]:
        """Return every file below docs/ that can be opened, as paths relative to it."""
        return frozenset(
            each.path.removeprefix("docs/")
            for each in self.below["docs"]
            if not each.is_folder and is_there(self.root, each.path)
        )

    def menu(self) -> Menu:
        """Return what the navigation in mkdocs.yml lists."""
        text, problems = read(self.root, FILE)
        menu = Menu()
        if text is not None:
            text, merges = without_merge_marks(text, FILE)
            menu, faults = read_menu(text, self.files())
            problems += [*merges, *faults]
        self._note(FILE, problems)
        return menu

    def _note(self, path: str, problems: list[Problem]) -> None:
        if problems:
            self.problems += problems
            self.partial.add(path)
