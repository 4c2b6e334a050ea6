"""Read one folder with docs/ and what lies beside it: every value, and every fault of form."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from functools import cached_property, partial
from typing import TypeVar

from ..catalogue import declare
from ..keeping import Memo
from ..model.base import Model
from ..model.content import FOLDERS
from ..model.handbook import FILE as HANDBOOK
from ..model.handbook import Handbook
from ..model.page import Page
from ..model.roots import Root
from ..problems import Place, Problem, problem
from ..steps import counted
from .body import Body
from .bounds import without_excess
from .css import PICTURES, addresses, remote
from .encodings import control_problem
from .endings import ELSEWHERE, NOT_PAGES, YAML, belongs_elsewhere, misplaced
from .files import Entry, is_there, read, unopened, walk
from .markdown_source import read_page
from .menu import FILE, Menu, read_menu
from .source import Source
from .validate import validate
from .wrapping import without_chat, without_fence, without_merge_marks
from .yaml_source import read_yaml

declare(
    "ST105",
    meaning="Two files of one folder have the same name.",
    cure="Rename one of them: the name without .yml is the address.",
)

M = TypeVar("M", bound=Model)


def fold(path: str) -> str:
    """Return a path as two are compared: with small letters, and one ending for YAML."""
    small = unicodedata.normalize("NFC", path).casefold()
    return f"{small.removesuffix('.yaml')}.yml" if small.endswith(".yaml") else small


class Reader:
    """Reads the files of one folder and gathers their problems.

    In messages, files of what a handbook is built on have its name before their paths.
    """

    def __init__(self, root: Root, words: frozenset[str], memo: Memo) -> None:
        self.root = root
        self.words = words
        self.memo = memo
        self.problems: list[Problem] = []
        self.partial: set[str] = set()
        self.situations: dict[str, str] = {}
        self.gone: set[str] = set()
        self.below: dict[str, list[Entry]] = {}
        for folder in ("docs", *(row.name for row in FOLDERS)):
            self.below[folder], closed = walk(root.folder, folder)
            self._add(closed)

    @cached_property
    def handbook(self) -> Handbook:
        """What handbook.yml says here."""
        return self.one(HANDBOOK, Handbook) or Handbook()

    def paths(self) -> set[str]:
        """Return the paths of all files in docs/ and in the folders of content."""
        return {
            each.path for entries in self.below.values() for each in entries if not each.is_folder
        }

    def keep_but_for(self, taken: set[str], left_out: set[str]) -> None:
        """Pass over what is ``taken`` by a file above, or ``left_out`` there (and note it)."""
        for folder, entries in self.below.items():
            free = [each for each in entries if fold(each.path) not in taken]
            self.below[folder] = [each for each in free if not is_in(each.path, left_out)]
            self.gone |= {each.path for each in free if is_in(each.path, left_out)}

    def one(self, path: str, model: type[M]) -> M | None:
        """Return what stands in a file; None where there is none, or none that can be read."""
        shown = self.root.shown(path)
        text, problems = read(self.root.folder, path)
        result = None
        if text is not None:
            key = (path, shown, text, model, tuple(self.situations.items()))
            result, faults = self.memo.of(
                key, lambda: _one(path, shown, text, model, self.situations)
            )
            is_elsewhere = result is None and len(faults) == 1 and faults[0].code == ELSEWHERE
            problems = faults if is_elsewhere else [*problems, *faults]
        self._note(path, problems)
        return result

    def names(self) -> None:
        """Report the files that would be passed over, because of their name or their folder.

        What the file would be is taken to be there, with faults: one mistake, one message.
        """
        for meant, fault in misplaced(self.root.folder, self.below):
            self._note(fault.place.path, [fault])
            if meant and not is_there(self.root.folder, meant):
                self.partial.add(meant)

    def folder(self, name: str, model: type[M]) -> dict[str, M]:
        """Return what stands in the files of a folder, by their names."""
        found: dict[str, M] = {}
        taken: dict[str, str] = {}
        for each in counted(self.below[name], f"Reading {name}/"):
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
        """Return the pages by their paths below docs/."""
        found = {}
        entries = self.below["docs"]
        for each in counted(entries, "Reading pages"):
            path = each.path.removeprefix("docs/")
            if not path.endswith(".md") or path.startswith(NOT_PAGES) or each.is_hidden:
                continue
            text, problems = read(self.root.folder, each.path, whole=False)
            self._note(each.path, problems)
            if text is not None:
                key = (each.path, self.root.name, text, self.words)
                found[path], problems = self.memo.of(key, partial(self._page, each.path, text))
                self._note(each.path, problems)
        others = [each for each in entries if each.path.removeprefix("docs/") not in found]
        closed = unopened(self.root.folder, others)
        self._add([each for each in closed if each not in self.problems])
        return found

    def _page(self, path: str, text: str) -> tuple[Page, list[Problem]]:
        shown = self.root.shown(path)
        text, merges = without_merge_marks(text, shown, self.words)
        text, chat = without_fence(text, shown)
        text, control = control_problem(text, Source(shown))
        text, bounds = without_excess(text, shown)
        page, problems = read_page(shown, text, self.words)
        if chat:  # the lines that were emptied are none of the author's
            problems = [each for each in problems if each.code != "MD112"]
        own = page if not self.root.name else replace(page, path=path.removeprefix("docs/"))
        return own, [*merges, *chat, *control, *bounds, *problems]

    @cached_property
    def files(self) -> frozenset[str]:
        """Return every file below docs/ that can be opened, as paths relative to it."""
        return frozenset(
            each.path.removeprefix("docs/")
            for each in self.below["docs"]
            if not each.is_folder and is_there(self.root.folder, each.path)
        )

    @cached_property
    def menu(self) -> Menu:
        """Return what the navigation in mkdocs.yml lists."""
        shown = self.root.shown(FILE)
        text, problems = read(self.root.folder, FILE)
        menu = Menu()
        if text is not None:
            text, merges = without_merge_marks(text, shown)
            menu, faults = read_menu(text, self.files, shown)
            problems += [*merges, *faults]
        self._note(FILE, problems)
        return menu

    @cached_property
    def imported(self) -> tuple[tuple[str, str, Place], ...]:
        """Return what the styles that mkdocs.yml asks for load from other hosts, as in `Library`.

        A font has no kind of its own here: it comes from the address of a style, or of a file.
        """
        found: list[tuple[str, str, Place]] = []
        for path, _ in self.menu.asked:
            name = f"docs/{path.partition('?')[0]}"
            text, _ = read(self.root.folder, name) if name.endswith(".css") else (None, [])
            if text is not None:
                body = Body(self.root.shown(name), text.split("\n"), 0)
                for each in remote(addresses(text)):
                    line = text.count("\n", 0, max(text.find(each), 0))
                    found.append((_kind(each), each, body.place(line, each)))
        return tuple(found)

    def _note(self, path: str, problems: list[Problem]) -> None:
        if problems:
            self._add(problems)
            self.partial.add(self.root.shown(path))

    def _add(self, problems: list[Problem]) -> None:
        """Keep problems; those that name a file by its path alone get the name of the folder."""
        for each in problems:
            place = each.place
            if self.root.name and not place.path.startswith(f"{self.root.name}:"):
                place = replace(place, path=self.root.shown(place.path))
            self.problems.append(each if place is each.place else replace(each, place=place))


def _one(
    path: str, shown: str, text: str, model: type[M], situations: dict[str, str]
) -> tuple[M | None, list[Problem]]:
    """Return what a text says, if anything, and its faults; a file of another kind has one."""
    text, merges = without_merge_marks(text, shown)
    text, chat = without_chat(text, shown)
    data, faults = read_yaml(text, Source(shown))
    problems = [*merges, *chat, *faults]
    if data is None:
        return None, problems
    if elsewhere := belongs_elsewhere(path, list(data)):
        return None, [elsewhere]
    result, faults = validate(model, data, situations)
    return result, problems + faults


def _kind(address: str) -> str:
    """Return what `allows` calls a file that a style loads."""
    path = address.partition("?")[0].casefold()
    if path.endswith((".woff2", ".woff", ".ttf", ".otf")):
        return "fonts"
    return "pictures" if path.endswith(PICTURES) else "styles"


def is_in(path: str, left_out: set[str]) -> bool:
    """Whether a path, or a folder above it, is among what is left out."""
    folders = {each.rstrip("/") for each in left_out}
    return path in folders or any(path.startswith(f"{each}/") for each in folders)
