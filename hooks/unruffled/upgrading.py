"""What has changed for an organisation since it last looked at what its handbook is built on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from packaging.version import InvalidVersion, Version

from .copies import Notes, Seen, digest_of, source_of
from .model.content import CONTENT, FOLDERS, File
from .steps import counted

if TYPE_CHECKING:
    from .model.library import Library
    from .model.roots import Root

CHANGELOG = "CHANGELOG.md"

_VERSION = re.compile(r"(?m)^## (?P<name>[^\n]+)\n")
_READER = re.compile(r"(?m)^### For (?P<reader>[^\n]+)\n")


@dataclass(frozen=True)
class Changes:
    """What is new since a version: files, slots, copies, and what the changelog says to whom."""

    first: bool
    """Whether nothing was noted so far."""
    before: str
    now: str
    moved: tuple[str, ...]
    """Own copies whose originals have changed."""
    alone: tuple[str, ...]
    """Own copies whose originals are gone."""
    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    ids: tuple[str, ...]
    """Phrases and questions that are gone: records, favourites and triggers still have them."""
    slots: tuple[str, ...]
    """New ones, that are not filled in."""
    news: Mapping[str, str]
    """What the changelog says, by its readers."""


def seen(library: Library) -> Seen:
    """Return what the base has now."""
    base = library.roots[1]
    paths = counted(_files(base), "Comparing files")
    files = {path: digest_of(base.folder / path)[:16] for path in paths}
    return Seen(base.version, files, tuple(library.handbook.words["slots"]), _ids(library))


def changes(root: Path, library: Library, notes: Notes) -> Changes:
    """Return what has changed since the notes were written."""
    base, before = library.roots[1], notes.seen.files
    now = seen(library)
    own = library.organisation.slots
    copies = {path: source_of(library, path) for path in notes.copies if (root / path).is_file()}
    return Changes(
        first=not before,
        before=notes.seen.version,
        now=base.version or base.name,
        moved=tuple(
            path
            for path, found in sorted(copies.items())
            if found and digest_of(found[1]) != notes.copies[path].digest
        ),
        alone=tuple(path for path, found in sorted(copies.items()) if not found),
        new=tuple(sorted(now.files.keys() - before.keys())),
        changed=tuple(sorted(p for p, d in now.files.items() if before.get(p, d) != d)),
        gone=tuple(sorted(before.keys() - now.files.keys())),
        ids=tuple(each for each in notes.seen.ids if each not in set(now.ids)),
        slots=tuple(s for s in now.slots if s not in notes.seen.slots and not own.get(s)),
        news=news(base.folder, notes.seen.version, base.version),
    )


def news(folder: Path, before: str, now: str) -> dict[str, str]:
    """Return what the changelog says of the versions after ``before``, by its readers."""
    try:
        text = (folder / CHANGELOG).read_text(encoding="utf-8")
    except OSError:
        return {}
    found: dict[str, str] = {}
    for name, part in _parts(_VERSION, text):
        if _is_between(name.split()[0], before, now):
            for reader, words in _parts(_READER, part):
                found[reader] = f"{found.get(reader, '')}{words.strip()}\n"
    return found


def _parts(pattern: re.Pattern[str], text: str) -> Iterator[tuple[str, str]]:
    marks = list(pattern.finditer(text))
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    for mark, end in zip(marks, ends, strict=True):
        yield mark[1].strip(), text[mark.end() : end]


def _is_between(name: str, before: str, now: str) -> bool:
    try:
        return (not before or Version(name) > Version(before)) and Version(name) <= Version(now)
    except InvalidVersion:
        return False


def _files(base: Root) -> list[str]:
    """Return the paths of the content of a base: its pages, and what lies beside docs/."""
    tops = ["docs", *(row.name for row in FOLDERS)]
    names = [row.path for row in CONTENT if isinstance(row, File)]
    found = (each for top in tops for each in (base.folder / top).rglob("*") if each.is_file())
    there = {each.relative_to(base.folder).as_posix() for each in found}
    return sorted(there | {name for name in names if (base.folder / name).is_file()})


def _ids(library: Library) -> tuple[str, ...]:
    phrases = (f"{n}/{each.id}" for n, t in library.phrases.items() for each in t.phrases)
    questions = (f"{n}/{each.id}" for n, q in library.quizzes.items() for each in q.questions)
    return (*phrases, *questions)
