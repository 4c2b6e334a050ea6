"""An author who edits a small project by chance, and builds of it in this process."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

import fault_cases
from fault_cases import Files
from unruffled.keeping import SWITCH, Kept
from unruffled.publishing.contents import Contents
from unruffled.publishing.mkdocs_preview import Preview

MKDOCS = b"""\
site_name: A sound project
theme: {name: material}
plugins: [search, unruffled]
nav:
  - Home: index.md
  - Connect:
      - connect/greeting.md
"""
START: Files = fault_cases.base() | {"mkdocs.yml": MKDOCS}

_WORD = re.compile(rb"\b[a-z]{4,}\b")
_SAID = re.compile(r"\d+\.\d+ seconds|^Reused|^Nothing was reused|^Building |^Cleaning |finished: ")
PAGES = ("docs/index.md", "docs/connect/greeting.md")


class Author:
    """Edits by chance: each is a function of the files so far."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.files = dict(START)
        self.before: list[Files] = [self.files]
        self.count = 0

    def edit(self) -> str:
        """Change the files; return the name of what was done."""
        done = self.chance.choice(EDITS)
        self.count += 1
        changed = done(self, dict(self.files))
        self.before.append(changed)
        self.files = changed
        return f"{self.count}: {done.__name__}"

    def a(self, *begins: str) -> str:
        found = [path for path in self.files if path.startswith(begins)]
        return self.chance.choice(sorted(found) or ["docs/index.md"])

    def text(self, files: Files, path: str, old: bytes, new: bytes) -> Files:
        return files | {path: files.get(path, b"").replace(old, new, 1)}


def a_word(author: Author, files: Files) -> Files:
    path = author.a("docs/", "quizzes/", "phrases/", "situations/", "scenarios/", "sessions/")
    text = files.get(path, b"")
    words = list(_WORD.finditer(text))
    if not words:
        return files
    word = author.chance.choice(words)
    return files | {path: text[: word.start()] + b"changed" + text[word.end() :]}


def a_paragraph(author: Author, files: Files) -> Files:
    path = author.a("docs/")
    return files | {path: files.get(path, b"") + b"\nOne more paragraph.\n"}


def a_line_above(author: Author, files: Files) -> Files:
    path = author.a("quizzes/", "phrases/", "situations/", "vocabulary", "handbook")
    return files | {path: b"\n" + files.get(path, b"")}


def a_title(author: Author, files: Files) -> Files:
    path = author.a("docs/")
    return author.text(files, path, b"\n# ", b"\n# New: ")


def a_title_of_a_quiz(author: Author, files: Files) -> Files:
    return author.text(files, author.a("quizzes/", "situations/"), b"title: ", b"title: Our ")


def a_new_page(author: Author, files: Files) -> Files:
    name = f"docs/connect/page-{author.count}.md"
    link = f"\n\n[One more](connect/page-{author.count}.md)\n".encode()
    return files | {
        name: b"# A page\n\nSome words, and [home](../index.md).\n",
        "docs/index.md": files.get("docs/index.md", b"") + link,
    }


def a_page_less(author: Author, files: Files) -> Files:
    path = author.a("docs/connect/")
    return {each: content for each, content in files.items() if each != path}


def another_name(author: Author, files: Files) -> Files:
    path = author.a("docs/connect/", "quizzes/", "phrases/", "situations/")
    stem, _, ending = path.rpartition(".")
    return {(f"{stem}-x.{ending}" if each == path else each): files[each] for each in files}


def a_fence(author: Author, files: Files) -> Files:
    fence = author.chance.choice(
        [b"quiz\ngreeting", b"phrases\ngreeting", b"course", b"card\nsilent"]
    )
    path = author.a("docs/")
    return files | {path: files.get(path, b"") + b"\n```" + fence + b"\n```\n"}


def a_file_less(author: Author, files: Files) -> Files:
    path = author.a("quizzes/", "phrases/", "situations/", "scenarios/", "sessions/", "paths/")
    return {each: content for each, content in files.items() if each != path}


def the_organisation(author: Author, files: Files) -> Files:
    line = author.chance.choice([b"name: Field\n", b"handbook_title: Ours\n", b'name: "A & B"\n'])
    return files | {"organisation.yml": line}


def the_words_of_the_house(author: Author, files: Files) -> Files:
    return author.text(files, "vocabulary.yml", b"label: ", b"label: Very ")


def the_settings(author: Author, files: Files) -> Files:
    old, new = author.chance.choice(
        [
            (b"site_name: A", b"site_name: No"),
            (b"material}", b"material, features: [navigation.top]}"),
            (b"nav:", b"use_directory_urls: false\nnav:"),
            (b"nav:", b"copyright: ours\nnav:"),
            (b"plugins:", b"markdown_extensions: [footnotes]\nplugins:"),
            (b"search,", b"{search: {lang: de}},"),
        ]
    )
    return author.text(files, "mkdocs.yml", old, new)


