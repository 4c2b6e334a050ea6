"""What is kept for one project, opened for a run; and the sentence about it."""

from __future__ import annotations

import os
import platform
from functools import cache
from importlib import metadata
from pathlib import Path

from .digests import text_digest
from .kept import Kept
from .store import FOLDER, Store

SWITCH = "UNRUFFLED_NO_CACHE"
"""An environment variable: set to anything, nothing is kept and nothing is reused."""

PACKAGE = Path(__file__).parent.parent

DISTRIBUTIONS = (
    *("mkdocs", "mkdocs-material", "properdocs", "markdown", "pymdown-extensions", "pygments"),
    *("pyyaml", "pydantic", "jinja2", "markupsafe", "nh3", "markdown-it-py", "mdit-py-plugins"),
    *("coloraide", "babel", "tdewolff-minify", "quickjs-ng"),
)
"""What has a part in what is made: with another version of it, nothing is reused."""


def opened(root: Path) -> Kept | None:
    """Return what is kept for the project at ``root``; None where nobody wants that.

    Where its folder cannot be written, things are kept in this process only.
    """
    if is_refused():
        return None
    store = Store(root, salt())
    return Kept(None if store.fault else store, fault=store.fault)


def is_refused() -> bool:
    """Whether the environment says that nothing is to be kept."""
    return bool(os.environ.get(SWITCH))


def sentence(kept: Kept | None) -> str:
    """Say in one line what was reused."""
    if kept is None:
        return "Nothing was reused: the cache is switched off."
    parts = []
    for kind in sorted({*kept.used, *kept.made} - {"once"}):
        used = kept.used[kind]
        parts.append(f"{used} of {used + kept.made[kind]} {kind}")
    text = f"Reused {', '.join(parts)}." if parts else "Nothing was reused."
    return (
        f"{text} Nothing is kept for the next run: {FOLDER}: {kept.fault}." if kept.fault else text
    )


@cache
def salt() -> str:
    """Return the digest of this generator, its version of Python, and what it stands on."""
    files = sorted(each for each in PACKAGE.rglob("*") if each.is_file() and _counts(each))
    parts = [f"{each.relative_to(PACKAGE).as_posix()} {_text(each)}" for each in files]
    return text_digest(platform.python_version(), *map(_version, DISTRIBUTIONS), *parts)


def signature() -> int:
    """Return a number that differs when a file of this generator was changed since the last look:
    what is in memory is then of the old ones."""
    found = ((each, each.stat()) for each in PACKAGE.rglob("*") if _counts(each))
    return hash(frozenset((str(each), stat.st_mtime_ns, stat.st_size) for each, stat in found))


def _counts(file: Path) -> bool:
    return file.suffix in {".py", ".html", ".js", ".css", ".pot", ".svg", ".json"}


def _text(file: Path) -> str:
    return file.read_bytes().decode("utf-8", "surrogateescape")


def _version(name: str) -> str:
    try:
        return f"{name} {metadata.version(name)}"
    except metadata.PackageNotFoundError:
        return name
