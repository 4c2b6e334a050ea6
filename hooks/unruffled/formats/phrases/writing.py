"""Entries → the content of a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .entries import Entry
from .form import Format, Words


def write(form: Format, entries: Sequence[Entry], words: Words, edition: int = 1) -> bytes:
    """Return the file of a format for these entries.

    ``words`` has what the organisation says of the tool; ``edition`` is the second, since 1970, at
    which the content was made.
    """
    taken = form.of(entries)
    if form.whole:
        return form.whole(taken, edition)
    parts = fragments(form, taken, words).values()
    return (form.head + form.separator.join(parts) + form.tail).encode()


def fragments(form: Format, entries: Iterable[Entry], words: Words) -> dict[str, str]:
    """Return each entry's part of the file by its id."""
    known = {**(form.words or {}), **words}
    return {entry.id: form.fragment(entry, known) for entry in entries}
