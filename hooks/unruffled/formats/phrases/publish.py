"""The files that the site offers: each format whole, and in parts for the browser to join."""

from __future__ import annotations

import json
from typing import Any

from ...model.exports import Download
from ...model.library import Library
from .entries import Entry, entries
from .filters import FILTERS
from .form import Format
from .registry import FORMATS
from .writing import fragments

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
        )
        for form in FORMATS.values()
    )


def published(library: Library) -> dict[str, bytes]:
    """Return the content of every file by its path below docs/."""
    every = entries(library)
    if not every:
        return {}
    files = {f"{FOLDER}/parts/choice.json": _json(_choice(every))}
    for offer in library.downloads:
        form = FORMATS[offer.name]
        parts = _parts(form, every, library)
        whole = form.head + form.separator.join(parts["entries"].values()) + form.tail
        files[offer.path] = whole.encode()
        files[f"{FOLDER}/parts/{form.name}.json"] = _json(parts)
    return files


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
