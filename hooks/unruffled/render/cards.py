"""What the blocks `guide` and `card` show."""

from __future__ import annotations

from typing import Any

from ..model.library import Library
from ..model.organisation import SLOT_LABELS
from .desk_pages import AFTER, BESIDE, GUIDE, card_path


def guide_values(library: Library) -> dict[str, Any]:
    """Return the groups of the vocabulary with their cards, in the order of the vocabulary."""
    order = [each.id for each in library.vocabulary.situations]
    cards = [library.cards[name] for name in order if name in library.cards]
    groups = [
        (group, [card for card in cards if card.group == group.id])
        for group in library.vocabulary.groups
    ]
    pages = library.pages
    return {
        "groups": [(group, found) for group, found in groups if found],
        "beside": [(path, pages[path].title) for path in BESIDE if path in pages],
        "card_path": card_path,
    }


def card_values(library: Library) -> dict[str, Any]:
    """Return what every card shows besides its own: the organisation's slots, and ways on."""
    return {
        "library": library,
        "slots": {name: getattr(library.organisation.slots, name) for name in SLOT_LABELS},
        "slot_labels": SLOT_LABELS,
        "guide": GUIDE,
        "after": AFTER if AFTER in library.pages else "",
        "card_path": card_path,
    }
