"""Which files somebody has to read again, and by when."""

from __future__ import annotations

import datetime
import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from .catalogue import declare
from .model.card import Card
from .model.content import FOLDERS
from .model.upkeep import Kept
from .problems import problem

if TYPE_CHECKING:
    from .model.library import Library
    from .problems import Problem
    from .words import Words

declare(
    "UP103",
    meaning="A file is due for another look.",
    cure="Read all of it, mend what is no longer true, and set `reviewed` to the day of that.",
    severity="note",
)

EAST = datetime.timezone(datetime.timedelta(hours=14))
"""Where each day begins first."""
MANY = 10
"""So many files, and most of all, are not dated wrongly by hand."""
FIRST = "2000-01-01"
"""The first day that ``Day`` can be."""


class Looked(NamedTuple):
    """A file: when it is due, what it is called, its page, its own path, and what it says."""

    due: str
    """Empty where no day of a last look is known: it is due now."""
    title: str
    page: str
    file: str
    kept: Kept


def kept_files(library: Library) -> Iterator[tuple[Kept, str]]:
    """Yield what has an owner and a day, with the page that shows it, if one does.

    Of pages, these are the modules, and those that name one of the two themselves.
    """
    for path, page in library.pages.items():
        meta = page.meta
        if not page.generated and (page.is_module or meta.owner or meta.reviewed):
            yield meta, path
    for row in FOLDERS:
        shown = library.homes.get(row.model, ("",))[0]
        for name, each in library.read(row).items():
            if isinstance(each, Kept):
                yield each, shown.format(name)


def looked_at(library: Library) -> list[Looked]:
    """Return every file with its days, the one that is due first at the top."""
    found = [
        Looked(due_of(kept, library), _title(page, kept, library), page, kept.file, kept)
        for kept, page in kept_files(library)
    ]
    return sorted(found, key=lambda each: (each.due, each.file))


def due_of(kept: Kept, library: Library) -> str:
    """Return the day on which ``kept`` is due for another look; empty without a last one."""
    settings = library.organisation.upkeep
    at_risk = isinstance(kept, Card) and kept.safety
    last = _day(kept.reviewed or "")
    days = datetime.timedelta(days=settings.risk_days if at_risk else settings.days)
    return (last + days).isoformat() if last else ""


def due_by(library: Library, day: str) -> list[Problem]:
    """Return a note for each file that is due on ``day``, and for each that names no last look."""
    return [
        problem("UP103", each.kept.at(*(["reviewed"] if each.due else [])), _cause(each))
        for each in looked_at(library)
        if each.due <= day and each.file not in library.partial
    ]


def _cause(each: Looked) -> str:
    owner = f" (owner: {each.kept.owner})" if each.kept.owner else " (nobody owns it)"
    if not each.due:
        return f"nothing says when it was last looked at{owner}"
    return f"last looked at on {each.kept.reviewed}, due since {each.due}{owner}"


def day_of_seconds(seconds: str) -> str:
    """Return the day of `SOURCE_DATE_EPOCH` where it is latest; empty for what is no such number.

    Somebody east of everybody may have written the day of the last look. Builders write 0 or 1980
    where they know no day; nobody can have looked before ``FIRST``.
    """
    try:
        day = datetime.datetime.fromtimestamp(int(seconds), EAST).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return ""
    return day if day >= FIRST else ""


def today() -> str:
    """Return the clock's day, where it is latest: somebody there may have written a look's day."""
    return datetime.datetime.now(EAST).date().isoformat()


def believed(library: Library, now: str) -> str:
    """Return ``now``; empty where most of many looks are later: then the clock is wrong."""
    days = [each.reviewed for each, _ in kept_files(library) if each.reviewed]
    later = [day for day in days if now and day > now]
    return "" if len(later) > max(MANY, len(days) // 2) else now


def in_words(day: str, words: Words) -> str:
    """Return a day as a reader says it: 12 March 2026; what is none stays."""
    found = _day(day)
    return words.long_day(found) if found else day


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def _title(page: str, kept: Kept, library: Library) -> str:
    known = library.pages.get(page)
    return known.title if known else posixpath.splitext(page or kept.file)[0]
