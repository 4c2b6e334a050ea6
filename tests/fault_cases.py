"""The cases of tests/faults: what an author did, and what the check has to say of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from case_form import LAYS, MalformedError, Section, divided, lines_of
from support import ROOT
from unruffled.model.library import Library
from unruffled.project import inspect

FAULTS = ROOT / "tests/faults"
NAMES = sorted(each.stem for each in (FAULTS / "cases").glob("*.txt"))

Files = dict[str, bytes]
"""A project: the content of each file by its path."""


@dataclass(frozen=True)
class Case:
    """What an author did, and what the check has to say of it."""

    name: str
    about: str
    expected: list[tuple[str, str, str]]
    """Place, code, and words that the message must contain."""
    files: Files
    """The whole project."""
    due: str = ""
    epoch: str = ""

    @property
    def codes(self) -> set[str]:
        return {code for _, code, _ in self.expected}


@cache
def base() -> Files:
    """Return the project without any mistake, that every case is laid over."""
    return _files_below(FAULTS / "base")


@cache
def spare() -> Files:
    """Return the sound files that the base does not have, to copy from."""
    return {f"spare/{path}": content for path, content in _files_below(FAULTS / "spare").items()}


def _files_below(root: Path) -> Files:
    files = {each.relative_to(root).as_posix(): each for each in root.rglob("*") if each.is_file()}
    # What a check keeps in .cache/ is no part of the project.
    return {path: each.read_bytes() for path, each in files.items() if not path.startswith(".")}


def case(name: str) -> Case:
    """Return the case of this name."""
    file = f"{name}.txt"
    return parsed((FAULTS / "cases" / file).read_text(encoding="utf-8"), file)


def parsed(text: str, file: str) -> Case:
    """Return the case that is written in ``text``.

    Raises MalformedError, which names the line, for what the form does not know, for what does not
    fit the base, and for a case that does or expects nothing.
    """
    lines = lines_of(text, file)
    about, sections = divided(lines)
    if not about:
        raise MalformedError(lines[0], "says not what it is about: begin with a sentence")
    expect = _only("expect", sections)
    if not expect:
        raise MalformedError(lines[0], "expects neither problems nor `nothing`")
    expected = expect.problems()
    run = _only("run", sections)
    files = _laid([each for each in sections if each.verb in LAYS])
    if files == base() and not run:
        raise MalformedError(lines[0], "does nothing to the base")
    due, epoch = run.run() if run else ("", "")
    return Case(file.removesuffix(".txt"), about, expected, files, due, epoch)


def _only(verb: str, sections: list[Section]) -> Section | None:
    found = [each for each in sections if each.verb == verb]
    for other in found[1:]:
        raise MalformedError(other.marker, f"there are two sections `-- {verb} --`")
    return found[0] if found else None


def _laid(sections: list[Section]) -> Files:
    """Return the base with what the sections do to it."""
    done: dict[str, bytes | None] = {}
    for section in sections:
        path, content = LAYING[section.verb](section)
        if {"", ".", ".."} & set(path.split("/")):
            raise MalformedError(section.marker, f"{path} is no path within the project")
        if path in done:
            raise MalformedError(section.marker, f"{path} is there twice")
        if content == base().get(path):
            raise MalformedError(section.marker, f"leaves {path} as it is in the base")
        done[path] = content
    return {path: content for path, content in (base() | done).items() if content is not None}


def _file(section: Section) -> tuple[str, bytes]:
    return section.path, section.bytes(section.whole())


def _change(section: Section) -> tuple[str, bytes]:
    return section.path, _from(section, section.path, base())


def _copy(section: Section) -> tuple[str, bytes]:
    source, to, target = section.path.partition(" to ")
    if not to:
        raise MalformedError(section.marker, "copies to nowhere: write `-- copy path to path --`")
    return target, _from(section, source, base() | spare())


def _from(section: Section, source: str, files: Files) -> bytes:
    if source not in files:
        raise MalformedError(section.marker, f"there is no {source} to begin with")
    return section.bytes(section.changed(files[source].decode()))


def _remove(section: Section) -> tuple[str, None]:
    for line in section.body:
        raise MalformedError(line, "has no place below `remove`")
    return section.path, None


LAYING = {"file": _file, "change": _change, "copy": _copy, "remove": _remove}


class Folder:
    """A folder that holds one project after another: only what differs is written."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files: Files = {}

    def holding(self, files: Files) -> Path:
        """Make these the only files of the folder; return it."""
        for path in self.files.keys() - files.keys():
            self._remove(path)
        for path, content in files.items():
            if self.files.get(path) != content:
                self._write(path, content)
        return self.root

    def _write(self, path: str, content: bytes) -> None:
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        self.files[path] = content

    def _remove(self, path: str) -> None:
        target = self.root / path
        target.unlink(missing_ok=True)
        # A disk that does not tell capitals has removed what differs in nothing else, too.
        for each in [each for each in self.files if each.casefold() == path.casefold()]:
            del self.files[each]
        for folder in target.parents:
            if folder == self.root or not folder.is_dir() or any(folder.iterdir()):
                break
            folder.rmdir()


def write(files: Files, root: Path) -> Path:
    """Write the files of a project; return its root."""
    return Folder(root).holding(files)


@cache
def library(name: str) -> Library:
    """Return what the check reads of the case of this name."""
    with TemporaryDirectory() as folder:
        return inspect(write(case(name).files, Path(folder)))[0]
