"""Which phrases and letters are taken: the same filters as on the pages, one value each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from .entries import Entry

FILTERS: Mapping[str, Callable[[Entry], tuple[str, ...]]] = {
    "table": lambda entry: (entry.folder,),
    "situation": lambda entry: entry.source.situations,
    "moment": lambda entry: (entry.moment,) if entry.moment else (),
    "channel": lambda entry: entry.channels,
    "tone": lambda entry: (entry.tone,) if entry.tone else (),
}
"""What an entry has for each filter, by the filter's name in an address and on the command line."""


def chosen(entries: Iterable[Entry], wanted: Mapping[str, str]) -> list[Entry]:
    """Return the entries that have every value of ``wanted`` (filter → value), in their order."""
    return [
        entry
        for entry in entries
        if all(value in FILTERS[name](entry) for name, value in wanted.items())
    ]