def the_menu(author: Author, files: Files) -> Files:
    old, new = author.chance.choice(
        [
            (b"Connect:", b"Meet:"),
            (b"  - Home: index.md\n", b"  - Start: index.md\n"),
            (b"      - connect/greeting.md\n", b"      - Greet: connect/greeting.md\n"),
            (b"  - Home: index.md\n", b"  - Home: index.md\n  - quizzes.md\n"),
        ]
    )
    return author.text(files, "mkdocs.yml", old, new)


def a_mistake(author: Author, files: Files) -> Files:
    name = author.chance.choice(fault_cases.NAMES)
    found = fault_cases.case(name).files
    return {**found, "mkdocs.yml": files.get("mkdocs.yml", MKDOCS)}


def back(author: Author, files: Files) -> Files:
    return author.chance.choice(author.before[-8:])


def all_back(author: Author, files: Files) -> Files:
    return dict(START)


EDITS: tuple[Callable[[Author, Files], Files], ...] = (
    *(a_word, a_word, a_word, a_paragraph, a_line_above, a_title, a_title_of_a_quiz, a_new_page),
    *(a_page_less, another_name, a_fence, a_fence, a_file_less, the_organisation, the_settings),
    *(the_words_of_the_house, the_menu, a_mistake, back, back, all_back),
)


class Heard(logging.Handler):
    """What an author reads in the terminal, but for times and what was reused."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        line = record.getMessage()
        if not _SAID.search(line):
            self.lines.append(f"{record.levelname} {line}")


@contextmanager
def heard() -> Iterator[Heard]:
    handler = Heard()
    logger = logging.getLogger("mkdocs")
    level, logger.level = logger.level, logging.INFO
    logger.addHandler(handler)
    try:
        yield handler
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)


Site = tuple[dict[str, bytes], list[str]]
"""The files of a site, and what was said while it was built."""


def site(root: Path, target: Path, kept: Kept | None, command: str = "serve") -> Site:
    """Build a project as ``command`` does; with something kept, or else anew."""
    os.environ.pop(SWITCH, None)
    if kept is None:
        os.environ[SWITCH] = "1"
    with heard() as said:
        try:
            _build(root, target, kept, command)
        except (Abort, SystemExit) as error:
            said.lines.append(f"ended: {error}")
    os.environ.pop(SWITCH, None)
    return _read(target), said.lines


def _build(root: Path, target: Path, kept: Kept | None, command: str) -> None:
    config: Any = load_config(str(root / "mkdocs.yml"), site_dir=str(target))
    ours = config.plugins["unruffled"]
    if kept is None or ours.contents.kept is not kept:
        ours.contents = Contents()
    ours.contents.kept, ours.building = kept, None
    ours.told.clear()
    config.plugins.on_startup(command=command, dirty=False)
    build(config, serve_url="http://127.0.0.1:8000/" if command == "serve" else None)


class Previewing:
    """A live preview of a project, without its server: it builds at each call."""

    def __init__(self, root: Path, target: Path) -> None:
        self.root = root
        self.target = target
        self.wholes = 0
        self.state: list[dict[str, Any]] = []
        config: Any = load_config(str(root / "mkdocs.yml"), site_dir=str(target))
        self.plugins = [config.plugins[name] for name in ("unruffled", "material/search")]
        self.plugins[0].contents = Contents()
        self.plugins[0].contents.kept = Kept()
        self.build = Preview(self.plugins[0], self._whole)
        self.saved = [dict(vars(each)) for each in self.plugins]

    def _whole(self) -> None:
        self.wholes += 1
        _build(self.root, self.target, self.plugins[0].contents.kept, "serve")

    def site(self) -> Site:
        """Build what changed since the last call."""
        os.environ.pop(SWITCH, None)
        for each, state in zip(self.plugins, self.saved, strict=True):
            vars(each).clear()  # a clean build meanwhile had the same objects
            vars(each).update(state)
        self.plugins[0].told.clear()
        with heard() as said:
            try:
                self.build()
            except (Abort, SystemExit) as error:
                said.lines.append(f"ended: {error}")
        self.saved = [dict(vars(each)) for each in self.plugins]
        return _read(self.target), said.lines


def _read(target: Path) -> dict[str, bytes]:
    found = sorted(each for each in target.rglob("*") if each.is_file())
    return {each.relative_to(target).as_posix(): each.read_bytes() for each in found}


def differing(cached: Site, clean: Site) -> list[str]:
    """Return what two sites do not have in common."""
    files, others = cached[0], clean[0]
    found = sorted(path for path in {*files, *others} if files.get(path) != others.get(path))
    return found + [f"said: {each}" for each in {*cached[1]} ^ {*clean[1]}]
