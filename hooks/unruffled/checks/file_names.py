"""Rules for names of files: every computer can store them, and tell them apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from ..model.content import FOLDERS
from ..model.library import Library
from ..problems import Place
from ..text.urls import fold
from .registry import Finding, rule

RESERVED = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"}
)
"""Names that Windows keeps for devices, whatever ending follows."""

_SIGNS = re.compile(r'[<>:"|?*\\\x00-\x1f]')


@rule(
    "ST142",
    meaning="Two names differ in capital letters only.",
    cure="Rename one of the two: Windows and macOS take them for the same.",
)
def names_differ_in_more_than_capitals(library: Library) -> Iterator[Finding]:
    """Windows and macOS keep one of two such files, and serve it for both."""
    spellings: dict[str, dict[str, str]] = defaultdict(dict)
    for path in sorted(library.files):
        parts = path.split("/")
        for count in range(1, len(parts) + 1):
            above = "/".join(parts[:count])
            spellings[fold(above)].setdefault(above, path)
    for key, found in spellings.items():
        if len(found) == 1 or len(spellings.get(key.rpartition("/")[0], ())) > 1:
            continue
        kept, *others = sorted(found, key=lambda each: (sum(map(str.isupper, each)), each))
        for other in others:
            cause = f"docs/{other} and docs/{kept} are one name for Windows and macOS"
            yield Finding(Place(library.shown_path(found[other])), cause)


@rule(
    "ST143",
    meaning="Windows cannot hold a file of this name.",
    cure="Rename it: nobody with Windows could copy the project.",
)
def names_fit_windows(library: Library) -> Iterator[Finding]:
    """A project with such a name cannot be copied to a computer with Windows."""
    told: set[str] = set()
    for path in sorted(_paths(library)):
        parts = path.split("/")
        for count, part in enumerate(parts, 1):
            above = "/".join(parts[:count])
            if (why := _unfit(part)) and above not in told:
                told.add(above)
                yield Finding(Place(path), f'Windows cannot hold the name "{part}": {why}')


def _paths(library: Library) -> set[str]:
    things = (each for row in FOLDERS for each in library.read(row).values())
    own = (each for each in things if not library.is_inherited(each))
    return {f"docs/{path}" for path in library.files - library.below.keys()} | {
        each.at().path for each in own
    }


def _unfit(name: str) -> str:
    """Say why Windows cannot hold a name; nothing if it can."""
    if name.partition(".")[0].rstrip(" ").casefold() in RESERVED:
        return "it is the name of a device"
    if name.endswith((".", " ")):
        return "it ends with a full stop or a space"
    found = _SIGNS.search(name)
    return f"it has {found[0]!r} in it" if found else ""
