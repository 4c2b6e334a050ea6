"""What there is in a project's folders, and the text of each file: or why it cannot be had."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ..catalogue import declare
from ..problems import Place, Problem, problem
from .encodings import decoded, no_text

declare(
    "YA114",
    meaning="A file or a folder cannot be opened, or is too large.",
    cure="Close it in other programs, and see that you may read it; then try again.",
)

LARGEST = 2 * 2**20
"""Bytes of a file that is read as text: two thousand questions are one million."""


class Entry(NamedTuple):
    """A file or a folder, by its path from the project's root on, with forward slashes."""

    path: str
    is_folder: bool

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition("/")[2]

    @property
    def stem(self) -> str:
        """The name without its ending."""
        return self.name.rpartition(".")[0] or self.name

    @property
    def is_hidden(self) -> bool:
        """Whether it is a program's own, or lies in a folder that is."""
        return any(part.startswith(".") for part in self.path.split("/"))


def walk(root: Path, folder: str) -> tuple[list[Entry], list[Problem]]:
    """Return all that lies below ``folder``, sorted by path, and the folders that are closed.

    Links to folders are not followed, so no circle is walked for ever.
    """
    problems: list[Problem] = []

    def closed(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError | NotADirectoryError):
            path = Path(error.filename).relative_to(root).as_posix()
            problems.append(_closed(path, error, "the folder"))

    found = [
        Entry((Path(above) / name).relative_to(root).as_posix(), is_folder)
        for above, folders, files in os.walk(root / folder, onerror=closed)
        for names, is_folder in ((folders, True), (files, False))
        for name in names
    ]
    return sorted(found), problems


def fault_of(root: Path, path: str) -> Problem | None:
    """Return why the file at ``path`` cannot be opened; None if it can, or is not there.

    A pipe or a device is never opened: reading one may wait for ever.
    """
    file = root / path
    try:
        kind = file.stat().st_mode
    except FileNotFoundError:
        return _unopened(path, "the link leads to no file", _LINK) if file.is_symlink() else None
    except OSError as error:
        return _closed(path, error)
    if stat.S_ISDIR(kind):
        return _unopened(path, "a folder has the name of a file", _FOLDER)
    if not stat.S_ISREG(kind):
        return _unopened(path, "this is a pipe or a device, and no file", "Remove it.")
    if not os.access(file, os.R_OK):
        return _closed(path, PermissionError(13, "Permission denied"))
    return None


def is_there(root: Path, path: str) -> bool:
    """Return whether there is a file at ``path``, and no folder, pipe or link to nothing."""
    try:
        return (root / path).is_file()
    except OSError:  # a folder on the way is closed
        return False


def read(root: Path, path: str, *, whole: bool = True) -> tuple[str | None, list[Problem]]:
    """Return the text of a file, with plain line ends, and its faults; None where it has none.

    A file that is not there has no faults. With ``whole`` false, a text that is not UTF-8 is
    returned without what is not: a page has more to be checked than the letters that are wrong.
    """
    if found := fault_of(root, path):
        return None, [found]
    file = root / path
    try:
        size = file.stat().st_size
        if size > LARGEST:
            cause = f"the file has {size / 2**20:.1f} MB, at most {LARGEST // 2**20} MB are read"
            return None, [_unopened(path, cause, "Divide it into several files.")]
        raw = file.read_bytes()
    except FileNotFoundError:
        return None, []
    except OSError as error:
        return None, [_closed(path, error)]
    if found := no_text(raw, path):
        return None, [found]
    return decoded(raw, path, whole=whole)


_LINK = "Put the file itself here, or remove the link."
_FOLDER = "Rename the folder, or move what is in it to where it belongs."


def _unopened(path: str, cause: str, cure: str) -> Problem:
    return problem("YA114", Place(path), cause, cure)


def _closed(path: str, error: OSError, what: str = "the file") -> Problem:
    cause = f"{what} cannot be opened: {(error.strerror or 'no reason was given').lower()}"
    return problem("YA114", Place(path), cause)


def unopened(root: Path, entries: list[Entry]) -> Iterator[Problem]:
    """Yield each file that a build would stumble over, because it cannot be copied."""
    for each in entries:
        if not each.is_folder and not each.is_hidden and (found := fault_of(root, each.path)):
            yield found
