"""The filters of a table of phrases: those that its phrases need, in their usual order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..model.library import Library
from ..model.phrases import LABELS, Channel, Moment, Phrase, Tone

Filter = tuple[str, str, list[tuple[str, str]]]
"""Name, label, and the options as value and label."""


def filters_of(library: Library, used: Sequence[Phrase]) -> list[Filter]:
    """Return the filters for some phrases of a library."""
    situations = [
        (each.id, each.label)
        for each in library.vocabulary.situations
        if any(each.id in phrase.situations for phrase in used)
    ]
    return [
        ("situation", "What is happening", situations),
        ("moment", "Moment", _options(Moment, {p.moment for p in used})),
        ("channel", "Channel", _options(Channel, {c for p in used for c in p.channels})),
        ("tone", "Tone", _options(Tone, {p.tone for p in used})),
    ]


def _options(kind: Any, used: set[Any]) -> list[tuple[str, str]]:
    return [(each.value, LABELS[each]) for each in kind if each in used]
