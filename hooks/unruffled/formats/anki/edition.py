"""When a state of the content was made: Anki takes over an edited card only if it is newer."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from ...model.content import CONTENT


def edition_of(root: Path) -> int:
    """Return the second, since 1970, at which the content of a project came to be as it is.

    It is `SOURCE_DATE_EPOCH` where that is set, else the time of the last commit. While something
    is changed and not committed, and where there is no git, it is that of the newest file.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isascii() and given.isdecimal():
        return max(1, int(given))
    committed = _git(root, "log", "-1", "--format=%ct")
    if committed.isdecimal() and not _git(root, "status", "--porcelain", "--", *_paths()):
        return int(committed)
    return max((int(each.stat().st_mtime) for each in _files(root)), default=1)


def _paths() -> Iterator[str]:
    """Yield the paths of all content; git takes those that are not there without a word."""
    yield from (row.path for row in CONTENT)


def _files(root: Path) -> Iterator[Path]:
    """Yield every file of the content."""
    for path in (root / each for each in _paths()):
        yield from (each for each in (path, *path.rglob("*")) if each.is_file())


def _git(root: Path, *command: str) -> str:
    """Return what git says; nothing where there is no git, or the folder is in no repository."""
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *command], capture_output=True, text=True, check=False
        )
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
