"""Files that an author meant to be read, whose name or folder keeps them from it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from ..catalogue import declare
from ..model.content import FILES, FOLDERS
from ..model.made import WITHOUT_PAGES
from ..problems import Place, Problem, problem
from .files import Entry, walk

declare(
    "ST106",
    meaning="A file is not read, because its name has the wrong ending.",
    cure="Rename it: YAML files end in .yml, pages in .md.",
)
declare(
    "ST110",
    meaning="A folder is not read, because its name is written in another way.",
    cure="Rename the folder.",
)
declare(
    "ST111",
    meaning="A file lies in a folder where it does not belong.",
    cure="Move it to where it belongs.",
)

_TOP = frozenset(row.name for row in FILES)
_FOLDERS = {row.name: row for row in FOLDERS}
_NOUNS = {"docs": "a page"} | {row.name: row.noun for row in FOLDERS}

NOT_PAGES = tuple(f"{name}/" for name in WITHOUT_PAGES)
"""Folders in docs/ that hold no pages; the engine and mkdocs.yml exclude the same ones."""

YAML = (".yml", ".yaml")

_YAML = re.compile(r"(?:\.(?:ya?ml|txt))+$|^[^.]+$", re.IGNORECASE)
_MARKDOWN = re.compile(r"\.(?:md|mdown|mkdn?|markdown)(?:\.txt)?$", re.IGNORECASE)
_OFFICE = re.compile(
    r"(?:\.(?:ya?ml|txt|md))*\.(?P<kind>docx?|docm|odt|rtf|pages|xlsx?|xlsm|ods|numbers|pdf)$",
    re.IGNORECASE,
)
_LOCK = "~$"
"""How the name of a file begins that Word or Excel puts beside one that is open."""


class Misplaced(NamedTuple):
    """A file that is not read: the path that it should have, and what to say of it."""

    meant: str
    problem: Problem


def misplaced(root: Path, below: dict[str, list[Entry]]) -> Iterator[Misplaced]:
    """Yield each such file of the project; ``below`` has what lies in docs/ and our folders."""
    yield from _beside_docs(root)
    for folder, entries in below.items():
        files = [each for each in entries if not each.is_folder and not _set_aside(each)]
        for each in files:
            found = _office(folder, each) or _ending(folder, each) or _wrong_folder(folder, each)
            if found:
                yield found


def _beside_docs(root: Path) -> Iterator[Misplaced]:
    for file in sorted(root.glob("*")):
        if file.is_dir():
            yield from _folder_like_ours(root, file.name)
            continue
        name = _YAML.sub("", file.name) if "." in file.name else ""
        meant = f"{name.casefold()}.yml"
        office = _OFFICE.search(file.name)
        if office and file.name[: office.start()].casefold() in _TOP:
            yield _no_text(file.name, f"{file.name[: office.start()].casefold()}.yml", office)
        elif name.casefold() in _TOP and file.name != meant and file.is_file():
            must = f"be {meant}" if file.name.casefold() == meant else "end in .yml"
            yield _rename(file.name, meant, must)


def _folder_like_ours(root: Path, name: str) -> Iterator[Misplaced]:
    """Yield the first file of a folder whose name is nearly one of ours: `Quizzes`, `quiz`."""
    known = (*_FOLDERS, "docs")
    if name in known or name.startswith("."):
        return
    alike = get_close_matches(name.casefold().strip(), known, n=1, cutoff=0.72)
    ours = alike[0] if alike else ""
    ending = (".md",) if ours == "docs" else YAML
    found = [each for each in walk(root, name)[0] if each.name.endswith(ending)] if ours else []
    if not found or (name.casefold() != ours and (root / ours).exists() and ours == "docs"):
        return
    cause = f"the folder {name}/ is not read: its name must be {ours}"
    cure = f"rename the folder to {ours}, in small letters"
    if any(each.name.endswith(ending) for each in walk(root, ours)[0]):
        cure = f"move what is in it to {ours}/"
    fault = problem("ST110", Place(found[0].path), cause, cure)
    for each in found:
        yield Misplaced(f"{ours}/{each.path.partition('/')[2]}", fault)


def _ending(folder: str, each: Entry) -> Misplaced | None:
    pattern, read = (_MARKDOWN, (".md",)) if folder == "docs" else (_YAML, YAML)
    if each.name.endswith(read) or not (found := pattern.search(each.name)):
        return None
    stem = each.name if "." not in each.name else each.name[: found.start()]
    meant = f"{each.path[: -len(each.name)]}{stem}{read[0]}"
    return _rename(each.path, meant, f"end in {read[0]}")


def _rename(path: str, meant: str, must: str) -> Misplaced:
    cause = f"the file is not read: its name must {must}"
    return Misplaced(meant, problem("ST106", Place(path), cause, f"rename it to {meant}"))


def _office(folder: str, each: Entry) -> Misplaced | None:
    """Return the fault of a file of an office program, where text is wanted."""
    if each.name.startswith(_LOCK):
        cause = "Word or Excel put this file here, because it has another one open"
        cure = "Close the file there; if this one stays, delete it."
        return Misplaced(each.path, problem("YA115", Place(each.path), cause, cure))
    found = _OFFICE.search(each.name)
    if not found or (folder == "docs" and not found[0].lower().startswith((".md", ".txt.md"))):
        return None  # in docs/, a PDF or a Word file may be there for readers
    ending = ".md" if folder == "docs" else YAML[0]
    meant = f"{each.path[: -len(each.name)]}{each.name[: found.start()]}{ending}"
    return _no_text(each.path, meant, found, _NOUNS[folder])


def _no_text(path: str, meant: str, found: re.Match[str], noun: str = "it") -> Misplaced:
    kind = found["kind"].lower()
    program = "a PDF" if kind == "pdf" else "a file of a word processor"
    if kind in ("doc", "docx", "docm"):
        program = "a Word file"
    elif kind in ("xls", "xlsx", "xlsm", "ods", "numbers"):
        program = "a file of a spreadsheet"
    cause = f"the file is not read: {program} cannot be renamed into {noun}"
    cure = f"copy its text into a new file of plain text, {meant}"
    return Misplaced(meant, problem("YA115", Place(path), cause, cure))


def _wrong_folder(folder: str, each: Entry) -> Misplaced | None:
    """Return the fault of YAML in docs/, or of a page beside it."""
    name = each.path.partition("/")[2]
    if folder == "docs" and each.name.endswith(YAML) and not name.startswith(NOT_PAGES):
        ours = next((part for part in each.path.casefold().split("/") if part in _FOLDERS), "")
        meant = f"{ours}/{each.stem}.yml" if ours else ""
        if each.stem.casefold() in _TOP:
            meant = f"{each.stem.casefold()}.yml"
        cause = "the file lies in the wrong folder: here it is published as it is, and not read"
        cure = f"move it to {meant}, beside docs/ and not in it"
        if not meant:
            cure = (
                "move it into the folder beside docs/ that it belongs in, such as quizzes/; a file "
                "that readers are to download belongs in docs/assets/"
            )
        return Misplaced(meant, problem("ST111", Place(each.path), cause, cure))
    if folder != "docs" and each.name.endswith(".md"):
        cause = f"the file is not read: a page cannot lie in {folder}/"
        cure = "move it into docs/, where pages are"
        return Misplaced("", problem("ST111", Place(each.path), cause, cure))
    return None


def _set_aside(each: Entry) -> bool:
    """Whether the file is a program's, a note for people, or in a folder that holds no pages."""
    parts = each.path.split("/")
    return each.is_hidden or each.stem.upper() == "README" or parts[1] in ("assets", "overrides")


ELSEWHERE = "ST111"
"""A file with the keys of another folder."""


def belongs_elsewhere(path: str, keys: Sequence[str]) -> Problem | None:
    """Return the fault of a file whose keys are those of another folder: a quiz in phrases/."""
    folder, _, name = path.partition("/")
    own = _FOLDERS.get(folder)
    if own is None or any(key in keys for key in own.keys):
        return None
    for other in FOLDERS:
        if other is not own and all(key in keys for key in other.keys):
            cause = f"this is {other.noun}, and {folder}/ is for something else"
            return problem(ELSEWHERE, Place(path), cause, f"move it to {other.path}{name}")
    return None
