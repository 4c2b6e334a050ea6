"""The files that the site offers: each format whole, and in parts for the browser to join."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ...model.exports import Download
from ...model.library import Library
from ..anki import edition_of
from .entries import Entry, entries
from .filters import FILTERS
from .form import Format
from .registry import FORMATS
from .writing import fragments, write

FOLDER = "exports"
"""Below docs/."""


def downloads(library: Library) -> tuple[Download, ...]:
    """Return what the site offers."""
    said = library.words.said
    return tuple(
        Download(
            name=form.name,
            title=said(form.title),
            how=said(form.how),
            path=f"{FOLDER}/{form.file}",
            whole=form.whole is not None,
        )
        for form in FORMATS.values()
    )


def published(library: Library) -> dict[str, bytes]:
    """Return the content of every file by its path below docs/."""
    return in_parts(library) | whole(library, edition(library))


def edition(library: Library) -> int:
    """Return the second at which the content came to be as it is: no Library knows that."""
    return edition_of(library.roots[0].folder) if library.roots else 1


def in_parts(library: Library) -> dict[str, bytes]:
    """Return the files of the formats that pages join from parts, and the parts."""
    every = entries(library)
    if not every:
        return {}
    files = {f"{FOLDER}/parts/choice.json": _json(_choice(every))}
    for path, form in _offered(library):
        if not form.whole:
            files[path] = write(form, every, library.organisation.exports.words(form.name), 1)
            files[f"{FOLDER}/parts/{form.name}.json"] = _json(_parts(form, every, library))
    return files


def whole(library: Library, edition: int) -> dict[str, bytes]:
    """Return the files of the other formats; some have the ``edition`` in them."""
    every = entries(library)
    return {
        path: write(form, every, library.organisation.exports.words(form.name), edition)
        for path, form in _offered(library)
        if every and form.whole
    }


def _offered(library: Library) -> Iterator[tuple[str, Format]]:
    return ((offer.path, FORMATS[offer.name]) for offer in library.downloads)


def _parts(form: Format, every: list[Entry], library: Library) -> dict[str, Any]:
    words = library.organisation.exports.words(form.name)
    return {
        "file": form.file,
        "type": form.type,
        "head": form.head,
        "separator": form.separator,
        "tail": form.tail,
        "entries": fragments(form, every, words),
    }


def _choice(every: list[Entry]) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return what each entry has for each filter."""
    return {entry.id: {name: of(entry) for name, of in FILTERS.items()} for entry in every}


def _json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
