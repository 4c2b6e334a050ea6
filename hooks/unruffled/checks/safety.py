"""Rules for the risk cards that safety.yml names: each is there, once, and none is left out."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.library import Library
from ..model.safety import RiskCard, Safety
from ..problems import nearest
from .registry import Finding, rule

FILE = "safety.yml"


def _is_whole(library: Library) -> bool:
    return FILE not in library.partial


@rule(
    "SF101",
    meaning="safety.yml names a card that is not there: somebody in danger would be led nowhere.",
    cure="Write a card of your own in situations/ and name it here, in place of the one that "
    "you leave out.",
)
def risk_cards_exist(library: Library) -> Iterator[Finding]:
    """Who is in danger must not be led to a card that somebody has left out."""
    for owner in _owners(library.safety):
        name = owner.card
        if name and name not in library.cards and not _is_unread(name, library):
            cause = f'there is no card "{name}" in situations/: {nearest(name, library.cards)}'
            yield Finding(owner.at("card"), cause)


def _owners(safety: Safety | None) -> tuple[Safety | RiskCard, ...]:
    return (safety, *safety.cards) if safety else ()


def _is_unread(name: str, library: Library) -> bool:
    """Whether the card has a file, with faults that keep it from being read."""
    return library.file_of("situations", name) in library.partial


@rule(
    "SF102",
    meaning="safety.yml names a card twice.",
    cure="Put all its wordings in one place: the order of the cards is the order of urgency.",
)
def a_card_is_named_once(library: Library) -> Iterator[Finding]:
    """Two places in the order of urgency are none."""
    seen: dict[str, int] = {}
    for each in library.safety.cards if library.safety else ():
        if each.card in seen:
            cause = f'the card "{each.card}" stands in line {seen[each.card]} already'
            yield Finding(each.at("card"), cause)
        seen.setdefault(each.card, each.at("card").line)


@rule(
    "SF103",
    meaning="The line below every list leads to a card that has no wordings.",
    cure="Name one of the cards of safety.yml.",
)
def the_line_leads_to_a_risk_card(library: Library) -> Iterator[Finding]:
    """The last line of every list promises help for somebody in danger."""
    safety = library.safety
    if not safety or not safety.card or not _is_whole(library):
        return
    known = {each.card for each in safety.cards}
    if safety.card not in known:
        cause = f'"{safety.card}" is none of the cards below: {nearest(safety.card, known)}'
        yield Finding(safety.at("card"), cause)


@rule(
    "SF104",
    meaning="A card is marked `safety: true`, and safety.yml has no wordings for it.",
    cure="Add it to `cards` in safety.yml with its wordings, or remove `safety` from the card.",
)
def every_safety_card_has_wordings(library: Library) -> Iterator[Finding]:
    """A card marked `safety: true` that nothing leads to looks safer than it is."""
    safety = library.safety
    if not safety or not _is_whole(library):
        return
    named = {each.card for each in safety.cards}
    for name, card in library.cards.items():
        if card.safety and name not in named:
            yield Finding(card.at("safety"), f'{FILE} has no wordings for the card "{name}"')
