"""Entries → the text of a file."""

from __future__ import annotations

from collections.abc import Iterable

from .entries import Entry
from .form import Format, Words


def write(form: Format, entries: Iterable[Entry], words: Words) -> str:
    """Return the file of a format for these entries.

    ``words`` has what the organisation says of the tool.
    """
    return form.head + form.separator.join(fragments(form, entries, words).values()) + form.tail


def fragments(form: Format, entries: Iterable[Entry], words: Words) -> dict[str, str]:
    """Return each entry's part of the file by its id."""
    known = {**(form.words or {}), **words}
    return {entry.id: form.fragment(entry, known) for entry in entries}
