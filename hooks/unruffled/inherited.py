"""What an organisation is told of faults in what its handbook is built on: never to mend them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from .catalogue import declare
from .loading.bases import generator
from .problems import problem

if TYPE_CHECKING:
    from .model.library import Library
    from .model.roots import Root
    from .problems import Problem

declare(
    "HB124",
    meaning="A file of what the handbook is built on cannot be read by this generator.",
    cure="Take versions of the two that fit each other: it is nothing that you can mend here.",
)
declare(
    "HB125",
    meaning="Something in what the handbook is built on does not fit to what is yours.",
    cure="Nothing has to be done here: it is left as it is, and the rest works. `unruffled copy` "
    "takes the file over, if you want to change it.",
    severity="note",
)


SETTLED = frozenset({"LK101", "LK102", "SF112", "ST101"})
"""Codes of what follows from leaving something out, and is put right when pages are made."""
STYLE = frozenset({"CD106", "PH105", "QZ122"})
"""Codes of `limits` in handbook.yml: a decision about one's own words."""


def told(problems: Iterable[Problem], library: Library, *, read: bool = True) -> Iterator[Problem]:
    """Yield the problems as they are told to whoever owns the handbook.

    ``read`` is false for faults of form, which keep a file from being read.
    """
    for each in problems:
        base = library.base_of(each.place.path)
        if base is None:
            yield each
        elif each.severity == "error" and each.code not in SETTLED | STYLE:
            yield _of_the_base(each, base, read=read)


def _of_the_base(found: Problem, base: Root, *, read: bool) -> Problem:
    cause = f"{found.cause} ({found.code})"
    if read:
        return problem("HB125", found.place, cause)
    cure = (
        f"unruffled {generator()} and {base.called} do not fit, or the package is damaged: "
        "install others; nothing of it is yours to mend"
    )
    return problem("HB124", found.place, cause, cure)
