"""From what the finder learns to hear a risk.

The sentences of safety-examples.yml, all others of which the project says what they are about, and
the wordings, said in their shortest way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ...model.library import Library
from ...safety import NO_RISK, Examples, Lesson, Words


def lessons_of(library: Library, data: Mapping[str, Any]) -> tuple[Lesson, ...]:
    """Return the lessons about the risk cards; none without a safety-examples.yml.

    ``data`` has `safety` and `signs` of desk.json. The number of a card is its place in `safety`.
    """
    if not library.safety or not library.safety_examples:
        return ()
    words = Words(library.safety.spellings, library.safety.fillers)
    number = {each["id"]: at for at, each in enumerate(data["safety"]["cards"])}
    sentences = ((card, tuple(words.of(text))) for card, text in _said(library))
    found = (*sentences, *_worded(data["safety"]), *_worded(data.get("signs", {})))
    # A risk card that is not there, or cannot be read, teaches nothing: it is not ordinary.
    absent = _risky(library) - number.keys()
    return tuple(
        dict.fromkeys(
            (number.get(card, NO_RISK), said) for card, said in found if said and card not in absent
        )
    )


def _risky(library: Library) -> set[str]:
    """Return the ids of all risk cards that are named."""
    named = {each.card for each in library.safety.cards} if library.safety else set()
    taught = library.safety_examples.cards if library.safety_examples else ()
    return named | {each.card for each in taught}


def _said(library: Library) -> Iterator[tuple[str, str]]:
    """Yield each sentence with the id of its card, or "" where it is about none."""
    risky = _risky(library)
    taught = library.safety_examples
    for each in taught.cards if taught else ():
        yield from ((each.card, text) for text in each.examples)
    yield from (("", text) for text in (taught.ordinary if taught else ()))
    for name, card in library.cards.items():
        yield from ((name, text) for text in card.customer_says)
    for table in library.phrases.values():
        for situations, heard in table.heard:
            if not risky.intersection(situations):
                yield from (("", text) for text in heard)
    if library.signs:
        for sign in library.signs.cards:
            yield from ((sign.card, text) for text in sign.examples)
        yield from (("", text) for text in library.signs.requests)


def _worded(data: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each wording of `safety` or `signs`, in one or two of its ways, with its card or ""."""
    examples = Examples(data.get("classes", ()))
    texts = [(card["id"], text) for card in data.get("cards", ()) for text in _wordings(card)]
    texts += [("", text) for key in ("ordinary", "everyday") for text in data.get(key, ())]
    for card, text in texts:
        yield from ((card, said) for said in sorted(examples.of(text, 1)))


def _wordings(card: Mapping[str, Any]) -> Sequence[str]:
    return [text for key in ("strong", "wordings", "weaker") for text in card.get(key, ())]
