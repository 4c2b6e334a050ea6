"""What the blocks `guide`, `card` and `finder` show."""

from __future__ import annotations

from typing import Any

from ...model.card import Card
from ...model.library import Library
from ...model.reference import Named
from ...upkeep import due_of
from ..gaps import used
from ..letters.view import letters_of
from ..made import AFTER, CARD, GUIDE, PHRASEBOOK, TAKE_ALONG
from ..voice.view import aloud_values
from .pages import BESIDE


def guide_values(library: Library) -> dict[str, Any]:
    """Return the groups of the vocabulary with their cards, in the order of the vocabulary."""
    beside = (path for page in BESIDE if (path := library.found(page)))
    return {
        "groups": [(group, found) for group, found in _groups(library) if found],
        "beside": [(path, library.pages[path].title) for path in beside],
    }


def _groups(library: Library) -> list[tuple[Named, list[Card]]]:
    cards = _in_order(library)
    return [
        (group, [card for card in cards if card.group == group.id])
        for group in library.vocabulary.groups
    ]


def _in_order(library: Library) -> list[Card]:
    """The cards in the order of the vocabulary."""
    order = [each.id for each in library.vocabulary.situations]
    return [library.cards[name] for name in order if name in library.cards]


def help_values(library: Library, slot: str) -> dict[str, Any]:
    """Return the cards that help where ``slot`` is empty: they say whom to call then."""
    cards = [
        card
        for card in _in_order(library)
        if card.call and card.call.slot == slot and not library.is_partial(card)
    ]
    return {"cards": cards}


def card_values(library: Library, card: Card) -> dict[str, Any]:
    """Return a card, and what it shows besides: its gaps, the organisation's slots, ways on."""
    labels = library.handbook.words["slots"]
    return {
        "card": card,
        "gaps": used((text for _, text in card.lines), library.gaps),
        "due": due_of(card, library),
        "library": library,
        "slots": {name: library.organisation.slots.get(name, "") for name in labels},
        "slot_labels": labels,
        "guide": library.path_of(GUIDE),
        "after": library.found(AFTER),
        "letters": letters_of(library, situation=card.id),
        **aloud_values(library),
    }


def finder_pages(library: Library) -> tuple[str, ...]:
    """Return the pages that the finder is made ready on at once: they are there to find."""
    return (library.path_of(GUIDE), library.path_of(PHRASEBOOK))


def finder_values(library: Library, page: str) -> dict[str, Any]:
    """Return where the finder leads without scripts, and what it does on this page.

    `safety` is the line that stands below every list, for somebody in danger; None without one.

    On the desk and in the phrasebook it is what the page is for, so it is made ready at once;
    `names` is whether fields for the names of the call will come. On other pages, `says` is what
    customers say, each with the card for it, as an example.
    """
    ways = {"guide": GUIDE, "phrases": PHRASEBOOK, "take_along": TAKE_ALONG}
    found = {name: library.found(made) for name, made in ways.items()}
    known = {name: path for name, path in found.items() if path != page}
    safety = library.safety
    return {
        "says": _says(library),
        **dict.fromkeys(ways, ""),
        **known,
        "safety": safety if safety and safety.card in library.cards else None,
        "safety_card": library.path_of(CARD, safety.card) if safety else "",
        "desk": page in finder_pages(library),
        "names": page in finder_pages(library) and _has_names(library),
        "book": page == library.path_of(PHRASEBOOK),
    }


def _has_names(library: Library) -> bool:
    """Whether there are gaps that are filled in once for a call."""
    return any(gap.lasts == "call" for gap in library.gaps.values())


def _says(library: Library) -> list[tuple[str, str]]:
    """Return what a customer says, of a card of each group; none of somebody who is at risk."""
    groups = (map(_example, cards) for _, cards in _groups(library))
    first = [next(filter(None, found), None) for found in groups]
    return [(line, library.path_of(CARD, name)) for line, name in filter(None, first)]


def _example(card: Card) -> tuple[str, str] | None:
    """Return a sentence that leads to a card, and the card's id; a word alone is no example."""
    said = (line for line in card.customer_says if len(line.split()) > 2 and not card.safety)
    return next(((line, card.id) for line in said), None)
