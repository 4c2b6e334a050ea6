"""What an author is told: a place, a fact, a cure and a stable code."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from .catalogue import CATALOGUE, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, order=True)
class Place:
    """A position in a file of the project.

    ``path`` is relative to the project's root with forward slashes;
    ``line`` and ``column`` count from 1, as editors do.
    """

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One fault or note: where it is, what is wrong, and how to mend it."""

    place: Place
    code: str
    cause: str
    cure: str

    @property
    def severity(self) -> Severity:
        """``error`` stops a build, ``note`` only informs."""
        return CATALOGUE[self.code].severity

    def __str__(self) -> str:
        return f"{self.place}: {self.code} {self.cause}\n    {self.cure}"


def problem(code: str, place: Place, cause: str, cure: str | None = None) -> Problem:
    """Make a problem; without ``cure`` the catalogue's general one is given.

    Raises KeyError for a code that the catalogue does not list: a programmer's
    mistake, found by the first test that reaches the line.
    """
    return Problem(place, code, _short(cause), _short(cure or CATALOGUE[code].cure))


LONGEST = 400
"""The most characters of a cause or a cure; what an author wrote may be much longer."""


def _short(words: str) -> str:
    """Leave out the middle of what nobody would read: a word of 50,000 letters."""
    half = LONGEST // 2
    return words if len(words) <= LONGEST else f"{words[:half]} […] {words[-half:]}"


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Only those that must be mended before the site can be published."""
    return [each for each in problems if each.severity == "error"]


def by_file(problems: Iterable[Problem]) -> dict[str, tuple[Problem, ...]]:
    """Return the problems of each file, in their order."""
    found: dict[str, list[Problem]] = {}
    for each in problems:
        found.setdefault(each.place.path, []).append(each)
    return {path: tuple(each) for path, each in found.items()}


LISTED = 12
"""The most names that a message lists; more would hide what it says."""


MANY = 500
"""More files than this are compared within one folder only: each comparison takes its time."""


def closest(word: str, known: Iterable[str]) -> str:
    """Return the name most like ``word``; one that differs in capitals only comes first."""
    options = sorted(known)
    same = [each for each in options if each.casefold() == word.casefold()]
    if len(options) > MANY:
        folder = word.rpartition("/")[0]
        options = [each for each in options if each.rpartition("/")[0] == folder]
    close = same or get_close_matches(word, options, n=1, cutoff=0.6)
    return close[0] if close else ""


def nearest(word: str, known: Iterable[str]) -> str:
    """Say which of ``known`` was probably meant.

    Returns a sentence part such as ``did you mean "single"?``; where nothing is
    near, it lists what there is, if that is a short list.
    """
    options = sorted(known)
    if close := closest(word, options):
        return f'did you mean "{close}"?'
    if not options:
        return "there are none yet"
    if len(options) > LISTED:
        return "nothing here has a name like it"
    return f"known here: {', '.join(options)}"
