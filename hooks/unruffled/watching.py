"""What a preview and a watching check look at: the files that a handbook is made of."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from .loading.mirrors import LICENCES, MIRRORS
from .model.content import CONTENT
from .words import FOLDER

if TYPE_CHECKING:
    from .model.roots import Root

Look = frozenset[tuple[str, int, int]]
"""The files that are there, each with its time and its size."""

_MIRRORED = (*(name for page in MIRRORS for name in page.sources), *LICENCES)

PAUSE = 0.1
"""Seconds between two looks."""

AGAIN = 3
"""How often a file that has become empty is looked at again, before it is taken for that."""


def places(root: Root) -> list[Path]:
    """Return the files and folders that a root has its content in, there or not."""
    names = ("docs", "mkdocs.yml", *(row.path for row in CONTENT), FOLDER, *_MIRRORED)
    return [root.folder / name for name in names]


def look(roots: tuple[Root, ...]) -> Look:
    """Return what lies there now."""
    return frozenset(_seen(place for root in roots for place in places(root)))


def _seen(found: Iterator[Path]) -> Iterator[tuple[str, int, int]]:
    for place in found:
        files = place.rglob("*") if place.is_dir() else (place,)
        for file in files:
            try:
                state = file.stat()
            except OSError:  # gone meanwhile, or a link to nothing
                continue
            yield str(file), state.st_mtime_ns, state.st_size


def changes(roots: tuple[Root, ...], before: Look) -> Look:
    """Wait until something differs from ``before``, and is at rest; return what is there then.

    Many editors empty a file, and then write it: what has become empty is looked at again.
    """
    now = look(roots)
    while now == before:
        time.sleep(PAUSE)
        now = look(roots)
    for _ in range(AGAIN):
        if not _emptied(now, before):
            break
        time.sleep(PAUSE)
        now = look(roots)
    while (after := look(roots)) != now:
        now = after
    return now


def _emptied(now: Look, before: Look) -> set[str]:
    """Return the files that hold nothing now, and did hold something."""
    full = {name for name, _, size in before if size}
    return {name for name, _, size in now if not size} & full
