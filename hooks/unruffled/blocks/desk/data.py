"""What the finder searches: cards, phrases, letters and synonyms, as data for the browser."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

from ...keeping import fact
from ...model.card import Card
from ...model.letter import Letter
from ...model.library import Library
from ...model.phrases import Phrase, PhraseTable
from ...safety import compiled, compiled_signs, learn, packed
from ...text.inline import as_read
from ...text.urls import page_url
from ..letters.view import ref_of, sound
from ..made import CARD, LETTER, TABLE
from ..phrases.view import phrase_anchor
from .lessons import lessons_of

DESK_DATA = "assets/desk.json"
"""Where the site keeps what its finder searches."""


def desk_json(library: Library, *, directories: bool = True) -> str:
    """Return the text of ``DESK_DATA``; ``directories`` as in ``urls.page_url``."""
    data = desk_data(library, directories=directories)
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def desk_data(library: Library, *, directories: bool = True) -> dict[str, Any]:
    """Return what ``desk_json`` writes. Addresses are relative to the site's root."""
    address = partial(page_url, directories=directories)
    situations = {each.id: each.label for each in library.vocabulary.situations}
    cards = [(library.cards[name], library.path_of(CARD, name)) for name in _order(library)]
    wordings: dict[str, Any] = json.loads(_wordings(library))
    return {
        "cards": [_card(card, address(path)) for card, path in cards],
        "phrases": [
            _phrase(table, phrase, address(library.path_of(TABLE, table.id)))
            for name, table in library.phrases.items()
            if table.id == name
            for phrase in table.phrases
            if phrase.for_customers
        ],
        "letters": [
            _letter(each, address(library.path_of(LETTER, each.id))) for each in sound(library)
        ],
        "situations": situations,
        "gaps": _gaps(library),
        "synonyms": library.vocabulary.synonyms,
        "stop_words": library.vocabulary.stop_words,
    } | wordings


@fact
def _order(library: Library) -> tuple[str, ...]:
    """Return the names of the cards, in the order of their situations."""
    cards = {name for name, card in library.cards.items() if card.id == name}
    return tuple(each.id for each in library.vocabulary.situations if each.id in cards)


@fact
def _wordings(library: Library) -> str:
    """What finds cards by what is said; the risk cards apart. Nothing without wordings.

    It is a fact, and JSON: most edits change nothing that it is made of.
    """
    cards = _order(library)
    data = {"safety": compiled(library.safety, cards)} if library.safety else {}
    if library.signs:
        data["signs"] = compiled_signs(library.signs, cards)
    if lessons := lessons_of(library, data):
        names = [each["id"] for each in data["safety"]["cards"]]
        data["safety"]["learned"] = packed(learn(lessons, len(names)), names)
    return json.dumps(data)


def _gaps(library: Library) -> dict[str, dict[str, str]]:
    """What the fields for gaps say."""
    return {
        name: {"label": as_read(gap.label), "hint": as_read(gap.hint), "lasts": gap.lasts}
        for name, gap in library.gaps.items()
    }


def _card(card: Card, url: str) -> dict[str, Any]:
    return {
        "id": card.id,
        "url": url,
        "say": [as_read(line) for line in card.say],
        "hear": [as_read(line) for line in card.hear],
        "hears": list(card.customer_says),
    } | ({"safety": True} if card.safety else {})


def _phrase(table: PhraseTable, phrase: Phrase, url: str) -> dict[str, Any]:
    return {
        "id": f"{table.id}/{phrase.id}",
        "url": f"{url}#{phrase_anchor(table.id, phrase.id)}",
        "say": as_read(phrase.say),
        **({"example": as_read(phrase.example)} if phrase.example else {}),
        "avoid": as_read(phrase.avoid),
        "why": as_read(phrase.why),
        "not_when": as_read(phrase.not_when),
        "hears": list(phrase.customer_says),
        "situation": list(phrase.situations),
        "moment": phrase.moment,
        "channel": list(phrase.channels),
        "tone": phrase.tone,
    }


def _letter(letter: Letter, url: str) -> dict[str, Any]:
    return {
        "id": ref_of(letter.id),
        "url": url,
        "label": letter.title,
        "about": as_read(letter.summary),
        "hears": list(letter.customer_says),
        "situation": list(letter.situations),
        "channel": [letter.channel],
    }
