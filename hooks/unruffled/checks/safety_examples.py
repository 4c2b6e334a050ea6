"""Rules for safety-examples.yml: each sentence teaches about one risk card, which is there."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.base import Model
from ..model.library import Library
from ..model.safety import Loc
from ..problems import nearest
from .registry import Finding, rule


@rule(
    "SF124",
    meaning="safety-examples.yml has sentences for a card that safety.yml does not name.",
    cure="Correct the id, or add the card to safety.yml with at least one wording.",
)
def examples_are_of_risk_cards(library: Library) -> Iterator[Finding]:
    """Sentences for a card that is no risk card would never be heard as a risk."""
    taught = library.safety_examples
    if not taught or "safety.yml" in library.partial:
        return
    known = {each.card for each in library.safety.cards} if library.safety else set()
    for each in taught.cards:
        if each.card and each.card not in known:
            cause = f'safety.yml has no card "{each.card}": {nearest(each.card, known)}'
            yield Finding(each.at("card"), cause)


@rule(
    "SF125",
    meaning="The same sentence stands in safety-examples.yml twice.",
    cure="Keep it with the card that it calls for, or among `ordinary`.",
)
def an_example_teaches_one_thing(library: Library) -> Iterator[Finding]:
    """A sentence that stands with two cards, or is ordinary too, teaches nothing."""
    seen: dict[str, int] = {}
    for owner, loc, text in _sentences(library):
        key = " ".join(text.casefold().split())
        if key in seen:
            yield Finding(owner.at(*loc), f'"{text}" stands in line {seen[key]} already')
        else:
            seen[key] = owner.at(*loc).line


def _sentences(library: Library) -> Iterator[tuple[Model, Loc, str]]:
    taught = library.safety_examples
    if not taught:
        return
    for each in taught.cards:
        for index, text in enumerate(each.examples):
            yield each, ("examples", index), text
    for index, text in enumerate(taught.ordinary):
        yield taught, ("ordinary", index), text
