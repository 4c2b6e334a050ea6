"""The filters of a table of phrases: those that its phrases need, in their usual order."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from ..model.library import Library
from ..model.phrases import Phrase

Filter = tuple[str, str, list[tuple[str, str]]]
"""Name, label, and the options as value and label."""


def filters_of(library: Library, used: Sequence[Phrase]) -> list[Filter]:
    """Return the filters for some phrases of a library."""
    situations = [
        (each.id, each.label)
        for each in library.vocabulary.situations
        if any(each.id in phrase.situations for phrase in used)
    ]
    words = library.handbook.words
    gettext = library.words.gettext
    channels = {each for phrase in used for each in phrase.channels}
    return [
        ("situation", gettext("What is happening"), situations),
        ("moment", gettext("Moment"), _options(words["moments"], {p.moment for p in used})),
        (
            "channel",
            gettext("Channel"),
            _options(words["channels"], channels),
        ),
        ("tone", gettext("Tone"), _options(words["tones"], {p.tone for p in used})),
    ]


def _options(words: Mapping[str, str], used: Collection[str]) -> list[tuple[str, str]]:
    return [(name, label) for name, label in words.items() if name in used]
